"""Where the words of an offence end, and where a list of offences falls apart into single ones."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final

from spacy.tokens import Doc, Token

_LONGEST: Final = 60
_FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
_COURTS: Final = frozenset(
    ["court", "courts", "judge", "judges", "tribunal", "police", "authorities", "prosecutor", "prosecutors", "jury"]
)
_TIME: Final = frozenset(("DATE", "TIME"))


@cache
def words() -> dict[str, Any]:
    """The word lists of ``words/charges.toml``."""
    text = (resources.files("civicspace.extract") / "words" / "charges.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _stop() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words and phrases at which the naming of an offence is over."""
    return frozenset(words()["stop"]["words"]), tuple(words()["stop"]["phrases"])


def is_quote(token: Token) -> bool:
    """Whether a token opens or closes quoted words; an apostrophe does where it is no genitive."""
    if token.text == "'":
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        genitive = token.tag_ == "POS" and following is not None and following.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
        return not genitive
    return token.text == '"'


def extent(doc: Doc, start: int) -> int:
    """Where the words of the offences end: the clause's end, a bracket, or what tells when, where and why."""
    limit = min(doc[start].sent.end, start + _LONGEST)
    i, quoted = start, False
    while i < limit:
        token = doc[i]
        if is_quote(token):
            quoted = not quoted
            bracket = i + 1 < limit and doc[i + 1].text == "("
            if not quoted and not bracket and not _quote_goes_on(doc, i + 1, limit):
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
    while i > start and (
        (doc[i - 1].is_punct and not is_quote(doc[i - 1])) or doc[i - 1].pos_ in ("CCONJ", "ADP", "DET")
    ):
        i -= 1
    return i


def _behind_bracket(doc: Doc, i: int, limit: int) -> int | None:
    """Where a list of offences goes on behind a bracket ("… (article 5), resisting arrest and …"), if it does."""
    close = next((k for k in range(i, limit) if doc[k].text == ")"), None)
    if close is None or close + 2 >= limit:
        return None
    following = doc[close + 1]
    if following.text == "," and _list_goes_on(doc, close + 2, limit) and offence_ahead(doc, close + 2):
        return close + 1
    if following.lower_ in ("and", "or") and offence_ahead(doc, close + 1) and not clause_ahead(doc, close + 2, limit):
        return close + 1
    return None


def offence_ahead(doc: Doc, i: int) -> bool:
    """Whether the words at ``i``, behind any "and", can be a further offence."""
    while i < len(doc) and (
        doc[i].lower_ in ("and", "or", "with", "of", ",") or is_quote(doc[i]) or doc[i].tag_ == "RB"
    ):
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
                is_quote(following)
                or following.tag_ == "VBG"
                or (following.pos_ in ("NOUN", "ADJ", "ADV") and not clause_ahead(doc, i + 1, limit))
            )
        if i + 1 < limit and is_quote(doc[i + 1]):
            return True
        i += 1
    return False


def clause_ahead(doc: Doc, i: int, limit: int) -> bool:
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
    if low in _stop()[0] and not (low == "as" and doc[i : i + 3].text.lower() == "as well as"):
        return True
    pair = doc[i : i + 2].text.lower()
    if any(doc[i : i + len(p.split())].text.lower() == p for p in _stop()[1]):
        return True
    if low in ("in", "on", "at", "between", "from", "for", "by", "with") and i + 1 < limit and _adjunct(doc, i):
        return True
    if text == ",":
        return not _list_goes_on(doc, i + 1, limit)
    if low in ("and", "or"):
        return clause_ahead(doc, i + 1, limit) or pair in ("and then", "and is", "and was")
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
        return following.pos_ != "NOUN" or following.ent_type_ in _TIME
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
        return not clause_ahead(doc, i + 1, limit)
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
        if token.text in ("(", ";", ":") or token.tag_ in _FINITE or token.lower_ in _stop()[0]:
            return False
    return False


def split(doc: Doc, start: int, end: int, *, ranging: bool = False) -> list[tuple[int, int]]:
    """Take a stretch of offences apart at its own commas, "and" and "or"."""
    items, begin, quoted, i = [], start, False, start
    while i < end:
        token = doc[i]
        if is_quote(token):
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
    if is_quote(doc[i - 1]) or is_quote(doc[i + 1]):
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
    for k in range(start, min(start + 3, end - 2)):
        if doc[k].lemma_ == "count" and doc[k + 1].lower_ == "of":
            start = k + 2
            break
    while start < end and (doc[start].is_punct or doc[start].lower_ in skipped):
        start += 1
    while end > start and (
        (doc[end - 1].is_punct and doc[end - 1].text != ".") or doc[end - 1].text == "." or doc[end - 1].is_space
    ):
        end -= 1
    return start, end
