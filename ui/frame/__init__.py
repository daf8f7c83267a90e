"""What stands around every page: practice band, rail, bars, and the window that holds them."""
