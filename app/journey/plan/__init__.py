"""Step 4, Plan: the gap, the ways to the goal, the plan kept and its papers."""
