"""The page of measured quality: every kind and type, with the day; the README's table within its marks."""

import json
from pathlib import Path

import pytest

from civicspace.quality.page import between, pages

TEXT = "Update\n\nOn 14 March 2022, police detained the activist Daniyar Testov in Almaty.\n"
GOLD = {
    "report": "a", "country": "KZ", "published": "2022-04-29", "people": [{"name": "Daniyar Testov"}],
    "events": [{
        "type": "detention", "who": ["Daniyar Testov"], "date": "2022-03-14",
        "quote": "police detained the activist Daniyar Testov in Almaty",
    }],
}  # fmt: skip


def test_every_kind_and_type_of_both_halves_is_measured(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
        (tmp_path / f"{name}.json").write_text(json.dumps({**GOLD, "report": name}), "utf-8")
    (tmp_path / "split.toml").write_text('dev = ["a"]\nheld-out = ["b"]\n', "utf-8")
    page, short = pages(tmp_path, day="2026-11-24")
    assert page.startswith("# How good it is")
    assert "Measured on 2026-11-24" in page
    assert page.count("| people | 1 | 1 | 1.00 | 1.00 | 1.00 | 1.00 |") == 2
    assert page.count("| Detention or arrest | 1 |") == 2
    assert short.startswith("Measured on 2026-11-24, 1 reports:")
    assert "| people | 1.00 | 1.00 | 1.00 |" in short


def test_only_what_stands_between_the_marks_is_written() -> None:
    assert between("a <!-- quality -->old<!-- /quality --> b", "new") == "a <!-- quality -->\nnew\n<!-- /quality --> b"
    with pytest.raises(ValueError, match="are not there"):
        between("no marks", "new")


def test_the_readme_says_what_the_page_says() -> None:
    root = Path(__file__).parents[2]
    held_out = (root / "docs/quality.md").read_text("utf-8").partition("## held-out")[2]
    for kind in ("people", "events", "figures", "laws", "custody"):
        cells = next(line for line in held_out.splitlines() if line.startswith(f"| {kind} |")).split(" | ")
        assert f"| {kind} | {' | '.join(cells[3:6])} |" in (root / "README.md").read_text("utf-8")
