"""The pages say what they must, in every language, without JavaScript."""

import json
import re
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from civicspace.web.records.actions import load_record
from civicspace.web.records.reading import Held
from web.sample import EVENTS, RECORD

pytestmark = pytest.mark.django_db
STATE = {
    "en": "Machine-made, not yet reviewed by a person.",
    "ru": "Создано программой, человеком ещё не проверено.",
    "kk": "Бағдарлама жасаған, адам әлі тексермеген.",
}


def address(name: str, *args: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(name, args=args)


def page(client: Client, url: str, *, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def pages_with_facts(loaded: Held, language: str) -> list[str]:
    report = loaded.report.key
    return [
        address("reports", language=language),
        *(address(name, report, language=language) for name in ("report", "people", "figures", "laws")),
        address("person", loaded.keys["n1"], language=language),
        *(address("fact", loaded.keys[i], language=language) for i in ("e1", "f1", "l1")),
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_page_with_facts_says_that_a_machine_made_them(client: Client, loaded: Held, language: str) -> None:
    for url in pages_with_facts(loaded, language):
        text = page(client, url)
        assert STATE[language] in text, url
        assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_headings_leave_out_no_level_and_ids_are_unique(client: Client, loaded: Held, language: str) -> None:
    others = [address(name, language=language) for name in ("codebook", "about")]
    for url in [*pages_with_facts(loaded, language), *others]:
        text = page(client, url)
        main = text[text.index("<main") : text.index("</main>")]
        levels = [int(level) for level in re.findall(r"<h([1-6])", main)]
        assert levels[0] == 1
        assert levels.count(1) == 1, url
        assert all(after <= before + 1 for before, after in pairwise(levels)), url
        ids = re.findall(r'\bid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), url


def test_the_root_leads_to_the_language_of_the_reader(client: Client, db: None) -> None:
    assert client.get("/", headers={"accept-language": "kk,ru;q=0.5"}).headers["Location"] == "/kk/"
    assert client.get("/", headers={"accept-language": "fr"}).headers["Location"] == "/en/"


def test_an_empty_site_says_what_to_do(client: Client, db: None) -> None:
    assert "civicspace load report.pdf" in page(client, "/en/")


def test_an_allegation_is_told_as_one_before_the_fact(client: Client, loaded: Held) -> None:
    text = page(client, address("fact", loaded.keys["e3"]))
    assert re.search(r"<h1>.*According to her lawyer:</span> Torture.*Anna Example", text)
    assert "does not state it as a fact" in text


def test_what_the_report_calls_itself_is_escaped(client: Client, loaded: Held) -> None:
    assert "<invented>" not in page(client, address("report", loaded.report.key))


def test_a_fact_opens_at_its_quote_marked_in_its_paragraph(client: Client, loaded: Held) -> None:
    for event in EVENTS:
        text = page(client, address("fact", loaded.keys[event.id]))
        marked = re.findall(r'<span class="m [^"]*\bon"[^>]*>(.*?)</span>', text)
        assert re.sub(r"<[^>]+>", "", "".join(marked)) == event.evidence[0].quote


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 10),
        ("kind=figure", 2),
        ("kind=law", 2),
        ("type=detention", 2),
        ("type=detention&status=denied", 1),
        ("freedom=assembly", 3),
        ("status=alleged", 1),
        ("kind=nonsense", 0),
    ],
)
def test_filters_work_by_address_alone(client: Client, loaded: Held, query: str, shown: int) -> None:
    text = page(client, address("report", loaded.report.key) + "?" + query)
    assert len(re.findall(r'<li class="card ', text)) == shown
    assert len(re.findall(r'<a class="ref [^>]*data-key', text)) == shown
    assert "Carla Nobody" in text  # the report's own words are never filtered


def test_a_count_is_never_shown_without_who_and_when(client: Client, loaded: Held) -> None:
    text = page(client, address("report", loaded.report.key))
    assert "counted by Ministry of Parks" in text
    assert "as of 15 March 2031" in text
    assert "the report does not say who counted" in text
    assert "as of around April 2031" in text


def test_a_person_has_their_liberty_in_words_a_line_and_its_table(client: Client, loaded: Held) -> None:
    text = page(client, address("person", loaded.keys["n1"]))
    assert "Held in pre-trial detention since 14 March 2031, for 2 months, until 14 May 2031." in text
    assert 'class="band' in text
    for event in ("e1", "e2", "e3"):
        assert f'id="t-{loaded.keys[event]}"' in text


def test_figures_and_laws_are_drawn_with_their_tables(client: Client, loaded: Held) -> None:
    figures = page(client, address("figures", loaded.report.key))
    assert figures.count('class="source"') >= 2
    assert "350" in figures
    laws = page(client, address("laws", loaded.report.key))
    assert laws.count('class="dot"') == 2
    assert "2 February 2031" in laws


def test_a_withdrawn_fact_says_so_at_its_address(client: Client, loaded: Held) -> None:
    load_record(RECORD.model_copy(update={"events": EVENTS[:-1]}))
    assert "This fact was withdrawn" in page(client, address("fact", loaded.keys["e6"]), status=410)


def test_the_record_is_served_as_it_was_loaded(client: Client, loaded: Held) -> None:
    response = client.get(f"/records/{loaded.report.key}.json")
    assert response.headers["Content-Type"].startswith("application/json")
    assert json.loads(response.content) == RECORD.to_dict()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_codebook_names_every_event_type(client: Client, db: None, language: str) -> None:
    from civicspace.model.codebook import codebook

    text = page(client, address("codebook", language=language))
    for key, term in codebook().event_types.items():
        assert f"<code>{key}</code>" in text
        assert term.label(language) in text


def test_the_front_page_with_its_style_and_script_stays_under_60_kilobytes(client: Client, loaded: Held) -> None:
    parts = ("/en/", "/static/site/site.css", "/static/site/site.js", "/static/site/icon.svg")
    size = 0
    for url in parts:
        response = client.get(url)
        assert response.status_code == 200
        size += len(b"".join(response) if response.streaming else response.content)
    assert size < 60_000
