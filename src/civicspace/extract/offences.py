"""Offences as a paragraph words them: where the words of each begin and end."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from spacy.tokens import Doc, Token

_REACH: Final = 40
_LONGEST: Final = 60
_STOP: Final = frozenset(
    ["after", "before", "when", "while", "because", "following", "where", "whereas", "although", "though", "but", "amid", "since", "until", "despite", "if", "who", "which", "whom", "whose", "under", "pursuant", "during", "upon", "whether", "unless", "so", "as"]
)
_STOP_PHRASES: Final = (
    "in connection", "in relation", "relating to", "related to", "stemming from", "in retaliation", "in response",
    "in absentia", "in violation", "punishable by", "according to", "in accordance", "contrary to", "based on", "in contravention",
    "as part", "in what", "in a case", "in a trial", "prior to", "on the basis", "linked to", "in breach", "during the", "during his", "during her", "during their", "in separate", "to have",
)  # fmt: skip
_NAMED_BY_NOUN: Final = frozenset(("charges", "charge", "suspicion", "counts"))
_FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
_COURTS: Final = frozenset(["court", "courts", "judge", "judges", "tribunal", "police", "authorities", "prosecutor", "prosecutors", "jury"])
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
def words() -> dict[str, Any]:
    """The word lists of ``words/charges.toml``."""
    text = (resources.files("civicspace.extract") / "words" / "charges.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _triggers() -> frozenset[str]:
    """Every word, as written or as lemma, that can open an accusation: most words are passed over by this alone."""
    lists = words()
    verbs = (w for preposition in ("with", "of", "for", "to") for w in lists["verbs"][preposition])
    nouns = (w for preposition in ("for", "of", "on", "to") for w in lists["nouns"][preposition])
    return frozenset((*verbs, *nouns, *lists["general"]["nouns"], "charge", "charges"))


def find(doc: Doc) -> list[Offences]:
    """Every accusation of a paragraph that says what it is about, in order, none inside of another."""
    found: list[Offences] = []
    triggers = _triggers()
    for token in doc:
        if token.lower_ not in triggers and token.lemma_.lower() not in triggers or found and token.i < found[-1].end:
            continue
        here = _compound(token) or _led_by_noun(token) or _led_by_verb(token)
        if here:
            found.append(here)
    return found


def read_at(doc: Doc, start: int) -> Offences | None:
    """The offences whose words begin at token ``start``."""
    return _read(start, start, doc=doc)


def read_further(doc: Doc, start: int) -> Offences | None:
    """A further offence behind "and", where no new clause begins there."""
    end = doc[start].sent.end
    return _read(start, start, doc=doc) if _offence_ahead(doc, start) and not _clause_ahead(doc, start, end) else None


def _sentence_end(token: Token) -> int:
    return int(token.sent.end)


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB") or (token.tag_ == "JJ" and token.lower_.endswith("ed"))


def _led_by_verb(token: Token) -> Offences | None:
    """ "charged with …", "accused of …", "sentenced to five years for …"."""
    if not _is_verb(token):
        return None
    lemma, verbs = token.lemma_.lower(), words()["verbs"]
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
        elif _ends_clause(token) and i not in own or preposition == "for" and token.lower_ in _NAMED_BY_NOUN:
            return None
    return None


def _accuses(verb: Token, end: int) -> bool:
    """Whether the verb in front of "for" brings charges: by itself, or because a charge or penalty is its object."""
    lists = words()["verbs"]
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
    barred = words()["not_offence"]["after_for"]
    if token.lower_ in barred and token.lower_ not in ("their", "his", "her"):
        return False
    if preposition == "of":
        return token.pos_ not in ("PRON",) or token.tag_ == "PRP$"
    return not (
        (token.pos_ in ("NUM", "PRON")
        and token.tag_ != "PRP$")
        or token.ent_type_ in _TIME
        or token.like_num
        or (token.lower_ in ("a", "an", "the")
        and _time_ahead(doc, i))
        or token.pos_ == "PROPN"
    )


def _time_ahead(doc: Doc, i: int) -> bool:
    return any(t.ent_type_ in _TIME or t.lower_ in ("period", "time", "total") for t in doc[i : i + 3])


def _led_by_noun(token: Token) -> Offences | None:
    """ "charges of …", "on suspicion of …", "arrest warrants for …", "offences such as …"."""
    doc, i = token.doc, token.i
    nouns, general = words()["nouns"], words()["general"]
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
    barred = words()["not_offence"]["adjectives"]
    while start < token.i and (doc[start].lower_ in barred or doc[start].tag_ in ("HYPH", "RB")):
        start += 1
    end = token.i + 1 if doc[start : token.i].text.lower().endswith("-related") else token.i
    while end > start and doc[end - 1].lower_ in ("and", "or", "other", "criminal"):
        end -= 1
    named = any(t.pos_ in ("NOUN", "PROPN") or t.lower_.endswith("ing") for t in doc[start:end])
    if start >= end or not named:
        return None
    return Offences(start, token.i + 1, tuple(_split(doc, start, end)))


def _read(trigger: int, start: int, *, doc: Doc, listed: bool = False) -> Offences | None:
    """The offences whose words begin at ``start``."""
    while start < len(doc) and (
        doc[start].tag_ == "RB" and doc[start].lower_ in ("allegedly", "reportedly", "apparently", "just")
    ):
        start += 1
    if start >= len(doc):
        return None
    if doc[start].lower_ in ("charges", "counts", "a", "one", "two", "three") and start + 2 < len(doc):
        of = next((k for k in (start + 1, start + 2) if doc[k].lower_ == "of" and doc[k - 1].lemma_ in ("charge", "count")), None)
        start = of + 1 if of is not None else start
    listing = _general_list(doc, start)
    if listing:
        start, listed = listing, True
    end = _extent(doc, start)
    items = tuple(_split(doc, start, end, ranging=listed))
    return Offences(trigger, end, items, listed) if items else None


def _general_list(doc: Doc, start: int) -> int | None:
    """Behind "various criminal offences, ranging from": where the list begins."""
    general = words()["general"]
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


def _extent(doc: Doc, start: int) -> int:
    """Where the words of the offences end: the clause's end, a bracket, or what tells when, where and why."""
    limit = min(doc[start].sent.end, start + _LONGEST)
    i, quoted = start, False
    while i < limit:
        token = doc[i]
        if token.text == '"':
            quoted = not quoted
            if not quoted and not _quote_goes_on(doc, i + 1, limit):
                i += 1
                break
        elif not quoted and i > start and token.text == "(":
            behind = _behind_bracket(doc, i, limit)
            if behind is None:
                break
            i = behind
            continue
        elif not quoted and i > start and _stops(doc, i, start=start, limit=limit):
            break
        i += 1
    while i > start and ((doc[i - 1].is_punct and doc[i - 1].text != '"') or doc[i - 1].pos_ in ("CCONJ", "ADP", "DET")):
        i -= 1
    return i


