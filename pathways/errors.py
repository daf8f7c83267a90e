"""Errors that are a person's to mend; bugs raise anything else."""


class PathwaysError(Exception):
    """Something a person can act on: a reason code and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
