"""A record as table, spreadsheet and page: everything of the report shown, nothing of it obeyed."""

import csv
import io
import re

import pytest

import factory
from civicspace.cli import spreadsheet
from civicspace.cli.page import page
from civicspace.cli.table import console_for, print_record

EVIL = "<script>alert(1)</script> [bold]loud[/bold] & =1+1"


def test_table_has_every_fact_and_no_colour_off_a_terminal() -> None:
    out = io.StringIO()
    print_record(factory.full(), console_for(out))
    shown = re.sub(r"\s+", " ", out.getvalue())
    for words in ("2022-03-14", "Aliya Sample", "detention", "Almaty", "at least 230", "adopted", "not yet reviewed"):
        assert words in shown
    assert "\x1b" not in out.getvalue()


def test_table_shows_brackets_as_they_stand() -> None:
    out = io.StringIO()
    print_record(factory.record(text=EVIL, title=EVIL), console_for(out))
    assert "[bold]loud[/bold]" in out.getvalue()


def test_spreadsheet_has_a_row_for_each_fact() -> None:
    record = factory.full()
    table = list(csv.DictReader(io.StringIO(spreadsheet.header() + "".join(spreadsheet.rows(record, "a.txt")))))
    assert [row["kind"] for row in table] == ["event", "event", "figure", "law", "custody"]
    assert table[0]["who"] == "Aliya Sample"
    assert (table[0]["longitude"], table[0]["latitude"]) == ("76.95", "43.25")
    assert table[2]["min"] == "230"
    assert record.document.text[int(table[1]["start"]) : int(table[1]["end"])] == table[1]["quote"]
    assert table[4]["until"] == "2022-03-29"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert spreadsheet.neutral(text) == f"'{text}"


def test_numbers_and_plain_words_stay() -> None:
    assert [spreadsheet.neutral(value) for value in (-76.9, 0, None, "a=b")] == ["-76.9", "0", "", "a=b"]


def test_page_escapes_the_report_and_runs_nothing() -> None:
    made = page(factory.record(text=EVIL, title=EVIL))
    assert "<script" not in made
    assert made.count("&lt;script&gt;") == 3  # title, heading, text


def test_page_links_each_fact_to_its_words() -> None:
    made = page(factory.full())
    anchors = set(re.findall(r'id="(at-\d+)"', made))
    assert set(re.findall(r'href="#(at-\d+)"', made)) == anchors
    assert len(anchors) == 4


def test_page_keeps_the_text_where_quotes_overlap() -> None:
    words = "police in Almaty detained activist Aliya Sample"
    made = page(factory.record(factory.event("detention", words), factory.event("attack", words[10:] + " and about")))
    text = re.sub(r"<[^>]+>", "", made[made.index('class="text">') + 13 : made.index("</div>")])
    assert text == factory.TEXT
