"""What one event leaves a person in, and what a series of them leaves them in."""

from collections.abc import Callable, Mapping, Sequence

from civicspace.extract import custody_words as words
from civicspace.extract.custody_words import said
from civicspace.model.event import Event

HELD = frozenset({"detained", "pretrial-detention", "house-arrest", "imprisoned"})
_CONVICTIONS = frozenset({"conviction", "administrative-penalty"})
_AT_LIBERTY = frozenset({"suspended", "fine", "warning", "disciplinary"})
_RESTRICTED = frozenset({"probation", "ban"})
_BY_PENALTY = {"imprisonment": "imprisoned", "death": "imprisoned", "detention": "detained"}


def _sentenced(event: Event) -> str | None:
    kind = event.penalty.kind if event.penalty else None
    if kind in _AT_LIBERTY:
        return "free"
    if kind in _RESTRICTED:
        return "restricted"
    if kind == "corporal":
        return None
    if said(words.ABSENT, event):
        return "free"
    if event.penalty and kind == "detention" and event.type == "conviction" and "Y" in (event.penalty.duration or ""):
        return "imprisoned"
    return _BY_PENALTY.get(kind or "", "imprisoned" if event.type == "conviction" else None)


def _appealed(event: Event) -> str | None:
    lifted = said(words.QUASHED, event) and not said(words.AGAINST, event)
    if (lifted and not said(words.CHANGED, event)) or said(words.ABSENT, event):
        return "free"
    if event.penalty is not None:
        return "free" if event.penalty.kind in _AT_LIBERTY else "imprisoned"
    return "free" if lifted else None


def _restrained(event: Event) -> str | None:
    if said(words.CARE, event):
        return "detained"
    if said(words.SENT_AWAY, event):
        return "free"
    return "restricted" if said(words.BOUND, event) or said(words.BAIL, event) else None


def _apprehended(event: Event) -> str:
    if said(words.BRIEF, event) or said(words.ENDED, event):
        return "released"
    if said(words.TO_SERVE, event) or said(words.SERVING, event):
        return "imprisoned"
    if said(words.ABSENT, event):
        return "free"
    return "pretrial-detention" if said(words.REMAND, event) else "detained"


def _charged(event: Event) -> str | None:
    if said(words.ABSENT, event):
        return "free"
    return "pretrial-detention" if said(words.REMAND, event) else None


def _released(event: Event) -> str | None:
    return None if said(words.LEAVE, event) or said(words.WISHED, event) else "released"


def _closed(event: Event) -> str | None:
    return None if said(words.AGAINST, event) else "free"


def _housed(event: Event) -> str | None:
    return None if said(words.FROM_HOUSE, event) else "house-arrest"


def _questioned(event: Event) -> str | None:
    return "released" if said(words.LET_GO, event) else None


def _punished(event: Event) -> str | None:
    return _BY_PENALTY.get(event.penalty.kind) if event.penalty else None


def _fixed(now: str) -> Callable[[Event], str | None]:
    return lambda event: now


_READERS: Mapping[str, Callable[[Event], str | None]] = {
    "summons": _questioned,
    "detention": _apprehended,
    "disappearance": _fixed("detained"),
    "charge": _charged,
    "pretrial-detention": _fixed("pretrial-detention"),
    "house-arrest": _housed,
    "restriction": _restrained,
    "conviction": _sentenced,
    "administrative-penalty": _sentenced,
    "official-penalised": _punished,
    "appeal": _appealed,
    "case-closed": _closed,
    "release": _released,
    "death-in-custody": _fixed("deceased"),
}


def state(event: Event) -> str | None:
    """The state that an event leaves a person in, or ``None`` where it says nothing about liberty."""
    reader = _READERS.get(event.type)
    return reader(event) if reader and event.status not in {"planned", "denied"} else None


def _only_guilty(event: Event) -> bool:
    """Whether a court found a person guilty and no more is told: somebody who was free may have stayed so."""
    return event.type == "conviction" and event.penalty is None and not said(words.TERM, event)


def _keeps(now: str, new: str, event: Event, by: Event) -> bool:
    """Whether a person stays in the state ``now``, which ``by`` put them in, in spite of ``event``."""
    if event.type == "restriction":
        return now in HELD and new != "detained" and not said(words.INSTEAD, event)
    if event.type == "conviction" and event.penalty is None and now == "released":
        # "Briefly detained and convicted": one clause tells both, and no sentence.
        return by.type == "detention" and by.evidence[0].start == event.evidence[0].start
    if event.type == "disappearance":
        return now == "imprisoned"
    if event.type in _CONVICTIONS and new in {"free", "restricted", "detained"}:
        return now == "imprisoned" and by.date != event.date
    if event.type == "case-closed":
        # Acquitted of one charge and convicted of another on the same day.
        return now == "imprisoned" and by.type in _CONVICTIONS and by.date == event.date
    return False


def last(events: Sequence[Event]) -> tuple[str, Event, list[Event]] | None:
    """The state after ``events`` in order, the event that it follows from, and all that bear on it."""
    now: tuple[str, Event] | None = None
    bearing: list[Event] = []
    for event in events:
        new = state(event)
        if new is None:
            continue
        if now is None and _only_guilty(event):
            continue
        bearing.append(event)
        if now is None or not _keeps(now[0], new, event, now[1]):
            now = (new, event)
    return (*now, bearing) if now else None
