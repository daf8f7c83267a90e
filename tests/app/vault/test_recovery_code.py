import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import PersonError
from app.vault import recovery

secrets = st.binary(min_size=16, max_size=16)
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def code_of(error):
    return error.value.code


def test_the_code_is_crockford_base32_with_its_check_symbol():
    # worked by hand: 1 is twenty-five zeros and a one; 32 has check 32, which is written *
    assert recovery.write_code(bytes(15) + b"\x01") == "0000-0000-0000-0000-0000-0000-011"
    assert recovery.write_code(bytes(15) + b"\x20") == "0000-0000-0000-0000-0000-0000-10*"
    assert recovery.write_code(b"\xff" * 16).startswith("7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ")
    assert recovery.write_code(bytes(15) + b"\x24")[-3:] == "14U"


@given(secrets)
def test_a_code_reads_back(secret):
    assert recovery.read_code(recovery.write_code(secret)) == secret


@given(secrets)
def test_careless_typing_is_understood(secret):
    code = recovery.write_code(secret)
    careless = code.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
    assert recovery.read_code(f"\t{careless}\r\n") == secret
    assert recovery.read_code(code.replace("1", "I").replace("-", "")) == secret


@given(secrets, st.integers(0, 26), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol_is_noticed(secret, place, symbol):
    code = recovery.write_code(secret).replace("-", "")
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong != code:
        with pytest.raises(PersonError) as error:
            recovery.read_code(wrong)
        assert code_of(error) == "recovery_code_check"


@given(secrets, st.integers(0, 24))
def test_two_symbols_swapped_are_noticed(secret, place):
    code = recovery.write_code(secret).replace("-", "")
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(PersonError, match="recovery_code_check"):
            recovery.read_code(swapped)


def test_length_and_strange_symbols_have_their_own_codes():
    code = recovery.write_code(bytes(16))
    with pytest.raises(PersonError) as error:
        recovery.read_code(code[:-1])
    assert (code_of(error), error.value.values) == ("recovery_code_length", {"expected": 27, "found": 26})
    with pytest.raises(PersonError) as error:
        recovery.read_code("é" + code[1:])
    assert (code_of(error), error.value.values) == ("recovery_code_symbol", {"symbol": "É"})


@given(st.text(max_size=60))
def test_any_text_gives_a_secret_or_a_reason(text):
    try:
        found = recovery.read_code(text)
    except PersonError as error:
        found = error.code
    assert found in ("recovery_code_length", "recovery_code_symbol", "recovery_code_check") or len(found) == 16
