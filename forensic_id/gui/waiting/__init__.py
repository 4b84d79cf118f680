"""Second reviews that wait for whoever is signed in."""
