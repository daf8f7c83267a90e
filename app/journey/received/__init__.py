"""The other side: what someone was sent, checked."""
