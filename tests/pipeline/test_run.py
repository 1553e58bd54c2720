"""Sources in, results out: each on its own, in order, the failure of one not that of another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from civicspace.ingest import Known
from civicspace.model.errors import RunError
from civicspace.pipeline.run import records

REPORT = "Human rights update\n\nOn 14 March 2022, police detained the activist Daniyar Testov in Almaty.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_bad_source_is_reported_and_the_others_are_read(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    told: list[str] = []
    sources = [str(report), str(empty), str(tmp_path / "gone.txt"), str(report)]
    results = list(records(sources, progress=told.append))
    assert told == sources == [result.source for result in results]
    assert [result.record is not None for result in results] == [True, False, False, True]
    assert [result.error is not None for result in results] == [False, True, True, False]
    assert "no such file" in str(results[2].error)


def test_what_is_said_about_a_report_wins(report: Path) -> None:
    known = Known(country="KG", published="2023-01-02", title="Another title")
    (result,) = records([str(report)], known)
    assert result.record is not None
    document = result.record.document
    assert (document.country, document.published, document.title) == ("KG", "2023-01-02", "Another title")


def test_reports_are_read_as_they_are_asked_for(report: Path) -> None:
    def sources() -> Iterator[str]:
        yield str(report)
        raise AssertionError("the second source was asked for before the first was used")

    assert next(records(sources())).record is not None


def test_an_error_that_stops_the_run_passes_through() -> None:
    def stop(_: str) -> None:
        raise RunError("stop")

    with pytest.raises(RunError, match="stop"):
        next(records(["anything"], progress=stop))
