"""The pack as a graph: what is close to what, and the part around a learner and a goal."""
