"""What a passphrase must be: known without loading what locks and unlocks."""

LEAST_PASSPHRASE = 8
"""Characters, as `keyfile` counts them."""
