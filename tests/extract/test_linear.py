"""Twice the report is about twice the work, counted in calls and not in seconds."""

import sys
from types import FrameType

from civicspace.extract.record import extract
from civicspace.model.document import Document

_FIRST = ("Bara", "Dano", "Feli", "Goru", "Hami", "Joka", "Kelo", "Lumi", "Maro", "Nesi")
_LAST = ("bekov", "dinov", "fanov", "galov", "hanov", "kurov", "ladov", "minov", "nurov", "radov")


def _report(people: int) -> str:
    """A paragraph for each of ``people`` invented people, no two of one name."""
    told = []
    for number in range(people):
        surname = _FIRST[number % 10][::-1].capitalize() + _LAST[number // 10]
        told.append(
            f"On {number % 28 + 1} March 2022, police detained activist {_FIRST[number % 10]} {surname} in Almaty. "
            f"{surname} was fined {number + 100} dollars. He said that {number + 20} people were arrested."
        )
    return "\n\n".join(told)


def _calls(text: str) -> int:
    """How often the package's own functions and generators are entered while a report is read."""
    count = 0

    def see(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and "civicspace" in frame.f_code.co_filename

    document = Document.of(text)
    sys.setprofile(see)
    try:
        extract(document)
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_with_the_length_of_the_report() -> None:
    _calls(_report(2))
    short, long = _calls(_report(40)), _calls(_report(80))
    assert long < 2.2 * short
