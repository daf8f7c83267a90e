"""`make bench`: what the program costs in time and memory, and how fast it is beside others, in one run."""
