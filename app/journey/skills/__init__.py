"""Step 2, Skills: what the learner can do, the guesses to answer, and what the learner says of it."""
