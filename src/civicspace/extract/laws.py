"""The steps of laws, bills, reforms and regulations that a report tells, each once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Span

from civicspace.extract import enactments, law_evidence, law_stages, proposals, statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.law_step import Step
from civicspace.extract.mention import DateMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.model.edtf import bounds
from civicspace.model.law import LawKind, LawStep
from civicspace.model.quote import Quote

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_FORCE: Final = re.compile(r"\b(?:force|effect|effective)\b")
_PRONOUN_REACH: Final = 2  # paragraphs
_SPEECH: Final = frozenset(("address", "speech", "statement", "announcement", "message", "remarks"))
_INSTRUMENTS: Final = frozenset(statutes.words()["instruments"]["heads"])
_SMALL: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "for",
        "to",
        "and",
        "or",
        "by",
        "with",
        "its",
        "new",
        "draft",
        "law",
        "laws",
        "bill",
        "act",
        "legislation",
        "reform",
        "reforms",
    ]
)


@dataclass(eq=False)
class _Law:
    """A law of the report while it is read: its best title so far and the word stems of every title."""

    title: str
    kind: LawKind
    stems: set[str]
    draft: bool


@dataclass(eq=False)
class _Told:
    """One telling of a step."""

    law: _Law
    stage: str
    date: str | None
    certainty: float
    quote: Quote
    further: list[Quote] = field(default_factory=list)


def extract(reading: Reading) -> list[LawStep]:
    """Every step once, in the order of the text; what is told again becomes further evidence of the fuller telling."""
    reader = _Reader(reading)
    told = [one for paragraph in reading.paragraphs if not paragraph.heading for one in reader.paragraph(paragraph)]
    return [_step(number, one) for number, one in enumerate(_merged(told), start=1)]


def _step(number: int, told: _Told) -> LawStep:
    evidence = tuple(dict.fromkeys([told.quote, *told.further]))
    confidence = round(min(0.97, told.certainty + 0.05 * (told.date is not None) + 0.05 * (len(evidence) > 1)), 2)
    return LawStep(
        id=f"l{number}",
        title=told.law.title,
        kind=told.law.kind,
        stage=told.stage,
        date=told.date,
        confidence=confidence,
        evidence=evidence,
    )


class _Reader:
    """Goes through the paragraphs in order and remembers the laws named so far."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._laws: list[_Law] = []
        self._speech: str | None = None
        self._here = False
        self._named_in = -_PRONOUN_REACH - 1

    def paragraph(self, paragraph: Paragraph) -> Iterator[_Told]:
        named = enactments.find(paragraph.doc)
        self._here = False
        for sentence in paragraph.doc.sents:
            dates = self._reading.within(self._reading.dates, paragraph.index, sentence.start, sentence.end)
            every = [d for d in dates if d.edtf]
            dates = [d for d in every if not law_evidence.names_something(paragraph.doc[d.start : d.end])]
            dates = [d for d in dates if not any(i in named and d.end <= named[i].end for i in (d.start, d.start - 1))]
            self._remember_speech(sentence, dates)
            proposed = list(proposals.find(sentence))
            inside = {i for p in proposed for i in range(p.start, p.end)}
            near = self._near(paragraph, bool(named))
            found = [s for s in law_stages.find(sentence, named) if s.verb.i not in inside] if near else []
            named |= {s.law.head: s.law for s in found if s.law}
            meant = {law.head: self._law(law) for law in self._mentioned(sentence, named, found)}
            yield from self._steps(paragraph, sentence, found=found, meant=meant, dates=dates)
            yield from self._dated_names(paragraph, sentence, named=named, meant=meant, found=found, dates=every)
            yield from self._proposals(paragraph, sentence, proposed=proposed, dates=dates)

    def _near(self, paragraph: Paragraph, named: bool) -> bool:
        """Whether a law is named in or just before a paragraph, or something in it came into force."""
        if named:
            self._named_in = paragraph.index
        return paragraph.index - self._named_in <= _PRONOUN_REACH or bool(_FORCE.search(paragraph.doc.text))

    def _mentioned(self, sentence: Span, named: dict[int, Enactment], found: list[Step]) -> list[Enactment]:
        stepped = {step.law.head for step in found if step.law}
        return [
            law
            for head, law in sorted(named.items())
            if head == law.head and sentence.start <= head < sentence.end and (law.kind != "reform" or head in stepped)
        ]

    def _remember_speech(self, sentence: Span, dates: list[DateMention]) -> None:
        spoken = [t for t in sentence if t.lower_ in _SPEECH]
        if spoken and dates:
            self._speech = dates[0].edtf
        pointed = any(c.lower_ in ("his", "her", "this", "the", "that", "their") for t in spoken for c in t.children)
        self._here = self._here or bool(spoken and dates) or pointed

    def _steps(
        self,
        paragraph: Paragraph,
        sentence: Span,
        *,
        found: list[Step],
        meant: dict[int, _Law],
        dates: list[DateMention],
    ) -> Iterator[_Told]:
        for step in found:
            law = meant.get(step.law.head) if step.law else self._last()
            if law is None:
                continue
            planned = step.stage == "announced" and step.verb.lemma_ not in (
                "announce",
                "unveil",
                "propose",
                "pledge",
                "promise",
            )
            speaking = law_evidence.speaking(step.verb) if planned else step.verb
            date = (
                None
                if planned and speaking is None
                else law_evidence.date_of(speaking or step.verb, dates, paragraph.doc)
            )
            if date is None and step.stage == "announced":
                date = self._date_of_speech()
            yield _Told(law, step.stage, date, step.certainty, law_evidence.quote(paragraph, sentence, step.verb))

    def _date_of_speech(self) -> str | None:
        """The day of the address that this paragraph speaks of, for what was announced in it."""
        return self._speech if self._here else None

    def _last(self) -> _Law | None:
        return self._laws[-1] if self._laws else None

    def _law(self, mention: Enactment) -> _Law:
        stems = _stems(mention.title)
        for law in reversed(self._laws):
            if _same(law, mention, stems):
                self._laws.remove(law)
                self._laws.append(law)
                law.stems |= stems
                if not mention.short and len(mention.title) > len(law.title) and not law.title[0].isupper():
                    law.title = mention.title
                return law
        law = _Law(mention.title, mention.kind, set(stems), mention.draft)
        self._laws.append(law)
        return law

    def _dated_names(
        self,
        paragraph: Paragraph,
        sentence: Span,
        *,
        named: dict[int, Enactment],
        meant: dict[int, _Law],
        found: list[Step],
        dates: list[DateMention],
    ) -> Iterator[_Told]:
        """ "the 2014 Law on Trade Unions": a year in the name is the year of its adoption."""
        done = {
            step.law.head for step in found if step.law and step.stage in ("adopted", "approved", "signed", "in-force")
        }
        for head, law in meant.items():
            mention = named[head]
            year = law_evidence.date_of_name(mention, dates, paragraph.doc)
            if (
                year
                and head not in done
                and statutes.is_offence_law(mention.title)
                and mention.kind in ("law", "regulation")
            ):
                verb = paragraph.doc[head]
                yield _Told(law, "adopted", year, 0.7, law_evidence.quote(paragraph, sentence, verb))

    def _proposals(
        self, paragraph: Paragraph, sentence: Span, *, proposed: list[proposals.Proposal], dates: list[DateMention]
    ) -> Iterator[_Told]:
        for proposal in proposed:
            words = paragraph.doc[proposal.start : proposal.end]
            title = words[1:].text
            law = _Law(title, "reform", _stems(title), draft=False)
            date = law_evidence.date_of(proposal.verb, dates, paragraph.doc) or self._date_of_speech()
            yield _Told(law, "announced", date, 0.75, paragraph.quote(words))


