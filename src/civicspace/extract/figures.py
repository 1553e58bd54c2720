"""Figures: counts that bear on civic space, with what is counted, as of when, and who counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from civicspace.extract import attribution
from civicspace.extract.counted import Told, event_types, measure, told
from civicspace.extract.events import when
from civicspace.extract.events.lexicon import lexicon
from civicspace.extract.figure_judge import features, judge
from civicspace.extract.mention import DateMention, Quantity
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.model.edtf import bounds
from civicspace.model.figure import Figure
from civicspace.model.quote import Quote

MAX_QUOTE = 300  # characters, as in the annotation guidelines
_WITHIN = frozenset(
    [
        "during",
        "in",
        "at",
        "following",
        "after",
        "under",
        "on",
        "amid",
        "outside",
        "over",
        "across",
        "throughout",
        "near",
    ]
)
_IN_LINE = frozenset({"in connection with", "in relation to", "in the context of", "as a result of"})
_SMALL = 12
"""Below this, the same number twice in a report is as likely chance as repetition."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A count with what is told of it."""

    paragraph: Paragraph
    quantity: Quantity
    told: Told
    probability: float

    @property
    def sentence(self) -> Span:
        return self.paragraph.doc[self.quantity.start].sent


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Every count of the report with its probability of being a figure."""
    by_index = {p.index: p for p in reading.paragraphs}
    for quantity in reading.quantities:
        paragraph = by_index[quantity.paragraph]
        found = told(quantity, paragraph.doc)
        names = features(quantity, found, paragraph)
        yield Candidate(paragraph, quantity, found, judge().probability(names))


def _width(words: Span) -> int:
    return words.end_char - words.start_char


def _evidence(candidate: Candidate) -> Quote:
    """The sentence, or where it is long the widest clause around the count that can be quoted."""
    sentence, quantity = candidate.sentence, candidate.quantity
    doc = candidate.paragraph.doc
    if _width(sentence) <= MAX_QUOTE:
        return candidate.paragraph.quote(_stripped(sentence))
    best = doc[quantity.start : quantity.end]
    token: Token = doc[quantity.end - 1]
    while True:
        clause = doc[min(token.left_edge.i, best.start) : max(token.right_edge.i + 1, best.end)]
        if _width(clause) > MAX_QUOTE:
            break
        best = clause
        if token.head == token:
            break
        token = token.head
    first, last = best.start, best.end
    while last < sentence.end and _width(doc[first : last + 1]) <= MAX_QUOTE:
        last += 1
    while first > sentence.start and _width(doc[first - 1 : last]) <= MAX_QUOTE:
        first -= 1
    return candidate.paragraph.quote(_stripped(doc[first:last]))


def _stripped(words: Span) -> Span:
    first, last = words.start, words.end
    while last - 1 > first and words.doc[last - 1].is_space:
        last -= 1
    while first < last - 1 and (words.doc[first].is_space or words.doc[first].text in (",", ";", ")")):
        first += 1
    return words.doc[first:last]


def _dates(reading: Reading, paragraph: Paragraph, words: Span) -> list[DateMention]:
    found = reading.within(reading.dates, paragraph.index, words.start, words.end)
    return [d for d in found if d.edtf is not None and not d.modifier]


def _own_date(reading: Reading, candidate: Candidate) -> str | None:
    """The date that the count's own sentence gives it: "as of …", else that of its clause."""
    paragraph, sentence = candidate.paragraph, candidate.sentence
    dated = _dates(reading, paragraph, sentence)
    stated = [d for d in dated if d.role == "as-of"]
    if stated:
        before = [d for d in stated if d.start < candidate.quantity.start]
        return (before or stated)[-1 if before else 0].edtf
    chosen = when.choose(reading, paragraph, trigger=candidate.told.trigger, sentence=sentence)
    if chosen is not None and not chosen.modifier:
        return chosen.edtf
    before = [d for d in dated if d.start < candidate.quantity.start]
    return before[-1].edtf if before else None


def _dated_by_noun(reading: Reading, candidate: Candidate) -> str | None:
    """The date of what the count's happening was part of: "killed in the protests of 2018"."""
    sentence = candidate.sentence
    found = reading.within(reading.dates, candidate.paragraph.index, sentence.start, sentence.end)
    dated = [d.edtf for d in found if d.edtf is not None and d.modifier]
    return dated[0] if len(dated) == 1 else None


def _entry_date(reading: Reading, paragraph: Paragraph) -> str | None:
    """The date that stands alone on the line above: the entry of a log or a timeline."""
    above = next((p for p in reversed(reading.paragraphs) if p.index < paragraph.index), None)
    if above is None or len(above.doc) > 8:
        return None
    dated = _dates(reading, above, above.doc[:])
    return dated[-1].edtf if dated else None


