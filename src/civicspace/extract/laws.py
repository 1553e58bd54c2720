"""The steps of laws, bills, reforms and regulations that a report tells, each once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Span

from civicspace.extract import enactments, law_evidence, law_stages, proposals, statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.law_memory import Law, Memory
from civicspace.extract.law_step import Step
from civicspace.extract.law_telling import Told, merged
from civicspace.extract.mention import DateMention
from civicspace.extract.paragraph import Paragraph, text_of
from civicspace.extract.reading import Reading
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote

_FORCE: Final = re.compile(r"\b(?:force|effect|effective)\b")
_PRONOUN_REACH: Final = 4  # paragraphs
_SPEECH: Final = frozenset(("address", "speech", "statement", "announcement", "message", "remarks"))
_SPEAKING: Final = re.compile("|".join(sorted(_SPEECH)), re.IGNORECASE)
_PROPOSING: Final = re.compile("|".join(v.rstrip("e") for v in statutes.words()["plans"]["verbs"]), re.IGNORECASE)
_SPOKEN: Final = ("announce", "unveil", "propose", "pledge", "promise")


def extract(reading: Reading) -> list[LawStep]:
    """Every step once, in the order of the text; what is told again becomes further evidence of the fuller telling."""
    reader = _Reader(reading)
    told = [one for paragraph in reading.paragraphs if not paragraph.heading for one in reader.paragraph(paragraph)]
    return [_step(number, one) for number, one in enumerate(merged(told), start=1)]


def _step(number: int, told: Told) -> LawStep:
    tellings = list(dict.fromkeys([told.quote, *told.further]))
    confidence = round(min(0.97, told.certainty + 0.05 * (told.date is not None) + 0.05 * (len(tellings) > 1)), 2)
    return LawStep(
        id=f"l{number}",
        title=told.law.title,
        kind=told.law.kind,
        stage=told.stage,
        date=told.date,
        confidence=confidence,
        evidence=tuple(dict.fromkeys([*tellings, *([told.dated] if told.dated else [])])),
    )


class _Reader:
    """Goes through the paragraphs in order and remembers the laws named so far."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._laws = Memory()
        self._speech: tuple[str, Quote] | None = None
        self._here = False
        self._named_in = -_PRONOUN_REACH - 1

    def paragraph(self, paragraph: Paragraph) -> Iterator[Told]:
        named = enactments.find(paragraph.doc)
        self._here = False
        near = self._near(paragraph, bool(named))
        if not near and not _SPEAKING.search(text_of(paragraph.doc)) and not _PROPOSING.search(text_of(paragraph.doc)):
            self._laws.end_sentence(named=False)
            return
        for sentence in paragraph.doc.sents:
            dates = self._reading.within(self._reading.dates, paragraph.index, sentence.start, sentence.end)
            every = [d for d in dates if d.edtf]
            told = [d for d in every if d.role != "until"]
            dates = [d for d in told if not law_evidence.names_something(paragraph.doc[d.start : d.end])]
            dates = [d for d in dates if not any(i in named and d.end <= named[i].end for i in (d.start, d.start - 1))]
            self._remember_speech(paragraph, sentence, dates=dates)
            proposed = list(proposals.find(sentence))
            inside = {i for p in proposed for i in range(p.start, p.end)}
            found = [s for s in law_stages.find(sentence, named) if s.verb.i not in inside] if near else []
            named |= {s.law.head: s.law for s in found if s.law}
            meant = {law.head: self._laws.meant(law) for law in self._mentioned(sentence, named, found)}
            self._laws.end_sentence(named=bool(meant))
            yield from self._steps(paragraph, sentence, found=found, meant=meant, dates=dates)
            yield from self._dated_names(paragraph, sentence, named=named, meant=meant, found=found, dates=every)
            yield from self._proposals(paragraph, sentence, proposed=proposed, dates=dates)

    def _near(self, paragraph: Paragraph, named: bool) -> bool:
        """Whether a law is named in or just before a paragraph, or something in it came into force."""
        if named:
            self._named_in = paragraph.index
        return paragraph.index - self._named_in <= _PRONOUN_REACH or bool(_FORCE.search(text_of(paragraph.doc)))

    def _mentioned(self, sentence: Span, named: dict[int, Enactment], found: list[Step]) -> list[Enactment]:
        stepped = {step.law.head for step in found if step.law}
        return [
            law
            for head, law in sorted(named.items())
            if head == law.head and sentence.start <= head < sentence.end and (law.kind != "reform" or head in stepped)
        ]

    def _remember_speech(self, paragraph: Paragraph, sentence: Span, *, dates: list[DateMention]) -> None:
        if not _SPEAKING.search(sentence.text):
            return
        spoken = [t for t in sentence if t.lower_ in _SPEECH]
        if spoken and dates and dates[0].edtf:
            first, last = min(dates[0].start, spoken[0].i), max(dates[0].end, spoken[0].i + 1)
            self._speech = dates[0].edtf, paragraph.quote(paragraph.doc[first:last])
        pointed = any(c.lower_ in ("his", "her", "this", "the", "that", "their") for t in spoken for c in t.children)
        self._here = self._here or bool(spoken and dates) or pointed

    def _steps(
        self,
        paragraph: Paragraph,
        sentence: Span,
        *,
        found: list[Step],
        meant: dict[int, Law],
        dates: list[DateMention],
    ) -> Iterator[Told]:
        for step in found:
            law = (
                meant.get(step.law.head)
                if step.law
                else self._laws.by_pronoun(step.verb, meant, part=step.stage == "amended")
            )
            if law is None:
                continue
            planned = step.stage == "announced" and step.verb.lemma_ not in _SPOKEN
            speaking = law_evidence.speaking(step.verb) if planned else step.verb
            date = (
                None
                if planned and speaking is None
                else law_evidence.date_of(speaking or step.verb, dates, paragraph.doc)
            )
            stage = "adopted" if law.kind == "reform" and step.stage == "withdrawn" else step.stage
            quote = law_evidence.quote(paragraph, sentence, step.verb)
            yield self._dated_by_speech(Told(law, stage, date, step.certainty, quote))

    def _dated_by_speech(self, told: Told) -> Told:
        """What was announced in the address that this paragraph speaks of, with its day and where that is told."""
        if told.date is None and told.stage == "announced" and self._here and self._speech is not None:
            date, said = self._speech
            return replace(told, date=date, dated=said)
        return told

    def _dated_names(
        self,
        paragraph: Paragraph,
        sentence: Span,
        *,
        named: dict[int, Enactment],
        meant: dict[int, Law],
        found: list[Step],
        dates: list[DateMention],
    ) -> Iterator[Told]:
        """ "the 2014 Law on Trade Unions": a year in the name is the year of its adoption."""
        done = {step.law.head for step in found if step.law and step.stage in ("adopted", "approved", "signed")}
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
                yield Told(law, "adopted", year, 0.7, law_evidence.quote(paragraph, sentence, verb))

    def _proposals(
        self, paragraph: Paragraph, sentence: Span, *, proposed: list[proposals.Proposal], dates: list[DateMention]
    ) -> Iterator[Told]:
        for proposal in proposed:
            words = paragraph.doc[proposal.start : proposal.end]
            title = words[1:].text
            law = Law(title, "reform", set(), draft=False)
            date = law_evidence.date_of(proposal.verb, dates, paragraph.doc)
            yield self._dated_by_speech(Told(law, "announced", date, 0.75, paragraph.quote(words)))
