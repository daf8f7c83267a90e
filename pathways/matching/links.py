"""Links and codes of alignments, read as concept ids."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from pathways.pack.esco import BASE

LONGEST_LINK = 2000

_ONET_HOSTS = ("onetonline.org", "onetcenter.org", "mynextmove.org", "miproximopaso.org", "mynextmove.gov")
_SOC_HOSTS = ("bls.gov",)
_ONET_SOC = re.compile(r"(?<!\d)(\d\d-\d{4}\.\d\d)(?!\d)")
_SOC = re.compile(r"(?<!\d)(\d\d)-?(\d{4})(?!\d)")
_ACTIVITY = re.compile(r"(?<![\w.])(4\.A(?:\.\d+|\.[a-d])+\.I\d\d\.D\d\d)(?!\w)")
_ELEMENT = re.compile(r"(?<![\w.])(2\.[A-C]\.\d+(?:\.[a-z])?)(?![\w.])")
_ESCO = re.compile(r"https?://data\.europa\.eu/esco/([A-Za-z0-9._/-]+)")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def ids_in_link(url: str) -> tuple[str, ...]:
    """Concept ids a link may name: an ESCO URI, an O*NET-SOC code, element or activity id, or `soc:` and a SOC code.

    Only hosts that publish the framework count: an id in another site's link is that site's word. ESCO's portal
    carries the URI as a parameter or fragment.
    """
    if len(url) > LONGEST_LINK:
        return ()
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ()
    if parts.scheme not in ("http", "https"):
        return ()
    if _within(host, ("europa.eu",)):
        carried = [url.strip(), unquote(parts.fragment), *parse_qs(parts.query).get("uri", [])]
        return tuple(found for text in carried if (found := _esco_uri(text)))[:1]
    if _within(host, _ONET_HOSTS):
        return _onet_ids(unquote(f"{parts.path}?{parts.query}"))
    soc = _SOC.search(parts.path + "#" + parts.fragment) if _within(host, _SOC_HOSTS) else None
    return (f"soc:{soc[1]}-{soc[2]}",) if soc else ()


def ids_in_code(code: str, framework: str) -> tuple[str, ...]:
    """Concept ids that a code of a named framework may mean; a blank framework is believed for codes no other has."""
    plain, named = code.strip()[:LONGEST_LINK], framework.casefold()
    if plain.startswith("http"):
        return ids_in_link(plain)
    if "esco" in named:
        return _esco_ids(plain)
    onet = "o*net" in named or "onet" in named
    soc = onet or "soc" in re.split(r"\W+", named) or "standard occupational" in named
    if onet or not named:
        found = next((found[1] for form in (_ONET_SOC, _ACTIVITY) if (found := form.fullmatch(plain))), None)
        if found:
            return (found,)
    if onet and _ELEMENT.fullmatch(plain):
        return (plain,)
    found_soc = _SOC.fullmatch(plain.removesuffix(".00")) if soc else None
    return (f"soc:{found_soc[1]}-{found_soc[2]}",) if found_soc else ()


def _within(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def _esco_uri(text: str) -> str | None:
    found = _ESCO.match(text.strip())
    return BASE + found[1].rstrip("/") if found else None


def _onet_ids(text: str) -> tuple[str, ...]:
    for form in (_ONET_SOC, _ACTIVITY, _ELEMENT):
        if found := form.search(text):
            return (found[1],)
    return ()


def _esco_ids(code: str) -> tuple[str, ...]:
    plain = code.casefold().strip("/")
    if _UUID.fullmatch(plain):
        return (f"{BASE}skill/{plain}", f"{BASE}occupation/{plain}")
    if re.fullmatch(r"(?:skill|occupation|isco|isced-f)/[\w.-]+", plain):
        return (BASE + plain.replace("/c", "/C") if plain.startswith("isco") else BASE + plain,)
    return (f"esco:{code.strip()}",)
