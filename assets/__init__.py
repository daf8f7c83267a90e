"""Data files of the program, found through `app.places`."""
