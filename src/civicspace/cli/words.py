"""Slots of a fact in plain English."""

import re

from civicspace.model.amount import Group
from civicspace.model.codebook import codebook
from civicspace.model.event import Charge, Penalty
from civicspace.model.figure import Figure

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute")
_LEADS = {"at-least": "at least ", "at-most": "at most ", "approximately": "around "}


def label(vocabulary: str, key: str) -> str:
    """The codebook's name for a key as it stands within a sentence: "in-force" of ``law_stages`` is "in force"."""
    name = codebook().vocabulary(vocabulary)[key].label()
    return name[:1].lower() + name[1:]


def duration(iso: str) -> str:
    """ "P2Y6M" is "2 years, 6 months"; what is not such a duration stays as it is."""
    found = _DURATION.fullmatch(iso)
    parts = [
        f"{int(count)} {unit}{'' if int(count) == 1 else 's'}"
        for count, unit in zip(found.groups() if found else (), _UNITS, strict=False)
        if count
    ]
    return ", ".join(parts) or iso


def amount(of: Group | Figure) -> str:
    """ "at least 200", "between 5 and 10"; empty where no number is given."""
    low, high = of.min, of.max
    if low is not None and high is not None and low != high:
        return f"between {low:,} and {high:,}"
    number = high if of.qualifier == "at-most" or low is None else low
    return "" if number is None else f"{_LEADS.get(of.qualifier or '', '')}{number:,}"


def group(of: Group) -> str:
    """The report's own words where it has them, else the number."""
    return of.words or f"{amount(of)} people"


def charge(of: Charge) -> str:
    """ "article 274, Criminal Code: spreading false information"."""
    place = ", ".join(part for part in (of.article and f"article {of.article}", of.code) if part)
    return ": ".join(part for part in (place, of.offence) if part)


def penalty(of: Penalty) -> str:
    """ "imprisonment, 5 years"; the most that an offence carries is said to be that."""
    sum_of_money = None if of.amount is None else f"{of.amount:,.0f} {of.currency or ''}".strip()
    parts = [label("penalty_kinds", of.kind), of.duration and duration(of.duration), sum_of_money]
    return f"{'up to ' if of.max else ''}{', '.join(part for part in parts if part)}"
