"""How right the ranking was when it was last measured: figures that `make evaluate` prints and pages tell."""

OWN_JOB_FIRST = 9
"""Of ten made-up learners who show a fifth of what their job needs, in rough words: how many see that job first."""
JUDGED = 9113
"""Job changes whose feasibility people rated (Nesta)."""
SAME_ORDER = 8
"""Of ten pairs of them: how often the one with more of the must-have skills covered was rated the more feasible."""
