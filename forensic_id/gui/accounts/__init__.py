"""The accounts of a library, and what whoever administers them can do."""
