"""Lists of known issuers and federations of the tests' own."""

from datetime import timedelta

from signed_texts import jwk, token
from trust_samples import NOW

from app.trust.documents import Documents, HeldDocument, NotHad
from app.trust.federation import asked_at
from app.trust.registries import ANCHOR, ListAddress

LIST = "https://lists.example/registry.json"
COLLECTION = "https://lists.example/known.json"
HOME = "https://trust.example/fed"
FEDERATION = HOME + ANCHOR
FETCH, LISTING = f"{HOME}/fetch", f"{HOME}/listing"
SCHOOL = "did:web:school.example"


def plain_list(*issuers, title=None):
    """A list in the Digital Credentials Consortium's form."""
    about = {"title": title} if title else {}
    return {"meta": about, "registry": {issuer: {"name": f"Name of {issuer}"} for issuer in issuers}}


def collection(*entries):
    """A file that names lists: a name, a type and an address each."""
    places = {"oidf": "trustAnchorEC"}
    return [{"name": name, "type": kind, places.get(kind, "url"): address} for name, kind, address in entries]


def statement(claims, number=1, algorithm="ES256", *, at=NOW, hours=24, signer=None, **header):
    """A signed statement, the key going by its number; a claim or header of None is left out."""
    dates = {"iat": int(at.timestamp()), "exp": int((at + timedelta(hours=hours)).timestamp())}
    stated = {name: value for name, value in {**dates, **claims}.items() if value is not None}
    heads = {"typ": "entity-statement+jwt", "kid": f"key-{number}", **header}
    named = {name: value for name, value in heads.items() if value is not None or name == "typ"}
    return token(stated, algorithm, signer or number, **named).encode()


def anchor(number=1, *, keys=None, listing=None, home=HOME, fetch=FETCH, claims=(), **options):
    """What a federation says of itself, by default without a listing."""
    entity = {"organization_name": "State federation", "federation_fetch_endpoint": fetch}
    entity |= {"federation_list_endpoint": listing} if listing else {}
    stated = {
        "iss": home,
        "sub": home,
        "jwks": {"keys": [jwk(number=one, kid=f"key-{one}") for one in keys or (number,)]},
        "metadata": {"federation_entity": entity},
        **dict(claims),
    }
    return statement(stated, number, **options)


def member(issuer=SCHOOL, number=1, *, home=HOME, claims=(), **options):
    """What a federation says of an issuer."""
    named = {"federation_entity": {"organization_name": "Test School"}}
    return statement({"iss": home, "sub": issuer, "metadata": named, **dict(claims)}, number, **options)


def about(issuer=SCHOOL, fetch=FETCH):
    return asked_at(fetch, issuer)


def held(pages, gone=(), at=NOW):
    """Documents: bytes and JSON by address, and addresses that gave nothing, with why."""
    return Documents(
        {address: HeldDocument(content, at) for address, content in pages.items()},
        not_had={address: NotHad(why, at) for address, why in dict(gone).items()},
    )


def at(address, **keys):
    return ListAddress(address, **keys)
