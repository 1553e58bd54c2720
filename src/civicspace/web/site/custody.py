"""The state of a person's liberty in plain words: "Held in pre-trial detention since 14 March 2022, for 2 months"."""

from django.utils.translation import gettext

from civicspace.model.custody import Custody
from civicspace.model.edtf import OPEN, bounds
from civicspace.model.event import Event
from civicspace.model.record import Record
from civicspace.web.site.dates import date_words, duration_words, since_words, until_words
from civicspace.web.site.timeline import BEGINS, HELD

# The event that a state begins with and whose term it carries.
_OWN_EVENT = {
    "detained": "detention",
    "pretrial-detention": "pretrial-detention",
    "house-arrest": "house-arrest",
    "imprisoned": "conviction",
    "released": "release",
    "deceased": "death-in-custody",
    "restricted": "restriction",
}


def state_words(status: str) -> str:
    """The state alone."""
    return {
        "free": gettext("At liberty"),
        "detained": gettext("Held by police"),
        "pretrial-detention": gettext("Held in pre-trial detention"),
        "house-arrest": gettext("Under house arrest"),
        "restricted": gettext("At liberty, under restrictions"),
        "imprisoned": gettext("In prison"),
        "released": gettext("Released from custody"),
        "deceased": gettext("Died"),
    }.get(status, status)


def _events(record: Record, state: Custody) -> list[Event]:
    mine = [e for e in record.events if e.id in state.events and e.date]
    return sorted(mine, key=lambda e: bounds(e.date or "..")[0])


def _last_begun(events: list[Event], status: str) -> list[Event]:
    """The events that custody began with after the last release: of the state's own kind where there is one."""
    freed = max((i for i, e in enumerate(events) if e.type == "release"), default=-1)
    since = [e for e in events[freed + 1 :] if e.type in BEGINS]
    return [e for e in since if e.type == _OWN_EVENT[status]] or since


def custody_words(record: Record, state: Custody) -> str:
    """One sentence; nothing is said that the record does not hold."""
    events = _events(record, state)
    own = [e for e in events if e.type == _OWN_EVENT.get(state.status)]
    parts = [state_words(state.status)]
    if state.status in HELD:
        begun = own[-1:] if state.status == "imprisoned" else _last_begun(events, state.status)
        if begun and begun[0].date and not begun[0].date.startswith(OPEN):
            parts[0] += " " + since_words(begun[0].date)
    elif own and own[-1].date:
        parts[0] += ", " + date_words(own[-1].date)
    term = own[-1].penalty.duration if own and own[-1].penalty else None
    if term and state.status in HELD | {"restricted"}:
        parts.append(gettext("for %(duration)s") % {"duration": duration_words(term)})
    if state.until:
        parts.append(until_words(state.until))
    sentence = ", ".join(parts)
    return sentence if sentence.endswith(".") else sentence + "."  # Russian ends a year with a full stop


def known_words(state: Custody) -> str:
    """As of when this is known; a state is never shown without it."""
    if state.as_of:
        return gettext("Last known: %(date)s.") % {"date": date_words(state.as_of)}
    return gettext("The report gives no date for this.")
