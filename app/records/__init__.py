"""One reader for each LER format, all giving a `Record`."""
