"""Files made to deceive or to exhaust: what is unseen goes, what is endless is cut."""

import time

import pytest

from civicspace.ingest import limits, read_bytes
from civicspace.ingest.block import tidy
from civicspace.ingest.pdfflow import flow
from civicspace.ingest.pdfline import Line
from civicspace.ingest.plain import read_text


@pytest.mark.parametrize(
    "mark", "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\U000e0041"
)
def test_no_unseen_mark_stays_in_a_word(mark: str) -> None:
    assert tidy(f"Al{mark}maty") == "Almaty"


@pytest.mark.parametrize("code", [0, 7, 8, 27, 127, 0x85, 0x9B])
def test_no_control_character_stays(code: int) -> None:
    assert tidy(f"red{chr(code)}[31m") == "red [31m"


def test_a_file_on_one_line_is_cut_at_its_sentences() -> None:
    sentence = "Police detained people in the town and said nothing of it. "
    text = read_bytes((sentence * 2000).encode()).text
    blocks = text.split("\n\n")
    assert max(map(len, blocks)) <= limits.BLOCK_CHARACTERS
    assert all(block.endswith(".") for block in blocks)
    assert " ".join(blocks) == (sentence * 2000).strip()


def test_a_million_letters_without_a_blank_are_cut() -> None:
    text = read_bytes(b"A title\n\n" + b"a" * 1_000_000).text
    assert max(map(len, text.split("\n\n"))) <= limits.BLOCK_CHARACTERS
    assert text.count("a") == 1_000_000


def test_a_line_of_number_signs_is_read_at_once() -> None:
    began = time.process_time()
    found = list(read_text(b"# A title ##\n\n# " + b"#" * 200_000 + b"x\n\nA sentence stands here.").blocks)
    assert (found[0].text, found[0].level) == ("A title", 1)
    assert time.process_time() - began < 2


def test_a_page_of_many_titles_is_read() -> None:
    body = "".join(
        f"<h1>Heading number {n}</h1><p>A sentence of some length stands here, {n}.</p>" for n in range(4000)
    )
    began = time.monotonic()
    assert len(read_bytes(f"<html><body>{body}</body></html>".encode()).sections) >= 3999
    assert time.monotonic() - began < 20


def test_mark_up_that_acts_is_left_out() -> None:
    page = """<html><head><title>A report</title></head><body onload=alert(1)><script>alert(2)</script>
    <style>p{}</style><svg onload=alert(3)><script>alert(4)</script></svg><iframe srcdoc="alert(5)"></iframe>
    <template><p>alert(6)</p></template><noscript>alert(7)</noscript>
    <p onclick="alert(8)">Police <a href="javascript:alert(9)">detained</a> people in the town on 3 March 2022.</p>
    </body></html>"""
    assert "alert" not in read_bytes(page.encode()).text


def test_the_work_over_pages_grows_with_their_number() -> None:
    def pages(count: int) -> list[list[Line]]:
        return [
            [
                Line(f"Line {n} of the page ends here.", p, 800.0, 72.0, 300.0, 700.0 - 14 * n, 11.0, False)
                for n in range(40)
            ]
            for p in range(count)
        ]

    flow(pages(10))
    began = time.process_time()
    flow(pages(100))
    short = time.process_time() - began
    began = time.process_time()
    flow(pages(400))
    assert time.process_time() - began < 8 * short
