"""Check the translation catalogs."""
