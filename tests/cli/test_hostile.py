"""Names, words and folders that would act on the terminal, the spreadsheet, the browser or the file system."""

import csv
import io
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import factory
from civicspace.cli.main import app
from civicspace.cli.output import Format, Writer
from civicspace.cli.page import page
from civicspace.cli.shown import shown
from civicspace.cli.spreadsheet import neutral
from civicspace.cli.table import console_for, print_record
from civicspace.model.errors import RunError
from civicspace.model.record import Record

REPORT = "Human rights update\n\nOn 14 March 2022, police detained the activist Daniyar Testov in Almaty.\n"
EVIL = "\x1b[31m<script>alert(1)</script>\u202e\x07"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    return path


def evil_record() -> Record:
    """A record with mark-up, terminal commands and a turn of direction in every free field."""
    plain = factory.full()
    return plain.model_copy(
        update={
            "document": plain.document.model_copy(update={"title": EVIL, "publishers": (EVIL,)}),
            "entities": tuple(e.model_copy(update={"name": EVIL, "aliases": (EVIL,)}) for e in plain.entities),
            "events": tuple(e.model_copy(update={"place": EVIL, "attributed_to": EVIL}) for e in plain.events),
        }
    )


@pytest.mark.parametrize("odd", ["\x1b", "\x07", "\x9b", "\n", "\r", "\u202e", "\u2066", "\udcff", "\x00"])
def test_what_acts_is_written_out(odd: str) -> None:
    assert shown(f"a{odd}b") == "a" + ascii(odd)[1:-1] + "b"
    assert shown("Жанболат “Ә”") == "Жанболат “Ә”"


def test_a_table_sends_no_command_to_the_terminal() -> None:
    out = io.StringIO()
    print_record(evil_record(), console_for(out))
    assert not any(odd in out.getvalue() for odd in "\x1b\x07\u202e")


def test_a_page_holds_words_and_a_policy_that_forbids_all_else() -> None:
    html = page(evil_record())
    assert "<script" not in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_no_cell_of_text_is_a_formula(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("name", ["\x1b[31mred.txt", "=cmd.txt", os.fsdecode(b"b\xff\xfe.txt"), "a\nb.txt"])
def test_an_odd_file_name_is_read_and_told_safely(report: Path, tmp_path: Path, name: str) -> None:
    odd = tmp_path / "in" / name
    odd.parent.mkdir()
    odd.write_text(REPORT)
    out = tmp_path / "out.csv"
    done = run("extract", odd, report, "--format", "csv", "--output", out)
    assert done.exit_code == 0
    assert "\x1b" not in done.stderr
    rows = list(csv.DictReader(out.open(newline="")))
    assert {Path(row["report"]).name for row in rows} == {"a.txt", shown(name)}


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + ".json", "a\x1b[31m.txt", "a/" * 3000])
@pytest.mark.parametrize("verb", ["extract"])
def test_a_name_that_no_file_can_have_is_an_error_and_not_a_crash(verb: str, name: str) -> None:
    done = run(verb, name)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("output", ["a.txt", "./a.txt", "link.txt"])
def test_a_report_is_never_written_over(report: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "link.txt").symlink_to(report)
    done = run("extract", report, "--format", "json", "--output", tmp_path / output)
    assert done.exit_code == 1
    assert "written over" in done.stderr
    assert report.read_text() == REPORT


def test_nor_in_a_folder_of_pages(tmp_path: Path) -> None:
    source = tmp_path / "a.html"
    source.write_text(f"<html><body><p>{REPORT}</p></body></html>")
    before = source.read_text()
    assert run("extract", source, "--format", "html", "--output", f"{tmp_path}/").exit_code == 1
    assert source.read_text() == before


def test_a_run_that_is_broken_off_leaves_what_was_there_and_no_half_file(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old")

    def broken_off() -> None:
        with Writer(Format.json, output=out, folder=False, sources=("a", "b")) as writer:
            writer.write(factory.full(), "a")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    out, link = tmp_path / "out.json", tmp_path / "link.json"
    out.write_text("old")
    out.chmod(0o600)
    link.symlink_to(out)
    with Writer(Format.json, output=link, folder=False, sources=("a",)) as writer:
        writer.write(factory.record(), "a")
    assert link.is_symlink()
    assert Record.from_json(out.read_text()) == factory.record()
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(RunError, match="No space left"),
        Writer(Format.json, output=Path("/dev/full"), folder=False, sources=("a",)) as writer,
    ):
        writer.write(factory.record(), "a")