def _behind_bracket(doc: Doc, i: int, limit: int) -> int | None:
    """Where a list of offences goes on behind a bracket ("… (article 5), resisting arrest and …"), if it does."""
    close = next((k for k in range(i, limit) if doc[k].text == ")"), None)
    if close is None or close + 2 >= limit:
        return None
    following = doc[close + 1]
    if following.text == "," and _list_goes_on(doc, close + 2, limit) and _offence_ahead(doc, close + 2):
        return close + 1
    if following.lower_ in ("and", "or") and _offence_ahead(doc, close + 1) and not _clause_ahead(doc, close + 2, limit):
        return close + 1
    return None


def _offence_ahead(doc: Doc, i: int) -> bool:
    """Whether the words at ``i``, behind any "and", can be a further offence."""
    while i < len(doc) and (doc[i].lower_ in ("and", "or", "with", "of", ",") or doc[i].text == '"' or doc[i].tag_ == "RB"):
        i += 1
    return i < len(doc) and (doc[i].tag_ == "VBG" or doc[i].pos_ in ("NOUN", "ADJ"))


def _quote_goes_on(doc: Doc, i: int, limit: int) -> bool:
    """Whether another offence follows a closing quotation mark: "… and ‘…’", "… and disobeying police"."""
    while i < limit and doc[i].lower_ in (",", "and", "or", "as", "well", "both"):
        if doc[i].lower_ in ("and", "or", "as"):
            if i + 1 >= limit:
                return False
            following = doc[i + 1]
            return (
                following.text == '"'
                or following.tag_ == "VBG"
                or (following.pos_ in ("NOUN", "ADJ", "ADV") and not _clause_ahead(doc, i + 1, limit))
            )
        if i + 1 < limit and doc[i + 1].text == '"':
            return True
        i += 1
    return False


