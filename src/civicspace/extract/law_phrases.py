"""Steps told by a phrase rather than by one verb: "in force since", "its second reading", "gave its assent to"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Span, Token

from civicspace.extract import law_modality, statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.law_step import Step

_UNREAL: Final = re.compile(r"(?:\b(?:not|never|no|yet|if|unless|until|without)|n['’]t)\b[^,;]*$", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:should|would|could|may|might|must|before|ahead of|will|shall|to|for|awaiting|awaits?|pending|scheduled|due"
    r"|calls?|called|urged)\b[^,;]*$",
    re.IGNORECASE,
)
_BY_PRONOUN: Final = frozenset(
    ("first-reading", "second-reading", "approved", "adopted", "signed", "rejected", "in-force")
)
_WINDOW: Final = 28
_REACH: Final = 7


@cache
def _patterns() -> list[tuple[str, str, re.Pattern[str]]]:
    lists = statutes.words()["phrases"]
    blanks = {name: f"(?:{'|'.join(lists[name])})" for name in ("houses", "to_house")}
    return [
        (entry["stage"], entry["law"], re.compile(rf"\b(?:{entry['words'] % blanks})\b", re.IGNORECASE))
        for entry in lists["step"]
    ]


@cache
def _trigger() -> re.Pattern[str]:
    """One of the words that every phrase has, to pass over most sentences at once."""
    return re.compile("|".join(statutes.words()["phrases"]["triggers"]), re.IGNORECASE)


def find(sentence: Span, enactments: dict[int, Enactment]) -> Iterator[Step]:
    """The steps of a sentence's phrases, each with its law, or with none where a pronoun stands for it."""
    text = sentence.text
    if not _trigger().search(text):
        return
    for stage, side, pattern in _patterns():
        for match in pattern.finditer(text):
            words = sentence.char_span(*match.span(), alignment_mode="expand")
            before = text[max(0, match.start() - _WINDOW) : match.start()]
            if words is None or _UNREAL.search(before):
                continue
            verb = next((t for t in words if t.pos_ == "VERB"), None)
            if verb is None and _AHEAD.search(before):
                continue
            anchor = verb or words.root
            told = law_modality.held(anchor, stage)
            known, law = _law(words, side, enactments) if told else (False, None)
            if told and known and (law or stage in _BY_PRONOUN):
                yield Step(told, anchor, law, 0.75 if law else 0.6)


def _law(words: Span, side: str, enactments: dict[int, Enactment]) -> tuple[bool, Enactment | None]:
    """Whether the phrase has a law, and which; ``None`` for the one that a pronoun means."""
    sentence = words.root.sent
    within = [law for i, law in sorted(enactments.items()) if words.start <= i < words.end and law.kind != "reform"]
    if within:
        return True, within[0]
    if side in ("behind", "either"):
        for i in range(words.end, min(sentence.end, words.end + _REACH)):
            law = enactments.get(i) or next((e for e in enactments.values() if e.start <= i < e.head), None)
            if law is not None:
                return True, law
            if words.doc[i].pos_ in ("VERB", "AUX"):
                break
    if side == "behind":
        return False, None
    return _in_front(words, sentence, enactments)


def _in_front(words: Span, sentence: Span, enactments: dict[int, Enactment]) -> tuple[bool, Enactment | None]:
    subject = _subject(words)
    if subject is not None:
        if subject.i in enactments:
            return True, enactments[subject.i]
        if subject.lower_ in ("it", "they", "this", "these"):
            return True, None
    laws = {e.head: e for i, e in enactments.items() if sentence.start <= i < words.start}
    near = [e for h, e in sorted(laws.items()) if not _broken(words.doc[e.head + 1 : words.start])]
    if near and (subject is None or subject.lower_ in ("which", "that") or subject.pos_ not in ("NOUN", "PROPN")):
        return True, near[-1]
    verb = subject.head.i if subject is not None else words.start
    inside = {t.i for t in subject.subtree} if subject is not None else set()
    held = [e for e in near if e.head in inside or e.head > verb]  # "gave the bill its first reading"
    return bool(held), held[-1] if held else None


def _broken(between: Span) -> bool:
    return any(t.text in (";", ":") for t in between) or len(between) > 20


def _subject(words: Span) -> Token | None:
    """The subject of the phrase's verb or of the one that it is coordinated with; none for a mere adjunct."""
    if not any(t.pos_ in ("VERB", "AUX") for t in words):
        root = words.root
        if root.head.pos_ not in ("VERB", "AUX") or (words.start and words.doc[words.start - 1].text in (",", "(")):
            return None
    verb = next((t for t in [*words, *words.root.ancestors] if t.pos_ in ("VERB", "AUX")), None)
    while verb is not None:
        found = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None or verb.dep_ not in ("conj", "aux", "auxpass", "xcomp", "advcl"):
            return found
        verb = verb.head
    return None
