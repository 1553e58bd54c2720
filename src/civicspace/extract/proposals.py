"""Reforms that somebody in office proposes to carry out, one for each of the coordinated proposals."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from civicspace.extract import statutes

_LONGEST: Final = 40
_BETWEEN: Final = frozenset(
    (
        "plans",
        "a",
        "plan",
        "his",
        "her",
        "its",
        "their",
        "intention",
        "intentions",
        "readiness",
        "willingness",
        "decision",
    )
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens ``start`` to ``end`` from "to" on; ``verb`` is what the speaker does ("proposed")."""

    verb: Token
    start: int
    end: int


def find(sentence: Span) -> Iterator[Proposal]:
    """ "proposed to ban X and to reduce Y": a proposal for each "to" of the list."""
    plans = statutes.words()["plans"]
    for verb in sentence:
        lemma = verb.lemma_.lower()
        if (
            not verb.tag_.startswith("VB")
            or verb.tag_ == "VB"
            or lemma not in plans["verbs"]
            or any(c.dep_ == "neg" for c in verb.children)
        ):
            continue
        starts = list(_coordinated(verb, sentence.end))
        if not starts:
            continue
        legislative = sentence.doc[starts[0] + 1].lemma_.lower() in plans["reforming"]
        if lemma not in plans["proposing"] and not (
            legislative and lemma in ("announce", "pledge", "promise", "vow", "plan")
        ):
            continue
        for start, following in zip(starts, [*starts[1:], sentence.end], strict=True):
            end = _end(sentence, start, following)
            yield Proposal(verb, start, end)


def _coordinated(verb: Token, limit: int) -> Iterator[int]:
    """Positions of each "to" + infinitive that hangs on ``verb``: one right behind it, others behind "," or "and"."""
    doc = verb.doc
    first = True
    for i in range(verb.i + 1, min(limit - 1, verb.i + 120)):
        if doc[i].tag_ != "TO" or doc[i + 1].tag_ not in ("VB", "RB"):
            if first and doc[i].pos_ != "ADV" and doc[i].lower_ not in _BETWEEN:
                return
            continue
        if first or doc[i - 1].lower_ in (",", "and", "or"):
            yield i
        first = False


def _end(sentence: Span, start: int, following: int) -> int:
    doc = sentence.doc
    end = min(following, start + _LONGEST)
    while end > start and (doc[end - 1].is_punct or doc[end - 1].lower_ in ("and", "or", "also")):
        end -= 1
    return end
