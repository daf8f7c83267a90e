"""Lists of known issuers while a vault is open."""
