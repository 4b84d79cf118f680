"""The gallery: looking through subjects, their files, imports, the state of the features."""
