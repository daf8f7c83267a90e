"""Colors, type, space and marks: how everything in the window looks."""
