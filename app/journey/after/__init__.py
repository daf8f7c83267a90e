"""Step 6, After: what was sent, what came of it, what comes up."""
