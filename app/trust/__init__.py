"""Is it genuine: proofs, keys, contexts, status, registries."""
