"""Loading a record: nothing twice, nothing lost, addresses that stay."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from civicspace.model.errors import ItemError
from civicspace.model.quote import Quote
from civicspace.web.archive.models import Report
from civicspace.web.records import models
from civicspace.web.records.actions import load_record
from civicspace.web.records.addresses import addresses
from civicspace.web.records.reading import Held, held
from web.sample import EVENTS, RECORD

pytestmark = pytest.mark.django_db


def test_what_was_loaded_is_read_back_byte_for_byte(loaded: Held) -> None:
    assert loaded.record.to_json() == RECORD.to_json()


def test_the_same_record_again_changes_and_logs_nothing(loaded: Held) -> None:
    again = load_record(RECORD)
    assert (again.added, again.changed, again.withdrawn) == (0, 0, 0)
    assert loaded.report.changes.count() == 1


def test_a_better_reading_keeps_the_address_of_a_fact_whose_words_stay(loaded: Held) -> None:
    better = EVENTS[0].model_copy(update={"id": "e77", "place": "Old Nordhaven", "confidence": 0.5})
    custody = RECORD.custody[0].model_copy(update={"events": ("e77", "e2")})
    done = load_record(RECORD.model_copy(update={"events": (better, *EVENTS[1:]), "custody": (custody,)}))
    row = models.Event.objects.get(key=loaded.keys["e1"])
    assert (row.item["place"], row.local_id, row.withdrawn) == ("Old Nordhaven", "e77", False)
    assert (done.added, done.changed, done.withdrawn) == (0, 2, 0)


def test_a_fact_that_a_new_reading_drops_is_withdrawn_and_comes_back_at_its_address(loaded: Held) -> None:
    key = loaded.keys["e6"]
    assert load_record(RECORD.model_copy(update={"events": EVENTS[:-1]})).withdrawn == 1
    assert models.Event.objects.get(key=key).withdrawn
    assert load_record(RECORD).changed == 1
    assert not models.Event.objects.get(key=key).withdrawn


def test_two_facts_of_one_type_on_the_same_words_have_two_addresses() -> None:
    twin = EVENTS[0].model_copy(update={"id": "e9", "who": ("n2",)})
    keys = addresses(RECORD.model_copy(update={"events": (*EVENTS, twin)}))
    assert keys["e9"] == keys["e1"] + "-2"


def test_addresses_do_not_depend_on_the_order_of_kinds_or_ids(loaded: Held) -> None:
    renamed = tuple(e.model_copy(update={"id": f"x{e.id}"}) for e in reversed(EVENTS))
    keys = addresses(RECORD.model_copy(update={"events": renamed}))
    assert {keys[f"x{e.id}"] for e in EVENTS} == {loaded.keys[e.id] for e in EVENTS}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"events": (EVENTS[0].model_copy(update={"evidence": ()}),)}, "no evidence"),
        ({"events": (EVENTS[0].model_copy(update={"evidence": (Quote(start=0, end=3, quote="xyz"),)}),)}, "quote"),
        ({"events": (EVENTS[0], EVENTS[0])}, "same id"),
        ({"entities": RECORD.entities[1:]}, "no such entity"),
        ({"document": RECORD.document.model_copy(update={"text": "other"})}, "digest"),
    ],
)
def test_a_record_that_does_not_hold_together_is_refused_whole(change: dict[str, object], words: str) -> None:
    with pytest.raises(ItemError, match=words):
        load_record(RECORD.model_copy(update=change))
    assert not Report.objects.exists()


def test_the_command_loads_what_it_can_and_names_what_it_cannot(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(RECORD.to_json())
    bad.write_text("{}")
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("load", str(bad), str(good))
    assert held(Report.objects.get()).record == RECORD
