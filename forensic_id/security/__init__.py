"""Secrets: passwords and passphrases, keys, ciphers and signatures."""