def _clause_ahead(doc: Doc, i: int, limit: int) -> bool:
    """Whether a new clause begins at ``i``: a finite verb (or a participle of a report) before the next break."""
    for token in doc[i : min(i + 9, limit)]:
        if token.text in (",", ";", '"', "("):
            return False
        if token.tag_ in _FINITE or (token.tag_ == "VBN" and token.i <= i + 1):
            return True
        if token.tag_ in ("WDT", "WP"):
            return False
    return False


def _stops(doc: Doc, i: int, *, start: int, limit: int) -> bool:
    token = doc[i]
    low, text = token.lower_, token.text
    if text in (";", ":", "–", "—", "(", ")", "[", "]", " – ") or (text == "-" and token.whitespace_):
        return True
    if low in _STOP and not (low == "as" and doc[i : i + 3].text.lower() == "as well as"):
        return True
    pair = doc[i : i + 2].text.lower()
    if any(doc[i : i + len(p.split())].text.lower() == p for p in _STOP_PHRASES):
        return True
    if low in ("in", "on", "at", "between", "from", "for", "by", "with") and i + 1 < limit and _adjunct(doc, i):
        return True
    if text == ",":
        return not _list_goes_on(doc, i + 1, limit)
    if low in ("and", "or"):
        return _clause_ahead(doc, i + 1, limit) or pair in ("and then", "and is", "and was")
    if token.tag_ in _FINITE and not _has_subject(doc, start, i):
        return True
    return (
        token.ent_type_ in _TIME
        and token.tag_ in ("CD", "NNP", "JJ")
        and doc[i - 1].pos_ not in ("ADP", "DET")
        and doc[i - 1].ent_type_ not in _TIME
        and (token.head.i < i or token.head.pos_ == "VERB")
    )


def _adjunct(doc: Doc, i: int) -> bool:
    """Whether the preposition at ``i`` tells a time, a court or a manner rather than the offence."""
    low, following = doc[i].lower_, doc[i + 1]
    ahead = doc[i + 1 : i + 4]
    if following.ent_type_ in _TIME or (following.lower_ in ("early", "late", "mid") and low == "in"):
        return not following.pos_ == "NOUN" or following.ent_type_ in _TIME
    if low == "by":
        return following.tag_ == "VBG" or any(t.lower_ in _COURTS for t in doc[i + 1 : i + 6])
    if low in ("in", "at"):
        return any(t.lower_ in ("court", "courts", "trial", "trials", "hearing") for t in ahead)
    if low == "with":
        return any(t.lower_ in ("others", "colleagues") for t in ahead)
    return False


def _has_subject(doc: Doc, start: int, i: int) -> bool:
    """Whether a finite verb at ``i`` belongs to a clause inside of the offence ("actions that disturb order")."""
    return any(t.tag_ in ("WDT", "WP", "WRB") or t.dep_ in ("nsubj", "nsubjpass", "mark") for t in doc[start:i])


