"""From an opportunity to a signed presentation and its documents."""
