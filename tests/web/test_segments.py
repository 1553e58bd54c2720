"""The text is cut where facts begin and end, and nothing of it is lost."""

import pytest

from civicspace.web.records.reading import Held
from civicspace.web.site.facts import facts_of
from civicspace.web.site.segments import Block, blocks, people_of
from web.sample import DOCUMENT, PARAGRAPHS, RECORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def cut(loaded: Held) -> list[Block]:
    return blocks(DOCUMENT, facts_of(loaded), people_of(RECORD.entities, loaded.keys))


def test_the_segments_are_the_text(cut: list[Block]) -> None:
    assert tuple("".join(s.text for s in block.segments) for block in cut) == PARAGRAPHS


def test_facts_that_overlap_share_a_segment_the_shortest_first(cut: list[Block], loaded: Held) -> None:
    shared = next(s for s in cut[1].segments if s.text == "detained ")
    assert [f.key for f in shared.facts] == [loaded.keys["e4"], loaded.keys["e1"]]
    assert "many" in shared.shape


def test_every_fact_begins_and_ends_once_in_the_block_of_its_card(cut: list[Block], loaded: Held) -> None:
    facts = facts_of(loaded)
    for ends in ("begins", "ends"):
        where = [f.key for block in cut for s in block.segments for f in getattr(s, ends)]
        assert sorted(where) == sorted(f.key for f in facts)
    assert sorted(f.key for block in cut for f in block.facts) == sorted(f.key for f in facts)


def test_the_words_of_a_fact_are_its_quote(cut: list[Block], loaded: Held) -> None:
    for fact in facts_of(loaded):
        marked = "".join(s.text for block in cut for s in block.segments if fact in s.facts)
        assert marked == fact.evidence[0].quote


def test_people_are_found_inside_of_facts_and_outside(cut: list[Block], loaded: Held) -> None:
    named = [s.text for block in cut for s in block.segments if s.person == loaded.keys["n1"]]
    assert named == ["Anna Example", "Anna Example"]
    assert cut[5].segments[0].person == loaded.keys["n3"]


def test_headings_leave_out_no_level(cut: list[Block]) -> None:
    assert [block.level for block in cut] == [2, None, None, 2, None, None]


def test_facts_are_numbered_in_the_order_of_the_text(loaded: Held) -> None:
    facts = facts_of(loaded)
    assert [f.number for f in facts] == list(range(1, 11))
    assert [f.start for f in facts] == sorted(f.start for f in facts)


def test_a_first_line_that_repeats_the_title_is_not_shown_twice(loaded: Held) -> None:
    titled = DOCUMENT.model_copy(update={"title": PARAGRAPHS[0]})
    cut = blocks(titled, facts_of(loaded), [])
    assert [block.level for block in cut] == [None, None, 2, None, None]
    assert cut[0].number == 2  # the anchors of paragraphs stay
