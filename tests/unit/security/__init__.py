"""Tests of keys, ciphers and signatures."""
