"""Figures: what is counted, who counted, as of when. The sentences are invented."""

import pytest

from civicspace.extract import actors, dates, figures, numbers
from civicspace.extract.parse import parse
from civicspace.extract.participles import participle
from civicspace.extract.reading import Reading
from civicspace.model.document import Document
from civicspace.model.figure import Figure


def found(text: str) -> list[Figure]:
    document = Document.of(text, published="2022-04-29")
    paragraphs = parse(document)
    told, lengths = dates.read(paragraphs, document)
    counts = tuple(q for p in paragraphs for q in numbers.find(p))
    named = actors.read(paragraphs, document)
    return figures.extract(Reading(document, paragraphs, named, told, lengths, counts))


def test_a_count_of_people_detained() -> None:
    text = "According to the Ministry of Justice, over 300 people were detained in March 2022."
    (figure,) = found(text)
    assert (figure.measure, figure.min, figure.max, figure.qualifier) == ("people detained", 300, None, "at-least")
    assert (figure.as_of, figure.attributed_to) == ("2022-03", "Ministry of Justice")
    assert figure.evidence[0].quote == text


def test_those_who_gather_are_participants() -> None:
    assert [f.measure for f in found("About 400 people gathered in the square.")] == ["participants"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Hundreds of people took to the streets of the capital.", ["participants"]),
        ("Police arrested 300 people who had gathered outside the court.", ["people arrested"]),
        ("Twelve others were given prison terms.", ["people sentenced"]),
        ("The union counted 340 people detained, while the ministry spoke of 120.", ["people detained"] * 2),
    ],
)
def test_measures(text: str, measures: list[str]) -> None:
    assert [f.measure for f in found(text)] == measures


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Bar Association documented 48 attacks on lawyers.", "Bar Association"),
        ("90 people were arrested, according to the interior minister, Ion Popescu.", "interior minister, Ion Popescu"),
    ],
)
def test_who_counted(text: str, source: str) -> None:
    assert [f.attributed_to for f in found(text)] == [source]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("In May 2021 the square was closed. It rained. Over 40 people were arrested.", "2021-05"),
        ("At least 90 people were killed during the protests of 2018.", "2018"),
        ("3 March 2022\n\nOver 40 people were arrested.", "2022-03-03"),
    ],
)
def test_as_of(text: str, as_of: str) -> None:
    assert [f.as_of for f in found(text)] == [as_of]


def test_one_told_twice_is_one_figure_with_both_quotes() -> None:
    text = "Some 450 protesters were arrested.\n\nPolice arrested some 450 protesters on 3 March 2022."
    (figure,) = found(text)
    assert len(figure.evidence) == 2
    assert all(text[q.start : q.end] == q.quote for q in figure.evidence)


def test_sums_and_ages_are_no_figures() -> None:
    assert found("The 43-year-old lawyer was fined $5,000 under article 12 and held for 15 days.") == []


@pytest.mark.parametrize(
    ("lemma", "form"), [("detain", "detained"), ("beat", "beaten"), ("deny", "denied"), ("fine", "fined")]
)
def test_participles(lemma: str, form: str) -> None:
    assert participle(lemma) == form
