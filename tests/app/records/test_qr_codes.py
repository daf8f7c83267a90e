"""Pictures: the text of a QR code is read as if it were pasted; hostile pictures cost little."""

import json
import random

import numpy as np
import pytest
import zxingcpp
from other_records import picture, qr, zipped
from PIL import Image
from sample_records import FILE, codes, credential, read

from app.records import looking
from app.records.qr_codes import look
from app.records.reading import read_bytes

LINK = "https://badges.example/1"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_code_is_found_in_every_kind_of_picture(kind):
    (found,) = read(qr(LINK, kind))
    assert (found.code, found.values["links"], found.source.member) == ("link_not_followed", (LINK,), "QR")


def test_the_text_of_a_code_is_read_as_if_it_were_pasted():
    small = credential(credentialSubject={"id": "did:key:z1"})
    (found,) = read(qr(json.dumps(small)))
    assert found.raw == json.dumps(small).encode()
    assert codes(read(qr("Dear Ana"))) == ["unknown_format"]


def test_line_breaks_and_letters_in_a_code_are_read_as_they_are():
    text = json.dumps(credential(name="Español – ñ"), indent=2, ensure_ascii=False)
    code = zxingcpp.create_barcode(text.encode(), zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    (found,) = read(picture(Image.fromarray(np.array(code.to_image(scale=4)))))
    assert found.raw == text.encode()


def test_older_letters_in_a_code_are_guessed_and_its_line_breaks_stay():
    code = zxingcpp.create_barcode("Español\nAña".encode("latin-1"), zxingcpp.BarcodeFormat.QRCode)
    assert look(picture(Image.fromarray(np.array(code.to_image(scale=4))))) == ("Español\nAña",)


@pytest.mark.parametrize(
    ("text", "looks_like"),
    [
        ("openid-credential-offer://?credential_offer=%7B%7D", "offer"),
        ("haip-vci://?credential_offer_uri=https://a.example", "offer"),
        ('{"credential_issuer": "https://a.example", "credential_configuration_ids": []}', "offer"),
        ('{"protocols": {"vcapi": "https://a.example/exchange/1"}}', "offer"),
        ("openid4vp://?client_id=a", "request"),
    ],
)
def test_what_only_a_phone_can_take_is_named(text, looks_like):
    for data in (qr(text), text.encode()):
        (found,) = read(data)
        assert (found.code, found.values["looks_like"]) == ("format_not_read", looks_like)


def test_a_code_drawn_on_clear_ground_or_beside_much_else_is_found():
    import io

    code = Image.open(io.BytesIO(qr(LINK))).convert("L")
    page = Image.new("L", (1_700, 2_200), 255)
    page.paste(code, (900, 1_500))
    clear = Image.new("RGBA", code.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=code.point(lambda shade: 255 - shade))
    for made in (page, page.resize((3_400, 3_400)), clear, code.convert("1"), code.convert("P")):
        assert codes(read(picture(made))) == ["link_not_followed"]


def test_a_picture_without_a_record_says_so():
    assert codes(read(picture(Image.new("L", (50, 50))))) == ["picture_without_record"]


def test_a_data_address_is_what_it_holds():
    import base64

    def address(kind, data):
        return f"data:{kind};base64,{base64.b64encode(data).decode()}".encode()

    assert codes(read(address("image/png", qr(LINK)))) == ["link_not_followed"]
    small = json.dumps(credential()).encode()
    assert codes(read(address("application/json", small))) == ["record"]
    assert codes(read(b"data:application/vc+ld+json," + small)) == ["record"]
    assert codes(read(address("application/zip", zipped(**{"a.json": small})))) == ["record"]
    assert codes(read(b"data:application/json;base64,@@@")) == ["file_binary"]
    nested = small
    for _ in range(6):
        nested = address("text/plain", nested)
    assert codes(read(nested)) == ["nested_too_deep"]


def busy():
    """Thousands of the marks that stand in a code's corners, and no code."""
    mark = Image.new("L", (9, 9), 255)
    for box, shade in (((1, 1, 8, 8), 0), ((2, 2, 7, 7), 255), ((3, 3, 6, 6), 0)):
        mark.paste(shade, box)
    made = Image.new("L", (3_330, 3_330))
    for x in range(0, 3_330, 9):
        for y in range(0, 3_330, 9):
            made.paste(mark, (x, y))
    return picture(made)


def test_a_picture_drawn_to_keep_a_decoder_busy_is_given_up_and_the_next_is_read():
    hard = busy()
    assert codes(read(hard)) == ["picture_too_busy"]
    assert codes(read(qr(LINK))) == ["link_not_followed"]


def test_many_busy_pictures_in_one_file_cost_no_more_than_one():
    hard = busy()
    found = codes(read(zipped(**{f"{number}.png": hard for number in range(5)})))
    assert found == ["picture_too_busy"] + ["picture_not_looked_at"] * 4


def test_a_picture_bigger_than_any_screen_is_not_unpacked():
    assert codes(read(picture(Image.new("1", (20_000, 20_000))))) == ["picture_too_big"]
    assert codes(read(picture(Image.new("L", (4_000, 4_000))))) == ["picture_too_big"]
    # A camera's picture is read at a part of its size.
    assert codes(read(picture(Image.new("L", (8_000, 6_000)), "JPEG"))) == ["picture_without_record"]


def test_a_process_apart_that_dies_is_started_again():
    assert codes(read(qr(LINK))) == ["link_not_followed"]
    looking.LOOKER._process.kill()
    looking.LOOKER._process.wait()
    assert codes(read(qr(LINK))) == ["link_not_followed"]


def test_broken_pictures_never_raise():
    dice = random.Random(7)
    for kind in ("PNG", "JPEG", "GIF", "WEBP"):
        good = qr(LINK, kind)
        for _ in range(60):
            made = bytearray(good)
            for _ in range(dice.randint(1, 8)):
                made[dice.randrange(4, len(made))] = dice.randrange(256)
            assert list(read_bytes(bytes(made[: dice.randint(12, len(made))]), FILE)), "a record, or why there is none"
