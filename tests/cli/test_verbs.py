"""The verbs as people type them: what goes to standard output, what to standard error, the exit status."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import factory
from civicspace.cli.main import app
from civicspace.model.record import FORMAT, Record, json_schema

REPORT = "Human rights update\n\nOn 14 March 2022, police detained the activist Daniyar Testov in Almaty.\n"
TODAY = ("--published", "2022-04-29", "--country", "KZ")


def run(*words: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=given)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports, and one that is empty."""
    for name, text in (("a.txt", REPORT), ("b.txt", REPORT.replace("14", "15")), ("empty.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_one_report_is_a_table_for_people(reports: Path) -> None:
    done = run("extract", reports / "a.txt", *TODAY)
    assert done.exit_code == 0
    assert "2022-03-14" in done.stdout
    assert "not yet reviewed" in done.stdout
    assert done.stderr == ""


def test_one_report_in_json_is_the_record_format(reports: Path) -> None:
    done = run("extract", reports / "a.txt", "--format", "json", *TODAY)
    jsonschema.validate(json.loads(done.stdout), dict(json_schema()))
    record = Record.from_json(done.stdout)
    assert (record.document.country, record.document.published) == ("KZ", "2022-04-29")


def test_standard_input_is_a_report(reports: Path) -> None:
    done = run("extract", "-", "--format", "json", *TODAY, given=REPORT.encode())
    assert Record.from_json(done.stdout).document.text == REPORT.strip()


def test_one_bad_report_of_several_fails_the_run_and_the_others_are_kept(reports: Path) -> None:
    done = run("extract", reports, "--format", "json")
    assert done.exit_code == 1
    assert [Record.from_json(line).format for line in done.stdout.splitlines()] == [FORMAT] * 2
    assert "empty.txt: this file is empty" in done.stderr
    assert "1 of 3 reports could not be read" in done.stderr


def test_a_folder_gets_a_file_for_each_report(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "records"
    done = run("extract", reports / "a.txt", reports / "b.txt", "--format", "json", "--output", f"{out}/")
    assert done.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json"]


def test_a_spreadsheet_of_several_reports_has_one_header(reports: Path) -> None:
    done = run("extract", reports / "a.txt", reports / "b.txt", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {Path(row["report"]).name for row in rows} == {"a.txt", "b.txt"}
    assert done.stdout.count("report,title") == 1


def test_a_page_is_one_report_s(reports: Path) -> None:
    assert run("extract", reports / "a.txt", "--format", "html").stdout.startswith("<!DOCTYPE html>")
    done = run("extract", reports / "a.txt", reports / "b.txt", "--format", "html")
    assert (done.exit_code, "name a folder" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("extract", "gone.txt"), 1, "no such file"),
        (("extract",), 2, "Missing argument"),
        (("extract", "a.txt", "--published", "spring"), 2, "--published"),
        (("extract", "a.txt", "--country", "Kazakhstan"), 2, "two letters"),
        (("extract", "a.txt", "--format", "pdf"), 2, "--format"),
        (("score", "only-one.json"), 2, "pairs"),
        (("serve", "--port", "0"), 2, "--port"),
        (("unknown",), 2, "No such command"),
    ],
)
def test_exit_status(words: tuple[str, ...], status: int, said: str) -> None:
    done = run(*words)
    assert (done.exit_code, said in done.stderr) == (status, True)


def test_a_record_scores_full_marks_against_itself(tmp_path: Path) -> None:
    record = factory.full()
    gold = {
        "report": "update",
        "people": [{"name": "Aliya Sample"}],
        "events": [
            {"type": e.type, "quote": e.evidence[0].quote, "who": ["Aliya Sample"], "date": e.date}
            for e in record.events
        ],
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "record.json").write_text(record.to_json(), encoding="utf-8")
    done = run("score", tmp_path / "gold.json", tmp_path / "record.json", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["kinds"]["events"]["f1"] == 1.0


def test_schema_and_codebook_are_json() -> None:
    assert json.loads(run("schema").stdout)["$id"] == "urn:civicspace-record:1"
    assert "detention" in json.loads(run("codebook").stdout)["event_types"]


@pytest.mark.parametrize("verb", ["extract", "load", "serve", "score", "schema", "codebook"])
def test_every_verb_helps_with_an_example(verb: str) -> None:
    shown = run(verb, "--help").stdout
    assert "Example" in shown
    assert f"civicspace {verb}" in shown
