"""What the Skills page is made of."""
