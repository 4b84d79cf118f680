"""Who works in the library: signing in and out, the locked session, one's own password."""
