"""Read by Python at its start where this folder is on its path: what a test starts has no network either."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from no_network import watch

sys.path.pop(0)
watch()
