# ruff: noqa: E501 - addresses beside their digests
"""The shipped contexts: what they are, to the digest, and that nothing else is ever loaded."""

import pytest
from trust_samples import OB3, VC2, badge

from app.places import asset
from app.trust import contexts, inline
from app.trust.contexts import UnknownContextError, digest, index, shipped, spellings
from app.trust.meaning import read_meaning

DIGESTS = {
    "https://www.w3.org/2018/credentials/v1": "b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247",
    "https://www.w3.org/ns/credentials/v2": "b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf",
    "https://w3id.org/security/suites/ed25519-2020/v1": "fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691",
    "https://w3id.org/security/suites/jws-2020/v1": "eed16334842a5635257913b33acd1aeee29009eb188d855f9a1d0ceee4a8ae4d",
    "https://w3id.org/security/v1": "d87de2ce3ce407bcac481f8af31e211e54beb5cbd7dd459826ed0502302ee234",
    "https://w3id.org/security/v2": "38a9ef19cf3a75bf856202bd1ed4cbd55c985ad4a809eb7f4ef584ba9d51dc90",
    "https://w3id.org/security/data-integrity/v1": "9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f",
    "https://w3id.org/security/data-integrity/v2": "7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305",
    "https://w3id.org/security/multikey/v1": "be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc",
    "https://www.w3.org/ns/did/v1": "a7e146c40fcec005d3f0f14ae745665f446da58d7914a9d8f733746686fad82b",
    "https://w3id.org/vc/status-list/2021/v1": "9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6",
    "https://www.w3.org/ns/credentials/status/v1": "b2fcebfbaf4e6beae2be370fda8a5f9f99c28540c798a75a8cdccc0fb1a12492",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json": "2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": "7defe702c102faf14108579b7d65ef39ecf4c3bbef925b803e15bd77cd6e3394",
    "https://w3id.org/dcc/v1": "72bbeeb602655938f472f98317cab12c1bf6abc96a915d1fcc3fe18e79f92a42",
    "https://w3id.org/security/suites/x25519-2020/v1": "454c264ab52b3ee90b2c21a996afc4f5f2a02c2e282799b6e92305e1aa536de6",
    "https://w3id.org/security/suites/ed25519-2018/v1": "b4cb4ede62cd5c1e98b54340bf9d5ae636e6ba6e92b6bffb50be3c12b473a2de",
}


def test_the_allow_list_is_these_contexts_and_no_other():
    assert set(shipped()) == set(DIGESTS)


# As it stood at its address while Open Badges 3.0 was being made.
EARLIER = {
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json": "f6c4c3b3b800cb9ffc87828d8105e3dd0d20692e5936d2cc4dead2b247e11a08",
}


@pytest.mark.parametrize("entry", index(), ids=lambda entry: entry["file"])
def test_each_context_is_the_one_published(entry):
    document = contexts._load(entry["file"])
    digests, served = (EARLIER, contexts.earlier()) if "until" in entry else (DIGESTS, shipped())
    assert digest(document) == digests[entry["url"]] == entry["sha256"]
    assert document["@context"] == served[entry["url"]]
    assert all(entry[field] for field in ("owner", "terms", "terms_url", "package"))


def test_no_shipped_file_is_unlisted():
    files = {path.name for path in asset("contexts").glob("*.json")}
    assert files == {entry["file"] for entry in index()} | {"index.json"}


def test_no_shipped_context_gives_every_word_a_meaning():
    def walk(context):
        if isinstance(context, list):
            return any(map(walk, context))
        return isinstance(context, dict) and ("@vocab" in context or any(map(walk, context.values())))

    assert not any(walk(context) for context in (*shipped().values(), *contexts.earlier().values()))


def test_second_spellings_are_the_known_ones():
    """A context added later that spells one meaning in two ways has to be looked at here."""
    several = {frozenset(terms) for terms in spellings().values() if len(terms) > 1}
    assert several == {
        frozenset({"expires", "expiration"}),
        frozenset({"achievement", "Achievement"}),
        frozenset({"result", "Result"}),
        frozenset({"rubricCriterionLevel", "RubricCriterionLevel"}),
        frozenset({"tag", "tags"}),  # one before the change and one after it, never both in one document
        frozenset({"creator", "Profile"}),
        frozenset({"criteria", "Criteria"}),
        frozenset({"address", "Address"}),
        frozenset({"geo", "GeoCoordinates"}),
        frozenset({"image", "Image"}),
        frozenset({"awardedOnCompletionOf", "educationalCredentialAwarded"}),  # each other's reverse
    }
    assert inline.second_spellings("https://w3id.org/security#expiration") == {"expiration"}


def test_a_context_that_is_not_shipped_is_named():
    with pytest.raises(UnknownContextError) as refused:
        read_meaning(badge(**{"@context": [VC2, OB3, "https://vendor.example/context.json"]}))
    assert refused.value.url == "https://vendor.example/context.json"


def test_contexts_are_shared_between_records_and_inline_ones_are_not():
    def read_own():
        own = badge(**{"@context": [VC2, OB3, {"shoeSize": "https://shoes.example/size"}], "shoeSize": "44"})
        return read_meaning(own).canonical

    assert "shoes.example" in read_own()
    shared = contexts.resolver()
    before = len(shared.by_url), len(shared.scoped)
    kept = [read_own() for _ in range(3)]
    assert len(set(kept)) == 1
    assert (len(shared.by_url), len(shared.scoped)) == before
    with pytest.raises(inline.MeaningError) as refused:
        read_meaning(badge(shoeSize="44"))
    assert refused.value.code == "undefined_term"
