"""Fields as JSON-LD sees them: a value alone, in a list, in lists of lists or repeated means the same."""


def members(value: object) -> list[object]:
    """The values of a field, lists taken apart."""
    if isinstance(value, list):
        return [member for part in value for member in members(part)]
    return [] if value is None else [value]


def only(value: object) -> object:
    """The one value of a field, however often it is repeated; None where there is none or more than one."""
    found = members(value)
    return found[0] if found and all(other == found[0] for other in found) else None


def texts(value: object) -> list[str]:
    """The texts among the values of a field."""
    return [member for member in members(value) if isinstance(member, str)]
