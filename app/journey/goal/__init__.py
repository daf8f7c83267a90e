"""Step 3, Goal: jobs found, compared and aimed for, and why."""
