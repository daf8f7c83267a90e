"""The few widgets that every page is made of. Imported text is plain text in all of them."""
