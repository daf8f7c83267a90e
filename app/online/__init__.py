"""The network, only when a learner asks: what would be asked of whom, asking it, and what came of it."""
