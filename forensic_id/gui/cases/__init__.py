"""Cases: the purpose without which no search runs."""
