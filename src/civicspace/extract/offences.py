"""Offences as a paragraph words them: where the words of each begin and end."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from civicspace.extract import offence_extent

_REACH: Final = 40
_NAMED_BY_NOUN: Final = frozenset(("charges", "charge", "suspicion", "counts"))
_TIME: Final = frozenset(("DATE", "TIME"))


@dataclass(frozen=True, slots=True)
class Offences:
    """Offences of one accusation: token spans of each; ``start`` is the trigger, ``end`` behind the last.

    ``listed`` is true where they only illustrate ("offences ranging from theft to riots").
    """

    start: int
    end: int
    items: tuple[tuple[int, int], ...]
    listed: bool = False


@cache
def _triggers() -> frozenset[str]:
    """Every word, as written or as lemma, that can open an accusation: most words are passed over by this alone."""
    lists = offence_extent.words()
    verbs = (w for preposition in ("with", "of", "for", "to") for w in lists["verbs"][preposition])
    nouns = (w for preposition in ("for", "of", "on", "to") for w in lists["nouns"][preposition])
    return frozenset((*verbs, *nouns, *lists["general"]["nouns"], "charge", "charges"))


def find(doc: Doc) -> list[Offences]:
    """Every accusation of a paragraph that says what it is about, in order, none inside of another."""
    found: list[Offences] = []
    triggers = _triggers()
    for token in doc:
        if (token.lower_ not in triggers and token.lemma_.lower() not in triggers) or (
            found and token.i < found[-1].end
        ):
            continue
        here = _compound(token) or _led_by_noun(token) or _led_by_verb(token)
        if here:
            found.append(here)
    return found


def read_further(doc: Doc, start: int) -> Offences | None:
    """A further offence behind "and", where no new clause begins there."""
    end = doc[start].sent.end
    return (
        _read(start, start, doc=doc)
        if offence_extent.offence_ahead(doc, start) and not offence_extent.clause_ahead(doc, start, end)
        else None
    )


def _sentence_end(token: Token) -> int:
    return int(token.sent.end)


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB") or (token.tag_ == "JJ" and token.lower_.endswith("ed"))


def _led_by_verb(token: Token) -> Offences | None:
    """ "charged with …", "accused of …", "sentenced to five years for …"."""
    if not _is_verb(token):
        return None
    lemma, verbs = token.lemma_.lower(), offence_extent.words()["verbs"]
    starts = [_object_start(token, p) for p in ("with", "of", "to", "for") if lemma in verbs[p]]
    start = min((s for s in starts if s is not None), default=None)
    return _read(token.i, start, doc=token.doc) if start is not None else None


def _object_start(verb: Token, preposition: str, *, reach: int = _REACH) -> int | None:
    """Where the offence begins behind ``verb``: after the first fitting preposition of the same clause."""
    doc = verb.doc
    own = {
        child.i for child in verb.children if child.dep_ in ("prep", "agent", "dative") and child.lower_ == preposition
    }
    for i in range(verb.i + 1, min(_sentence_end(verb), verb.i + reach)):
        token = doc[i]
        if token.lower_ == preposition and (preposition != "of" or i in own or _after_person(doc, verb.i, i)):
            if _can_begin(doc, i + 1, preposition) and (preposition != "for" or _accuses(verb, i)):
                return i + 1
        elif (_ends_clause(token) and i not in own) or (preposition == "for" and token.lower_ in _NAMED_BY_NOUN):
            return None
    return None


def _accuses(verb: Token, end: int) -> bool:
    """Whether the verb in front of "for" brings charges: by itself, or because a charge or penalty is its object."""
    lists = offence_extent.words()["verbs"]
    if verb.lemma_.lower() not in lists["support"] or verb.pos_ == "NOUN":
        return True
    start = verb.sent.start if verb.lemma_ == "impose" else verb.i + 1
    return any(t.lemma_.lower() in lists["penalties"] for t in verb.doc[start:end])


def _after_person(doc: Doc, verb: int, i: int) -> bool:
    between = doc[verb + 1 : i]
    if doc[i - 1].text == "," and i + 1 < len(doc) and doc[i + 1].tag_ == "VBG":
        return True
    return not len(between) or all(t.pos_ in ("PROPN", "PRON", "ADV") or t.ent_type_ == "PERSON" for t in between)


def _ends_clause(token: Token) -> bool:
    return (
        token.text in (";", ":")
        or token.tag_ in ("VBD", "VBZ", "MD")
        or token.lower_ in ("after", "because", "while", "when", "before", "following", "until", "although", "but")
    )


def _can_begin(doc: Doc, i: int, preposition: str) -> bool:
    """Whether the words at ``i`` can name an offence: not a length of time, a purpose or a person."""
    if i >= len(doc):
        return False
    token = doc[i]
    if preposition == "with":
        return token.pos_ != "PRON"
    if preposition == "to":
        return token.pos_ in ("NOUN", "ADJ") or token.tag_ == "VBG" or token.text == '"'
    barred = offence_extent.words()["not_offence"]["after_for"]
    if token.lower_ in barred and token.lower_ not in ("their", "his", "her"):
        return False
    if preposition == "of":
        return token.pos_ not in ("PRON",) or token.tag_ == "PRP$"
    return not (
        (token.pos_ in ("NUM", "PRON") and token.tag_ != "PRP$")
        or token.ent_type_ in _TIME
        or token.like_num
        or (token.lower_ in ("a", "an", "the") and _time_ahead(doc, i))
        or token.pos_ == "PROPN"
    )


def _time_ahead(doc: Doc, i: int) -> bool:
    return any(t.ent_type_ in _TIME or t.lower_ in ("period", "time", "total") for t in doc[i : i + 3])


def _led_by_noun(token: Token) -> Offences | None:
    """ "charges of …", "on suspicion of …", "arrest warrants for …", "offences such as …"."""
    doc, i = token.doc, token.i
    nouns, general = offence_extent.words()["nouns"], offence_extent.words()["general"]
    if token.lower_ in general["nouns"]:
        behind = i + 2 if doc[i + 1 : i + 2].text == "," else i + 1
        lists = [
            phrase for phrase in general["lists"] if doc[behind : behind + len(phrase.split())].text.lower() == phrase
        ]
        if lists:
            return _read(i, behind + len(lists[0].split()), doc=doc, listed=True)
    if i + 1 >= len(doc):
        return None
    following = doc[i + 1]
    lemma = token.lemma_.lower()
    if following.lower_ == "of" and (lemma in nouns["of"] or token.lower_ in nouns["of"]):
        if i and doc[i - 1].lower_ in ("in", "take", "took", "takes", "taking", "free") and lemma == "charge":
            return None
        return _read(i, i + 2, doc=doc)
    for preposition in ("on", "to"):
        if following.lower_ == preposition and lemma in nouns[preposition]:
            return _read(i, i + 2, doc=doc)
    if token.lower_ in nouns["for"] and token.pos_ in ("NOUN", "PROPN"):
        start = _object_start(token, "for", reach=_REACH if lemma in nouns["far"] else 2)
        return _read(i, start, doc=doc) if start is not None else None
    return None


def _compound(token: Token) -> Offences | None:
    """ "petty hooliganism charges", "terrorism-related charges", "a murder charge"."""
    if token.lower_ not in ("charges", "charge") or token.tag_ not in ("NN", "NNS", "NNP", "VBZ"):
        return None
    doc, start = token.doc, token.i
    while start > token.sent.start and doc[start - 1].tag_ in (
        "NN",
        "NNS",
        "JJ",
        "HYPH",
        "NNP",
        "VBN",
        "RB",
        "VBG",
        "CC",
    ):
        if doc[start - 1].tag_ == "CC" and doc[start - 2].tag_ not in ("NN", "NNS"):
            break
        start -= 1
    barred = offence_extent.words()["not_offence"]["adjectives"]
    while start < token.i and (doc[start].lower_ in barred or doc[start].tag_ in ("HYPH", "RB")):
        start += 1
    end = token.i + 1 if doc[start : token.i].text.lower().endswith("-related") else token.i
    while end > start and doc[end - 1].lower_ in ("and", "or", "other", "criminal"):
        end -= 1
    named = any(t.pos_ in ("NOUN", "PROPN") or t.lower_.endswith("ing") for t in doc[start:end])
    if start >= end or not named:
        return None
    return Offences(start, token.i + 1, tuple(offence_extent.split(doc, start, end)))


def _read(trigger: int, start: int, *, doc: Doc, listed: bool = False) -> Offences | None:
    """The offences whose words begin at ``start``."""
    while start < len(doc) and (
        doc[start].tag_ == "RB" and doc[start].lower_ in ("allegedly", "reportedly", "apparently", "just")
    ):
        start += 1
    if start >= len(doc):
        return None
    if doc[start].lower_ in ("charges", "counts", "a", "one", "two", "three") and start + 2 < len(doc):
        of = next(
            (k for k in (start + 1, start + 2) if doc[k].lower_ == "of" and doc[k - 1].lemma_ in ("charge", "count")),
            None,
        )
        start = of + 1 if of is not None else start
    listing = _general_list(doc, start)
    if listing:
        start, listed = listing, True
    end = offence_extent.extent(doc, start)
    items = tuple(offence_extent.split(doc, start, end, ranging=listed))
    return Offences(trigger, end, items, listed) if items else None


def _general_list(doc: Doc, start: int) -> int | None:
    """Behind "various criminal offences, ranging from": where the list begins."""
    general = offence_extent.words()["general"]
    for i in range(start, min(start + 6, len(doc) - 2)):
        if doc[i].lower_ in general["nouns"]:
            behind = i + 2 if doc[i + 1].text == "," else i + 1
            for phrase in general["lists"]:
                length = len(phrase.split())
                if doc[behind : behind + length].text.lower() == phrase:
                    return behind + length
            return None
        if doc[i].pos_ not in ("ADJ", "NOUN", "DET", "NUM"):
            return None
    return None
