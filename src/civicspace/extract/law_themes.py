"""Which law a verb of law-making is said of: as the parser has it, or by what stands beside the verb where it errs."""

from typing import Final

from spacy.tokens import Token

from civicspace.extract import statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.enactments import with_carrier

PRONOUNS: Final = frozenset(("it", "they", "this", "these", "which", "that", "one", "both", "first", "second"))
_LINKS: Final = frozenset(("conj", "pcomp", "xcomp", "advcl", "ccomp"))
_FARTHEST: Final = 10
_OPEN_LEFT: Final = frozenset(""", ( ) " ' ” “ ’ - – which that first was were been has had have""".split())
_OPEN_RIGHT: Final = frozenset((":", '"', "“", "'", "reading", "readings", "vote", "session", "both", "into", "law"))


def themes(
    verb: Token, enactments: dict[int, Enactment], *, intransitive: bool
) -> tuple[Token | None, list[Enactment]]:
    """The theme of a verb and the laws that it means, none where a pronoun stands for them."""
    theme = _theme(verb, intransitive=intransitive)
    laws = list(with_carrier(theme, enactments)) if theme is not None else []
    if laws or (theme is not None and (theme.lower_ in PRONOUNS or theme.lower_ in changes())):
        return theme, laws
    if theme is None and verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN":
        return themes(verb.head, enactments, intransitive=intransitive)
    undergone = intransitive or _is_passive(verb)
    beside: Enactment | Token | None = None
    if undergone or verb.tag_ == "VBN":
        beside = _in_front(verb, enactments)
    if beside is None and not any(c.dep_ == "auxpass" for c in verb.children):
        beside = _behind(verb, enactments) or _shared(verb)
    if beside is None:
        return theme, []
    if isinstance(beside, Token):
        return beside, list(with_carrier(beside, enactments))
    return verb.doc[beside.head], list(with_carrier(verb.doc[beside.head], enactments)) or [beside]


def changes() -> list[str]:
    """Nouns for a change of a law that may not name it."""
    nouns: list[str] = statutes.words()["changes"]["nouns"]
    return nouns


def covering(enactments: dict[int, Enactment], token: Token) -> Enactment | None:
    """The law in whose name or description a token stands, the innermost first."""
    if token.i in enactments:
        return enactments[token.i]
    around = [law for law in enactments.values() if law.start <= token.i < law.end and law.head < token.i]
    return max(around, key=lambda law: law.head, default=None)


def _in_front(verb: Token, enactments: dict[int, Enactment]) -> Enactment | None:
    """ "the X Law (Law No. 7), adopted in 2020": the law right in front of a participle."""
    for i in range(verb.i - 1, max(verb.sent.start - 1, verb.i - _FARTHEST), -1):
        token = verb.doc[i]
        law = covering(enactments, token)
        if law is not None:
            return law
        if token.lower_ not in _OPEN_LEFT and token.pos_ != "ADV":
            return None
    return None


def _behind(verb: Token, enactments: dict[int, Enactment]) -> Enactment | None:
    """ "approved in first reading a reform": the law behind the verb, where only an adverbial stands between."""
    for i in range(verb.i + 1, min(verb.sent.end, verb.i + _FARTHEST)):
        token = verb.doc[i]
        law = enactments.get(i) or next((e for e in enactments.values() if e.start <= i < e.head), None)
        if law is not None:
            return law
        open_word = token.pos_ in ("DET", "ADJ", "ADV", "ADP", "NUM", "PART") or token.ent_type_ == "DATE"
        if not (open_word or token.lower_ in _OPEN_RIGHT) or token.lower_ in ("of", "to", "for", "with"):
            return None
    return None


def _shared(verb: Token) -> Token | None:
    """ "parliament passed and the president signed the law": the object that a coordinated verb shares."""
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "prep", "prt") for c in verb.rights):
        return None
    follower = next((c for c in verb.rights if c.dep_ in ("conj", "ccomp") and c.pos_ == "VERB"), None)
    return _object(follower) if follower is not None else None


def _theme(verb: Token, *, intransitive: bool) -> Token | None:
    """What is adopted, signed and so on: the object, the subject of a passive, or the noun that a clause describes."""
    if intransitive or _is_passive(verb):
        return _undergone(verb)
    if verb.lemma_ in ("declare", "rule", "find"):
        small = [c for clause in verb.rights if clause.dep_ in ("ccomp", "xcomp", "oprd") for c in clause.children]
        judged = next((c for c in small if c.dep_ in ("nsubj", "nsubjpass")), None)
        if judged is not None:
            return judged
    return _object(verb)


def _is_passive(verb: Token) -> bool:
    bare = not any(c.dep_ in ("nsubj", "dobj") for c in verb.children)
    if verb.tag_ == "VBD":
        shared = verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in verb.head.children)
        return bare and (shared or verb.dep_ == "acl")  # "a law passed in May": the tagger takes it for a past tense
    return verb.tag_ == "VBN" and (bare or any(c.dep_ == "auxpass" for c in verb.children))


def _undergone(verb: Token) -> Token | None:
    """The subject of a passive, its own or the one that it shares; the noun behind which a participle stands."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    if subject is not None:
        return _resolved(subject, verb)
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    if verb.dep_ in _LINKS and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i:
        shared = next((c for c in verb.head.children if c.dep_ in ("nsubjpass", "nsubj")), None)
        if shared is not None:
            return _resolved(shared, verb.head)
        return verb.head.head if verb.head.dep_ in ("acl", "relcl") else None
    return None


def _object(verb: Token) -> Token | None:
    found = next((c for c in verb.children if c.dep_ in ("dobj", "dative", "attr")), None)
    if found is not None and not (found.lower_ in ("reading", "hurdle", "stage") and verb.lemma_ == "pass"):
        return _resolved(found, verb)
    # "adopted in its third reading a bill": the parser hangs the object on the noun in between
    ahead = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 9)]
    misplaced = next((t for t in ahead if t.dep_ == "dobj" and t.head.pos_ == "NOUN"), None)
    if misplaced is not None:
        return misplaced
    if verb.lemma_ == "pass":
        return next((c for c in verb.children if c.dep_ == "nsubj"), None)
    for preposition in verb.rights:
        for child in preposition.children:
            near = preposition.dep_ == "prep" and child.dep_ == "pobj" and preposition.i <= verb.i + 8
            if near and (verb.lemma_ in ("assent", "vote", "accede") or preposition.lower_ in ("without", "off")):
                return _favoured(child)
    return None


def _favoured(noun: Token) -> Token:
    """ "in favour of the bill": the bill."""
    if noun.lower_ in ("favour", "favor", "support"):
        return next((c for of in noun.rights for c in of.children if of.lower_ == "of"), noun)
    return noun


def _resolved(subject: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun in front of its clause."""
    if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    if subject.tag_ in ("WDT", "WP") and verb.head.dep_ == "relcl":
        return verb.head.head
    return subject
