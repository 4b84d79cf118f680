"""Records in the formats of other systems: ANSI/NIST-ITL transactions and case packages."""
