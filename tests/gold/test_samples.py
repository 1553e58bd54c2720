"""The sample pages of the site carry the words of the annotated reports of the same name, none of them held out."""

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.html"))


def plain(markup: str) -> str:
    """Words of a page, tags and list marks left out, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


@pytest.mark.parametrize("page", SAMPLES, ids=lambda page: page.stem)
def test_page_carries_the_report(page: Path) -> None:
    words = plain(page.read_text(encoding="utf-8"))
    report = (ROOT / "gold" / f"{page.stem}.txt").read_text(encoding="utf-8").splitlines()
    body = [re.sub(r"^(?:• |\d\d\.\d\d(?:\.\d{4})? – )", "", line) for line in report[1:] if line.strip()]
    assert [line for line in body if line not in words] == []


def test_no_sample_is_held_out() -> None:
    split = tomllib.loads((ROOT / "gold" / "split.toml").read_text(encoding="utf-8"))
    assert {page.stem for page in SAMPLES} <= set(split["dev"])
    assert len(SAMPLES) >= 3
