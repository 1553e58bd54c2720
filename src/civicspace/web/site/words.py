"""Facts in plain words: who says so, how many, how sure, in the language of the page.

Names and quoted words stay as the report has them; the sentences are built so that they need no inflection.
"""

from django.utils.translation import gettext

from civicspace.model.amount import Group
from civicspace.model.event import Charge, Penalty
from civicspace.model.figure import Figure
from civicspace.web.site.dates import duration_words
from civicspace.web.site.labels import label

# Where the words change. They name what the number means, they do not promise a rate.
SURE, FAIRLY, UNSURE = 0.9, 0.75, 0.5


def number(value: int) -> str:
    """Digits in threes, kept together by narrow no-break spaces, which every one of our languages reads."""
    return f"{value:,}".replace(",", "\u202f") if value >= 10_000 else str(value)


def amount(low: int | None, high: int | None, qualifier: str | None) -> str:
    """ "at least 200", "around 700", "between 5 and 10"."""
    if low is None and high is None:
        return gettext("number not given")
    first, last = number(low if low is not None else high or 0), number(high if high is not None else low or 0)
    if qualifier == "at-least":
        return gettext("at least %(n)s") % {"n": first}
    if qualifier == "at-most":
        return gettext("at most %(n)s") % {"n": last}
    if first != last:
        return gettext("between %(low)s and %(high)s") % {"low": first, "high": last}
    if qualifier == "approximately":
        return gettext("around %(n)s") % {"n": first}
    return first


def group_words(group: Group) -> str:
    """The report's own words where it has them, else the number."""
    return group.words or amount(group.min, group.max, group.qualifier)


def figure_words(figure: Figure) -> str:
    return amount(figure.min, figure.max, figure.qualifier)


def charge_words(charge: Charge) -> str:
    parts = []
    if charge.article:
        parts.append(gettext("article %(n)s") % {"n": charge.article})
    if charge.code:
        parts.append(charge.code)
    if charge.offence:
        parts.append(f"“{charge.offence}”")
    return ", ".join(parts)


def penalty_words(penalty: Penalty) -> str:
    parts = [label("penalty_kinds", penalty.kind)]
    if penalty.duration:
        parts.append(duration_words(penalty.duration))
    if penalty.amount is not None:
        parts.append(f"{penalty.amount:,.0f} {penalty.currency or ''}".replace(",", "\u202f").strip())
    words = ", ".join(parts)
    return gettext("%(penalty)s (the most that the law allows)") % {"penalty": words} if penalty.max else words


def confidence_words(confidence: float) -> str:
    """How sure the program was, in words."""
    if confidence >= SURE:
        return gettext("The program is sure of this")
    if confidence >= FAIRLY:
        return gettext("The program is fairly sure of this")
    if confidence >= UNSURE:
        return gettext("The program is unsure of this")
    return gettext("Little more than the program’s guess")


def status_lead(status: str, source: str | None) -> str:
    """What stands before the fact in its own sentence; empty where the report itself states it."""
    if status == "alleged" and source:
        return gettext("According to %(source)s:") % {"source": source}
    return {
        "alleged": gettext("Alleged, not established:"),
        "planned": gettext("Planned or announced:"),
        "denied": gettext("Denied by %(source)s:") % {"source": source} if source else gettext("Denied:"),
    }.get(status, "")


def status_sentence(status: str, source: str | None) -> str:
    """One sentence on how the report tells it."""
    by = {"source": source}
    if status == "alleged":
        return (
            gettext("An allegation. The report passes on what %(source)s says and does not state it as a fact.") % by
            if source
            else gettext("An allegation. The report does not state it as a fact.")
        )
    if status == "planned":
        return gettext("A plan. The report does not say that it has happened.")
    if status == "denied":
        return (
            gettext("The report also says that %(source)s denies this.") % by
            if source
            else gettext("The report says that this is denied.")
        )
    return (
        gettext("The report states this and names %(source)s as its source.") % by
        if source
        else gettext("The report states this in its own words.")
    )
