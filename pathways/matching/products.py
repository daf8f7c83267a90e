"""Products of tables that are the same on every machine.

NumPy's `@` hands them to BLAS, which adds in an order of each processor's own and, on some, reports invalid
values where there are none (numpy issue 24067). `einsum` adds in one order everywhere.
"""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

Reals = TypeVar("Reals", np.float32, np.float64)


def products(rows: npt.NDArray[Reals], one: npt.NDArray[Reals]) -> npt.NDArray[Reals]:
    """The product of each row (n, k) with one (k): n numbers."""
    found: npt.NDArray[Reals] = np.einsum("ij,j->i", rows, one)
    return found


def products_of_all(rows: npt.NDArray[Reals], others: npt.NDArray[Reals]) -> npt.NDArray[Reals]:
    """The product of each row (n, k) with each of the others (m, k): (n, m)."""
    found: npt.NDArray[Reals] = np.einsum("ij,kj->ik", rows, others)
    return found
