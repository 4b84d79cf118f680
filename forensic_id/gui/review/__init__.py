"""The review page: an examiner compares sketch and candidates and records what they find."""
