"""Words that no learner is shown, and the few texts that need one.

`stem*` is any word that starts so; a word in capitals is looked for as it stands, any other in small letters too. What
to say instead stands behind the groups.
"""

import re

ENGLISH = """
credential* microcredential* micro-credential* credentialSubject LER LERs VC VCs
    verif* unverif* authenticat* attest* assert* revok* revoc* cryptograph* encrypt* decrypt* cryptosuite* keypair*
    proofs binding bindings holder holders challenge challenges nonce*
DID DIDs did:key did:web hash* digest* checksum* JSON JSON-LD json-ld RDF IRI IRIs URI URIs URL URLs UUID XML UTF-8 UTC
    API APIs JWT SD-JWT COSE ed25519* eddsa* ecdsa* base58* base64* multibase canonical* serializ* payload*
    schema* namespace* token tokens metadata endpoint* regex
error errors fail fails failed failing failure failures exception exceptions invalid* valid validat* illegal malformed
    corrupt* pars* abort* fatal timeout* null undefined boolean syntax traceback debug* runtime backend cache cached
    config* parameter parameters deprecated daemon stdin stdout stderr
taxonom* ontolog* crosswalk* alignment* competenc* framework frameworks upskill* reskill* percentile* median
    leverag* utiliz* facilitat* optimi* optimal algorithm*
suggest* user users click clicks clicked oops
unskilled low-skill* unqualified deficien* dropout* inadequate* uneducated
"""
"""Of records: record, check, canceled, guess, signature, request code. Of files: say what is wrong with the file. Of
programs: say what happened and what to do. Of careers: job, skill, to learn, half of the workers. Of people: guess,
you, choose or press. Nothing judges a person."""

SPANISH = """
credencial* microcredencial* verific* autentic* criptogr* cifrado* cifrada* cifrar* descifr* revoc* aserci* nonce
    sujeto sujetos titular titulares
DID DIDs did:key did:web hash* JSON JSON-LD json-ld RDF IRI IRIs URI URIs URL URLs UUID XML UTF-8 UTC
    API APIs JWT SD-JWT COSE token tokens esquema* metadato* base64*
fallo fallos falla fallas falló fallido* fallida* excepci* inválid* invalid* válid* corrupt* nulo nula nulos nulas
    ilegal* abort* caché depur* parámetro* configur*
taxonom* ontolog* competencia* destreza* percentil* mediana algoritmo*
aplicar aplicación aplicaciones aplique reporte* remover chequear cheque* accesar carrera carreras entrenamiento*
    email emails link links password* click* clic backup* badge* librería* resumé
ordenador* fichero* móvil* vosotros vuestr* tú tu tus ti contigo
suger* sugier* usuario* usuaria* deficien* incapa*
"""
"""Registro, revisar, anulado, suposición, firma. Solicitar and solicitud, not aplicar; informe; quitar; ocupación, as
carrera is a course of study; capacitación; correo electrónico; enlace; insignia. Computadora and archivo, as in the
Americas. Always usted."""

NEEDED = {
    "A document does not hold JSON: {file}": "terminal only: the folder that stands for the network (--documents)",
    "The text of this file is not stored the usual way (UTF-8), so it cannot be read safely.": (
        "whoever made the file can look for this name"
    ),
    "a signed record of another kind (COSE)": "the name by which its issuer knows the kind",
    "an XML file": "the name that a file manager shows for it",
    "One JSON object a line.": "terminal only: for those who write programs",
    "The hours a week must be a number above 0, or null for no limit.": "terminal only: for those who write programs",
    "The question is not plain JSON in UTF-8.": "terminal only: for those who write programs",
    "The steps at once must be a whole number from 1 to {most}, or null.": "terminal only: for programmers",
}
"""Text in English, and why it needs its word."""


def pattern(words: str) -> re.Pattern[str]:
    """What finds any of the words of a list."""
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in words.split()]
    exact = [part for word, part in zip(words.split(), parts, strict=True) if word.isupper()]
    loose = [part for word, part in zip(words.split(), parts, strict=True) if not word.isupper()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(exact)}|(?i:{'|'.join(loose)}))(?!\w)")


FINDS = {"en": pattern(ENGLISH), "es": pattern(SPANISH)}
PLACES_AND_STANDARDS = re.compile(r"\{\w+\}|W3C Verifiable Credentials|Open Badges?")


def words_found(text: str, language: str) -> list[str]:
    """The words never shown that a text holds; the names of its places, which nobody sees, are none."""
    return FINDS[language].findall(PLACES_AND_STANDARDS.sub("…", text))
