"""The settings page: what holds at once, explained in a sentence each."""
