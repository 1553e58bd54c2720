"""How the clause of a date tells it: what is to come, what lies behind, how long a term runs."""

import re

from spacy.tokens import Span, Token

from civicspace.extract.date_days import Telling
from civicspace.extract.date_forms import Worded

_AHEAD = re.compile(r"\b(?:will|shall|scheduled|slated|due|planned|expected)\b[^.;]{0,60}$")


def _clause(span: Span) -> Token:
    """The verb whose clause a date stands in, or the root."""
    token: Token = span.root
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _is_earlier(verb: Token) -> bool:
    """Whether a verb is in the pluperfect, its own or that of the verb it is joined to."""
    if any(child.lower_ in ("had", "'d") and child.dep_ == "aux" for child in verb.children):
        return True
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return verb.dep_ == "conj" and not subject and verb.head.i != verb.i and _is_earlier(verb.head)


def is_aside(span: Span) -> bool:
    """Whether the date belongs to what the passage goes back to, and not to what it tells."""
    verb = _clause(span)
    return verb.dep_ in ("relcl", "acl") or _is_earlier(verb)


_TERM = re.compile(r"\b(?:until|till|up to|through)(?: the)? ?$", re.IGNORECASE)


_PLANNED = re.compile(
    r"\b(?:(?:set|scheduled|due|planned|slated|fixed|called|expected) for|(?:scheduled|due|expected) on"
    r"|(?:adjourned|postponed|put off|delayed|rescheduled|deferred) (?:to|for)|(?:due|scheduled|set|expected) to"
    r" [\w ]{2,30} (?:on|in)|(?:enters?|comes?) into (?:force|effect) on)(?: the)? ?$",
    re.IGNORECASE,
)


def telling_of(text: str, worded: Worded, span: Span) -> Telling:
    planned = bool(_PLANNED.search(text, 0, worded.start))
    return Telling(
        ahead=bool(_AHEAD.search(text, 0, worded.start)),
        term=planned or (worded.role == "until" and bool(_TERM.search(text, 0, worded.start))),
        earlier=not planned and _is_earlier(_clause(span)),
        entry=worded.entry,
    )


#: Verbs that name nothing.
_EMPTY = frozenset(["be", "have", "do", "say", "take", "make", "get", "go", "come", "give"])


def landmark(span: Span) -> str | None:
    """The lemma of what follows "the day after": the noun ("the raid") or the verb ("she was freed")."""
    last = span[-1]
    noun = next((child for child in last.children if child.dep_ == "pobj"), None)
    verb = last.head if last.dep_ == "mark" else None
    token = noun if noun is not None else verb
    if token is None or token.i < span.end or token.pos_ not in ("NOUN", "VERB"):
        return None
    lemma: str = token.lemma_.lower()
    return lemma if lemma not in _EMPTY else None


def lemmas(span: Span) -> frozenset[str]:
    """The lemmas of nouns and verbs of the sentence that a date stands in."""
    return frozenset(t.lemma_.lower() for t in span.sent if t.pos_ in ("NOUN", "VERB"))
