"""From image bytes to an aligned 112x112 face crop."""
