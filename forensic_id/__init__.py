"""The investigator's application: match face sketches against a mugshot gallery."""