def _stems(title: str) -> set[str]:
    heads = statutes.words()["numbered"]
    words = [w for w in re.findall(r"[^\W\d_]{2,}|\d{2,}", title.lower()) if w not in _SMALL and w not in heads]
    return {re.sub(r"(?:ations?|ating|ates?|ions?|ing|ments?|ers?|ed|es|s|e)$", "", w) for w in words}


def _same(law: _Law, mention: Enactment, stems: set[str]) -> bool:
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


def _pointed_at(law: _Law, mention: Enactment) -> bool:
    """Whether words such as "the decree" fit the kind of ``law``: a law is no decree, a draft no law in force."""
    if any(word in _INSTRUMENTS for word in law.title.lower().split()):
        return mention.title.lower().rsplit(" ", 1)[-1] in _INSTRUMENTS
    if law.kind == "regulation" or mention.kind == "regulation":
        return law.kind == mention.kind
    return law.kind == "reform" or law.draft or not mention.draft


def _kin(law: _Law, mention: Enactment) -> bool:
    reform = {law.kind == "reform", mention.kind == "reform"}
    return len(reform) == 1


def _merged(told: list[_Told]) -> list[_Told]:
    """Tellings of the same step put together: the one with the finest date stays, the others are its evidence."""
    steps: list[_Told] = []
    for one in told:
        same = next((s for s in steps if _same_step(s, one)), None)
        if same is None:
            steps.append(one)
            continue
        fuller, other = (one, same) if _fineness(one.date) > _fineness(same.date) else (same, one)
        fuller.further += [other.quote, *other.further]
        if not fuller.date:
            fuller.date = other.date
        fuller.certainty = max(fuller.certainty, other.certainty)
        steps[steps.index(same)] = fuller
    return steps


def _same_step(one: _Told, other: _Told) -> bool:
    if one.stage != other.stage or one.law is not other.law:
        return False
    if not one.date or not other.date:
        return True
    (a, b), (c, d) = bounds(one.date), bounds(other.date)
    return a <= d and c <= b


def _fineness(date: str | None) -> int:
    return len(date.partition("/")[0]) if date else 0
