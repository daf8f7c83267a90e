"""The recovery code: 128 random bits to print, in Crockford base32 with its mod-37 check symbol.

Alphabet, check symbols and tolerant reading: Douglas Crockford, "Base 32", https://www.crockford.com/base32.html.
"""

import secrets
import unicodedata

from app.errors import PersonError

SECRET_SIZE = 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECK_ALPHABET = _ALPHABET + "*~$=U"
_DIGITS = 26
_GROUP = 4
_LIKENESS = str.maketrans("OIL", "011")


def new_secret() -> bytes:
    """16 random bytes."""
    return secrets.token_bytes(SECRET_SIZE)


def new_code() -> str:
    """A code of 16 random bytes; it opens nothing until a vault is made with it or told to use it."""
    return write_code(new_secret())


def write_code(secret: bytes) -> str:
    """Write 16 bytes as a code of 26 digits and a check symbol, in groups of four set apart by hyphens."""
    number = int.from_bytes(secret, "big")
    digits = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_DIGITS)))
    code = digits + _CHECK_ALPHABET[number % 37]
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> bytes:
    """Read a typed code: small letters, spaces, dashes, O for 0, I and L for 1 are all right.

    PersonError `recovery_code_length` (expected, found), `recovery_code_symbol` (symbol) or `recovery_code_check`.
    """
    code = _tidy(typed)
    if len(code) != _DIGITS + 1:
        raise PersonError("recovery_code_length", expected=_DIGITS + 1, found=len(code))
    number = 0
    for symbol in code[:-1]:
        number = number << 5 | _value(symbol, _ALPHABET)
    if number >> 8 * SECRET_SIZE or number % 37 != _value(code[-1], _CHECK_ALPHABET):
        raise PersonError("recovery_code_check")
    return number.to_bytes(SECRET_SIZE, "big")


def _tidy(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_LIKENESS)
    return "".join(symbol for symbol in plain if unicodedata.category(symbol) not in ("Pd", "Zs", "Zl", "Cc", "Cf"))


def _value(symbol: str, alphabet: str) -> int:
    value = alphabet.find(symbol)
    if value < 0:
        raise PersonError("recovery_code_symbol", symbol=symbol)
    return value
