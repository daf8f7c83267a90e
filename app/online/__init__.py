"""The only room that touches the network, and only when the learner asked."""
