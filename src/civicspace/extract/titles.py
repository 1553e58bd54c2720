"""Titles cut off names: "UN Secretary-General Antonio Guterres" leaves the name and keeps the title."""

from collections.abc import Iterator
from dataclasses import dataclass

from civicspace.extract.names import Run
from civicspace.extract.parse import is_english_word
from civicspace.extract.vocabulary import words
from civicspace.reference.countries import by_adjective
from civicspace.reference.name_parts import is_given_name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sequence that may name a person; ``title`` is what stood before it in the same capitals."""

    run: Run
    title: str


def _is_title(word: str) -> bool:
    return word in words("titles") or word in words("roles")


def candidates(run: Run) -> Iterator[Candidate]:
    """Cut titles off a capitalised sequence: "UN Secretary-General Antonio Guterres" leaves the name."""
    parts = run.words
    start = 0
    if len(parts) == 2 and parts[0].lower in words("titles_and_names") and not _is_title(parts[1].lower):
        yield Candidate(run, parts[0].text)
        return
    for at, word in enumerate(parts):
        last = at == len(parts) - 1
        name_like = any(not _describes(run, earlier) for earlier in range(start, at))
        rank = word.lower == "general" and at > 0 and _is_title(parts[at - 1].lower)  # "Attorney General"
        ambiguous = word.lower in words("ambiguous_titles") and (name_like or last) and not rank
        if _is_title(word.lower) and not ambiguous:
            if at > start:
                yield from _untitled(run.part(start, at), run.part(0, start).text if start else "")
            start = at + 1
        elif last or at + 1 == len(parts):
            break
    if start < len(parts):
        yield from _untitled(run.part(start, len(parts)), run.part(0, start).text if start else "")


def _describes(run: Run, at: int) -> bool:
    """Whether a word only says of what: "US", "Nigerian", "Police" before a title."""
    word = run.words[at]
    token = run.paragraph.doc[run.part(at, at + 1).tokens()[0]]
    return word.text.isupper() or by_adjective(token.text) is not None or is_english_word(word.lower)


def _untitled(run: Run, title: str) -> Iterator[Candidate]:
    """Drop a sentence's first word and words that only describe: "Follow Michael Sisak", "Nigerian Michael"."""
    doc = run.paragraph.doc
    first = 0
    before = run.tokens()[0] - 1
    before -= before > 0 and doc[before].lower_ == "the"
    of_an_office = before > 0 and doc[before].lower_ in {"of", "for", "on"}
    while first < len(run.words) - 1:
        token = next(t for t in doc[slice(*run.part(first, first + 1).tokens())] if t.text != "'")
        thing = token.lower_ in words("organisation_words") | words("thing_words")
        english = is_english_word(token.lower_) and (thing or not is_given_name(token.lower_))
        plain = english and (token.pos_ not in {"PROPN", "NOUN"} or (of_an_office and len(run.words) - first > 2))
        if not (plain or by_adjective(token.text) or len(token) == 1):
            break
        first += 1
    last = len(run.words)
    while last - first > 2 and _is_credit(run, last - 1):
        last -= 1
    if last - first >= 1 and any(len(w.text) > 1 for w in run.words[first:last]):
        yield Candidate(run.part(first, last), title or (run.part(0, first).text if of_an_office and first else ""))


def _is_credit(run: Run, at: int) -> bool:
    """Whether the last word is an acronym behind a name in small letters: "Le Luan AFP"."""
    word = run.words[at].text
    return word.isupper() and len(word) > 2 and "." not in word and not run.words[at - 1].text.isupper()
