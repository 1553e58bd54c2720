"""When two EDTF dates agree."""

import re

_MARKS = re.compile(r"[~?%]")


def _bounds(edtf: str) -> tuple[str, str]:
    """First and last day as strings that compare in the order of time; "!" sorts before, "~" after every digit."""
    first, _, last = edtf.partition("/")
    last = last or first
    return ("0000" if first == ".." else first).ljust(10, "!"), ("9999" if last == ".." else last).ljust(10, "~")


def agreement(one: str | None, other: str | None) -> float:
    """1 where the dates are equal, 0.5 where they overlap, 0 where either is absent, -1 where they conflict.

    "About" and "perhaps" (``~``, ``?``) are not compared: careful readers differ over them.
    """
    if not one or not other:
        return 0.0
    first, second = _MARKS.sub("", one), _MARKS.sub("", other)
    if first == second:
        return 1.0
    (a, b), (c, d) = _bounds(first), _bounds(second)
    return 0.5 if a <= d and c <= b else -1.0
