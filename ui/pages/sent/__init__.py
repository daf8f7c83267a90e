"""What was sent, row by row, and what stands beside it: the parts of the After page."""
