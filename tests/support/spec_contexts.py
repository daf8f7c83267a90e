"""Contexts of the specifications' own examples, which are not shipped: what their documents use, spelled out."""

from app.trust.contexts import FrozenResolver, shipped

CITIZEN, SCHEMA, DATE = (
    "https://w3id.org/citizenship#",
    "https://schema.org/",
    "http://www.w3.org/2001/XMLSchema#dateTime",
)
EXAMPLES = "https://www.w3.org/ns/credentials/examples#"
OLD_EXAMPLES = "https://example.org/examples#"


def _terms(namespace, *names):
    return {name: namespace + name for name in names}


# The terms that the published documents use, spelled out: their own contexts are not shipped.
RESOLVER = FrozenResolver(
    {
        **shipped(),
        "https://www.w3.org/ns/credentials/examples/v2": _terms(EXAMPLES, "alumniOf", "AlumniCredential"),
        "https://www.w3.org/2018/credentials/examples/v1": {
            **_terms(OLD_EXAMPLES, "UniversityDegreeCredential", "BachelorDegree", "degree"),
            "name": {"@id": "http://schema.org/name", "@type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML"},
        },
        "https://w3id.org/citizenship/v4rc1": {
            **_terms(
                CITIZEN,
                *("EmploymentAuthorizationDocumentCredential", "PermanentResidentCardCredential", "EmployablePerson"),
                *("PermanentResident", "EmploymentAuthorizationDocument", "PermanentResidentCard", "lprCategory"),
                *("lprNumber", "commuterClassification", "birthCountry", "permanentResidentCard"),
                "employmentAuthorizationDocument",
            ),
            **_terms(SCHEMA, "Person", "givenName", "familyName", "additionalName", "gender", "identifier"),
            "image": {"@id": SCHEMA + "image", "@type": "@id"},
            "birthDate": {"@id": SCHEMA + "birthDate", "@type": DATE},
            "residentSince": {"@id": CITIZEN + "residentSince", "@type": DATE},
        },
    }
)