def _list_goes_on(doc: Doc, i: int, limit: int) -> bool:
    """Whether a comma stands between offences: what follows is one, and the list ends in "and" or "or"."""
    if i >= limit:
        return False
    first = doc[i]
    if first.lower_ in ("and", "or"):
        return not _clause_ahead(doc, i + 1, limit)
    if first.pos_ in ("DET", "PRON", "SCONJ", "ADP", "PROPN") or first.lower_ in (
        "charges",
        "amid",
        "including",
        "all",
    ):
        return first.lower_ == "including"
    if first.tag_ in _FINITE or (first.tag_ == "VBN" and doc[min(i + 1, limit - 1)].pos_ not in ("NOUN", "ADJ")):
        return False
    for token in doc[i : min(i + 22, limit)]:
        if token.lower_ in ("and", "or"):
            return True
        if token.text in ("(", ";", ":") or token.tag_ in _FINITE or token.lower_ in _STOP:
            return False
    return False


def _split(doc: Doc, start: int, end: int, *, ranging: bool = False) -> list[tuple[int, int]]:
    """Take a stretch of offences apart at its own commas, "and" and "or"."""
    items, begin, quoted, i = [], start, False, start
    while i < end:
        token = doc[i]
        if token.text == '"':
            quoted = not quoted
        width = 0 if quoted else _bracket(doc, i, end=end) or _cut(doc, begin, i, end=end, ranging=ranging)
        if width:
            items.append((begin, i))
            begin = i = i + width
            continue
        i += 1
    items.append((begin, end))
    return [item for item in (_trim(doc, *item) for item in items) if item[0] < item[1]]


def _bracket(doc: Doc, i: int, *, end: int) -> int:
    """How many tokens a bracket between two offences takes, with the comma or "and" behind it."""
    if doc[i].text != "(":
        return 0
    close = next((k for k in range(i, end) if doc[k].text == ")"), i)
    while close + 1 < end and doc[close + 1].lower_ in (",", "and", "or"):
        close += 1
    return close + 1 - i


def _cut(doc: Doc, begin: int, i: int, *, end: int, ranging: bool) -> int:
    """How many tokens at ``i`` part two offences; 0 where they belong to one."""
    low = doc[i].lower_
    if i == begin or i + 1 >= end:
        return 0
    if low == ",":
        return 2 if doc[i + 1].lower_ in ("and", "or") else 1
    if ranging and low == "to" and doc[i + 1].tag_ != "VB":
        return 1
    if doc[i : i + 3].text.lower() == "as well as":
        return 3
    if low not in ("and", "or"):
        return 0
    if doc[i - 1].text == '"' or doc[i + 1].text == '"':
        return 1
    return 1 if _parts(doc, begin, i, end=end) else 0


def _parts(doc: Doc, begin: int, i: int, *, end: int) -> bool:
    """Whether "and" at ``i`` joins two offences rather than two words of one."""
    right = doc[i + 1 if doc[i + 1].tag_ != "RB" or i + 2 >= end else i + 2]
    if right.tag_ == "VBG":
        bare = doc[i - 1].tag_ == "VBG" and any(t.pos_ in ("NOUN", "PROPN") for t in doc[right.i : end])
        return not bare and (doc[i].lower_ == "and" or doc[begin].tag_ == "VBG")
    root = doc[begin:i].root
    joined = [t for t in doc[i + 1 : end] if t.dep_ == "conj" and t.head.i < i]
    if doc[begin].tag_ == "VBG" or (doc[begin].tag_ == "RB" and doc[begin + 1].tag_ == "VBG"):
        return bool(joined) and joined[0].head.i <= begin + 1
    if doc[i - 1].pos_ == "ADJ":
        return False
    return not joined or joined[0].head.i <= root.i


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without the quotation marks, articles and adverbs at the ends."""
    skipped = ("allegedly", "reportedly", "the", "a", "an", "alleged", "both", "supposedly", "purportedly", "including")
    while start < end and (doc[start].is_punct or doc[start].lower_ in skipped):
        start += 1
    while end > start and (
        (doc[end - 1].is_punct and doc[end - 1].text != ".") or doc[end - 1].text == "." or doc[end - 1].is_space
    ):
        end -= 1
    return start, end
