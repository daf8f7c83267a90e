"""Step 5, Apply: what is asked, the smallest choice, the signed presentation and its papers."""
