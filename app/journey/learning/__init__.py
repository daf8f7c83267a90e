"""Lists of learning that a learner or a center brings."""