def _as_of(reading: Reading, candidate: Candidate) -> str | None:
    """The day or month that a count speaks of: its own date, that of the sentence before, the year of the report."""
    own, paragraph, sentence = _own_date(reading, candidate), candidate.paragraph, candidate.sentence
    if own is not None:
        return own
    if (dated := _dated_by_noun(reading, candidate)) is not None:
        return dated
    if sentence.start > 0:
        earlier = _dates(reading, paragraph, paragraph.doc[: sentence.start])
        if earlier:
            return earlier[-1].edtf
    if paragraph.index > 0 and (entry := _entry_date(reading, paragraph)) is not None:
        return entry
    period = reading.document.period
    return period if period is not None and len(period) == 4 else None


def _scope(candidate: Candidate) -> str | None:
    """The place or happening that the count is said within: the first such phrase on the verb or the noun."""
    doc = candidate.paragraph.doc
    anchors = [t for t in (candidate.told.tells, candidate.told.head) if t is not None]
    for anchor in anchors:
        for prep in anchor.children:
            if prep.dep_ != "prep" or prep.i < candidate.quantity.start or prep.lower_ not in _WITHIN:
                continue
            words = (
                doc[prep.right_edge.i : prep.right_edge.i + 1]
                if prep.right_edge == prep
                else doc[prep.i + 1 : prep.right_edge.i + 1]
            )
            in_line = doc[prep.i : prep.i + 3].text.lower() in _IN_LINE
            if in_line:
                words = doc[prep.i + 3 : prep.right_edge.i + 1]
            dated = len(words) == 0 or all(
                t.ent_type_ == "DATE" or t.is_punct or t.pos_ in ("DET", "NUM", "ADP") for t in words
            )
            if not dated and len(words) <= 12:
                return candidate.paragraph.quote(_stripped(words)).quote
    return None


def figure(reading: Reading, candidate: Candidate, number: int) -> Figure:
    """The figure that a count makes, the report's ``number``-th."""
    quantity = candidate.quantity
    return Figure(
        id=f"f{number}",
        measure=measure(candidate.told),
        min=quantity.min,
        max=quantity.max,
        qualifier=quantity.qualifier,
        scope=_scope(candidate),
        as_of=_as_of(reading, candidate),
        attributed_to=attribution.source(reading, candidate.paragraph, trigger=candidate.told.trigger),
        confidence=round(candidate.probability, 2),
        evidence=(_evidence(candidate),),
    )


def _about(candidate: Candidate) -> frozenset[str]:
    return event_types(candidate.told.tells) | event_types(candidate.told.noun)


def _same_noun(one: Candidate, other: Candidate) -> bool:
    mine, its = one.told.noun, other.told.noun
    if mine is None or its is None:
        return False
    return mine.lemma_.lower() == its.lemma_.lower()


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Whether two counts of a report are one told twice."""
    a, b = one.quantity, other.quantity
    if one.sentence == other.sentence or (a.min, a.max) != (b.min, b.max):
        return False
    same_event = bool(_about(one) & _about(other))
    noun = _same_noun(one, other)
    person = [c.told.noun is None or lexicon().is_a(c.told.noun.lemma_.lower(), "person") for c in (one, other)]
    if (a.min or a.max or 0) < _SMALL:
        return noun and same_event
    return noun or (same_event and (all(person) or not any(person)))


def _agree(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether two tellings can speak of the same time, as far as their own sentences say."""
    mine, its = (when.choose(reading, c.paragraph, trigger=c.told.trigger, sentence=c.sentence) for c in (one, other))
    if not (mine and its and mine.edtf and its.edtf) or any(d.modifier or d.role == "as-of" for d in (mine, its)):
        return True
    (a, b), (c, d) = bounds(mine.edtf), bounds(its.edtf)
    return a <= d and c <= b


def _joined(one: Figure, other: Figure) -> Figure:
    """The fuller telling with the evidence of both."""
    fuller, shorter = (other, one) if _slots(other) >= _slots(one) else (one, other)
    return fuller.model_copy(
        update={
            "id": one.id,
            "confidence": max(one.confidence, other.confidence),
            "scope": fuller.scope or shorter.scope,
            "attributed_to": fuller.attributed_to or shorter.attributed_to,
            "evidence": (*fuller.evidence, *shorter.evidence),
        }
    )


def _slots(figure: Figure) -> int:
    return sum(slot is not None for slot in (figure.attributed_to, figure.as_of, figure.scope))


def extract(reading: Reading) -> list[Figure]:
    """The figures of a report in the order of the text; one told twice is one figure with both quotes."""
    return chosen(reading, candidates(reading), judge().threshold)


def chosen(reading: Reading, counts: Iterable[Candidate], threshold: float) -> list[Figure]:
    """The figures of the counts that reach a threshold of probability."""
    out: list[Figure] = []
    taken: dict[tuple[int | None, int | None], list[tuple[int, Candidate]]] = {}
    for candidate in counts:
        if candidate.probability < threshold:
            continue
        telling = figure(reading, candidate, len(out) + 1)
        equal = taken.setdefault((candidate.quantity.min, candidate.quantity.max), [])
        same = next((i for i, c in equal if _repeats(c, candidate) and _agree(reading, c, candidate)), None)
        if same is None:
            equal.append((len(out), candidate))
            out.append(telling)
        else:
            out[same] = _joined(out[same], telling)
    return out
