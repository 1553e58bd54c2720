"""The laws that a report has named so far, and which of them further words mean."""

import re
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from civicspace.extract import statutes
from civicspace.extract.enactment import Enactment
from civicspace.model.law import LawKind

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_ENDING: Final = re.compile(r"(?:ations?|ating|ates?|ions?|ing|ments?|ers?|ed|es|s|e)$")
_NOUNS: Final = ("NOUN", "PROPN")
_SENTENCE_REACH: Final = 3
_INSTRUMENTS: Final = frozenset(statutes.words()["instruments"]["heads"])
_SMALL: Final = frozenset(
    "the a an of in on for to and or by with its new draft law laws bill act legislation reform reforms".split()
)


@dataclass(eq=False)
class Law:
    """A law of the report while it is read: its best title so far and the word stems of every title."""

    title: str
    kind: LawKind
    stems: set[str]
    draft: bool


class Memory:
    """The laws in the order in which they were last meant."""

    def __init__(self) -> None:
        self._laws: list[Law] = []
        self._sentence = self._last_named = 0

    def end_sentence(self, *, named: bool) -> None:
        """Count a sentence; ``named`` where it names a law."""
        self._sentence += 1
        self._last_named = self._sentence if named else self._last_named

    def meant(self, mention: Enactment) -> Law:
        """The law of a mention: one named before, or a new one."""
        stems = _stems(mention.title)
        for law in reversed(self._laws):
            if _same(law, mention, stems):
                self._laws.remove(law)
                self._laws.append(law)
                law.stems |= stems
                if not mention.short and len(mention.title) > len(law.title) and not law.title[0].isupper():
                    law.title = mention.title
                return law
        law = Law(mention.title, mention.kind, set(stems), mention.draft)
        self._laws.append(law)
        return law

    def by_pronoun(self, verb: Token, meant: dict[int, Law], *, part: bool) -> Law | None:
        """The law that "it" means: the one named before in the sentence, else the last one of the sentences before.

        A ``part`` ("a provision was dropped") is one of the last bill, however far back that was named.
        """
        before = [law for head, law in sorted(meant.items()) if head < verb.i]
        if before:
            return before[-1]
        if part:
            return next((law for law in reversed(self._laws) if law.kind == "bill"), None)
        if any(
            t.dep_ in ("dobj", "nsubjpass") and t.head != verb and t.pos_ in _NOUNS for t in verb.sent if t.i < verb.i
        ):
            return None
        return self._laws[-1] if self._laws and self._sentence - self._last_named <= _SENTENCE_REACH else None


def _stems(title: str) -> set[str]:
    heads = statutes.words()["numbered"]
    words = [w for w in re.findall(r"[^\W\d_]{2,}|\d{2,}", title.lower()) if w not in _SMALL and w not in heads]
    return {_ENDING.sub("", w) for w in words}


def _same(law: Law, mention: Enactment, stems: set[str]) -> bool:
    """Whether a mention means ``law``: it only points back to one of its kind, or their titles agree."""
    if mention.short:
        return _kin(law, mention) and _pointed_at(law, mention)
    if not law.stems and law.draft and mention.draft:
        return _kin(law, mention)
    if not stems or not law.stems:
        return law.title.lower() == mention.title.lower()
    if not _kin(law, mention) or (law.kind == "regulation") != (mention.kind == "regulation"):
        return False
    years = {s for s in stems if _YEAR.fullmatch(s)}, {s for s in law.stems if _YEAR.fullmatch(s)}
    if years[0] and years[1] and years[0] != years[1]:
        return False
    plain, known = stems - years[0], law.stems - years[1]
    if not plain and not known:
        return law.title.lower().split()[-1] == mention.title.lower().split()[-1]
    shared = plain & known
    alike = len(shared) >= 2 or law.draft == mention.draft or plain == known
    return bool(shared) and alike and (plain <= known or known <= plain or len(shared) >= 2)


def _pointed_at(law: Law, mention: Enactment) -> bool:
    """Whether words such as "the decree" fit the kind of ``law``: a law is no decree, a draft no law in force."""
    if any(word in _INSTRUMENTS for word in law.title.lower().split()):
        return mention.title.lower().rsplit(" ", 1)[-1] in _INSTRUMENTS
    if law.kind == "regulation" or mention.kind == "regulation":
        return law.kind == mention.kind
    return law.kind == "reform" or law.draft or not mention.draft


def _kin(law: Law, mention: Enactment) -> bool:
    reform = {law.kind == "reform", mention.kind == "reform"}
    return len(reform) == 1
