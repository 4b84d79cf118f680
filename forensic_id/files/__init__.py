"""How files come to be: whole or not at all. The standard library alone, for everything above to build on."""
