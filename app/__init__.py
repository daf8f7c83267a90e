"""What the learner holds and does; everything but the screen."""
