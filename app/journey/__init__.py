"""The guided steps over one vault: what window and terminal both draw."""
