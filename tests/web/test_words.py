"""Dates, lengths, counts and states as people write them, in each language."""

import pytest
from django.utils import translation

from civicspace.model.figure import Figure
from civicspace.web.site.custody import custody_words, known_words
from civicspace.web.site.dates import date_words, duration_words
from civicspace.web.site.words import amount, confidence_words, status_lead, status_sentence
from web.sample import CUSTODY, RECORD


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        ("2022-03-14", "en", "14 March 2022"),
        ("2022-03", "en", "March 2022"),
        ("2022", "en", "2022"),
        ("2022-03~", "en", "around March 2022"),
        ("2022-03?", "en", "March 2022 (uncertain)"),
        ("2022-02/2022-03", "en", "February 2022 to March 2022"),
        ("2022-03-13/..", "en", "since 13 March 2022"),
        ("../2022-03-13", "en", "until 13 March 2022"),
        ("2022-03-14", "ru", "14 марта 2022 г."),
        ("2022-03", "ru", "март 2022 г."),
        ("2022-03/..", "ru", "с марта 2022 г."),
        ("2022-03~", "ru", "примерно март 2022 г."),
        ("2022-03-14", "kk", "2022 ж. 14 наурыз"),
        ("2022-03~", "kk", "шамамен 2022 ж. наурыз"),
    ],
)
def test_dates(edtf: str, language: str, words: str) -> None:
    with translation.override(language):
        assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("duration", "language", "words"),
    [
        ("P15D", "en", "15 days"),
        ("P1D", "en", "1 day"),
        ("P2Y6M", "en", "2 years 6 months"),
        ("PT36H", "en", "36 hours"),
        ("P5Y", "ru", "5 лет"),
        ("P2M", "ru", "2 месяца"),
        ("P21D", "ru", "21 день"),
        ("P2M", "kk", "2 ай"),
        ("for life", "en", "for life"),
    ],
)
def test_lengths_of_time(duration: str, language: str, words: str) -> None:
    with translation.override(language):
        assert duration_words(duration) == words


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (230, 230, "exact", "230"),
        (200, None, "at-least", "at least 200"),
        (None, 50, "at-most", "at most 50"),
        (700, 700, "approximately", "around 700"),
        (5, 10, "between", "between 5 and 10"),
        (10000, 10000, "approximately", "around 10\u202f000"),
        (None, None, None, "number not given"),
    ],
)
def test_counts(low: int | None, high: int | None, qualifier: str | None, words: str) -> None:
    assert amount(low, high, qualifier) == words


@pytest.mark.parametrize(
    ("status", "source", "lead"),
    [
        ("reported", "the mayor", ""),
        ("alleged", "his lawyer", "According to his lawyer:"),
        ("alleged", None, "Alleged, not established:"),
        ("planned", None, "Planned or announced:"),
        ("denied", "the mayor", "Denied by the mayor:"),
        ("denied", None, "Denied:"),
    ],
)
def test_what_the_report_does_not_state_itself_says_so_before_the_fact(
    status: str, source: str | None, lead: str
) -> None:
    assert status_lead(status, source) == lead


def test_each_way_of_telling_has_its_own_sentence() -> None:
    told = {status_sentence(s, w) for s in ("reported", "alleged", "planned", "denied") for w in (None, "X")}
    assert len(told) == 7  # a plan reads the same whoever announced it


def test_confidence_falls_in_words() -> None:
    assert len({confidence_words(c) for c in (0.95, 0.8, 0.6, 0.3)}) == 4


def test_custody_in_plain_words() -> None:
    assert custody_words(RECORD, CUSTODY[0]) == (
        "Held in pre-trial detention since 14 March 2031, for 2 months, until 14 May 2031."
    )
    assert known_words(CUSTODY[0]) == "Last known: around April 2031."


def test_custody_without_events_says_only_the_state() -> None:
    bare = CUSTODY[0].model_copy(update={"events": (), "until": None, "as_of": None})
    assert custody_words(RECORD, bare) == "Held in pre-trial detention."
    assert known_words(bare) == "The report gives no date for this."


def test_a_figure_without_bounds_is_still_worded() -> None:
    figure = Figure(id="f", measure="kites", qualifier="at-most", max=3, confidence=1, evidence=())
    assert amount(figure.min, figure.max, figure.qualifier) == "at most 3"
