"""In-memory stand-ins for the ports, one class a file."""
