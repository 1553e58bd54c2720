"""Words of an event's evidence that tell more about liberty than its type does."""

import re

from civicspace.model.event import Event


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


QUASHED = _words(
    "quash", "overturn", "annul", "acquit", "set aside", "struck out", "threw out", "thrown out", "lifted",
    "cancell?ed", "dismissed the case",
)  # fmt: skip
# What is quashed is itself good for the person: "overturned his acquittal", "an earlier decision to grant bail".
AGAINST = re.compile(
    r"\b(?:quash\w*|overturn\w*|annul\w*|set aside|cancel\w*) (?:[\w'’-]+ ){0,4}"
    r"(?:acquittals?|releases?|bail|pardons?|decisions? to (?:grant|release|free))\b",
    re.IGNORECASE,
)
BRIEF = _words(
    r"briefly\b", r"overnight\b", r"then released\b", r"later (?:released|freed|let go)\b", r"let go\b",
    r"released (?:the same|the next|the following|later|shortly|hours|without charge)\b",
    r"for (?:about |around |over |more than |several |a few |some )?(?:\w+ )?(?:hours?|the night)\b",
)  # fmt: skip
# A stay that is told as over.
ENDED = _words(
    r"(?:had )?spent (?:[\w,-]+ ){1,6}(?:in|behind) (?:\w+ )?(?:prison|jail|custody|detention|bars)\b",
    r"(?:was|were) (?:held|detained|jailed|imprisoned) for (?:[\w-]+ ){1,4}(?:days?|weeks?|months?|years?)"
    r"(?= before|,? (?:and|until) )",
    r"escaped\b",
)  # fmt: skip
LET_GO = _words(r"released\b", r"let go\b", r"freed\b")
REMAND = _words(r"pre-?trial (?:detention|custody|prison)\b", r"remand(?:ed)?\b", r"(?:awaiting|pending) trial\b")
ABSENT = _words(
    r"in absentia\b", r"in (?:his|her|their) absence\b", r"(?:is|are|was|were|remain\w*|lives?|living) abroad\b",
    r"(?:in|into) exile\b", r"fled (?:the country|abroad)\b", r"(?:had |has )?left the country\b",
    r"remain\w* at (?:liberty|large)\b",
)  # fmt: skip
# Told of as in prison now: nobody says that of somebody arrested a moment ago.
SERVING = _words(
    r"(?:is|are|remain\w*|still|been) (?:[\w-]+ ){0,2}(?:in prison|in jail|behind bars|imprisoned|jailed)\b",
    r"serving (?:an? |his |her |their )?(?:[\w-]+ ){0,3}(?:sentences?|terms?|years?)\b",
)  # fmt: skip
# Let out to come back.
LEAVE = _words(r"for (?:a|one) (?:day|few hours)\b", r"temporar", r"furlough", r"to attend\b")
TO_SERVE = _words(r"to (?:begin )?serv(?:e|ing) (?:\w+ ){0,3}(?:sentence|term)\b")
# What tells of a prison term where no penalty was read.
TERM = _words(r"years?\b(?! old)", r"months?\b", r"prison", r"jail", r"life\b", r"death\b", r"behind bars\b")
# A new term instead of the old one: the sentence is changed, and not lifted.
CHANGED = _words(
    r"sentenced\b", r"reduc", r"increas", r"rais(?:ed|ing)\b", r"commut", r"upheld\b", r"retrial\b", r"cut\b"
)
# House arrest that is told as over.
FROM_HOUSE = _words(
    r"(?:from|out of|left|after (?:[\w-]+ ){0,4}(?:of|under)) house arrest", r"house arrest (?:\w+ )?(?:end|lift|expir)"
)
# A release that is asked for.
WISHED = _words(
    r"(?:ought to|should|must|may|might|could|would) (?:have been |be )(?:\w+ ){0,3}(?:released|freed|let (?:out|go))\b"
)
# Restraints of movement; a ban on office, on an organisation or a label says nothing about liberty.
BOUND = _words(
    r"travel bans?\b", r"bans? on travel", r"exit bans?\b", r"passports?\b", r"leav(?:e|ing)\b", r"travel(?:ling)?\b",
    r"abroad\b", r"recogni[sz]ance", r"undertaking\b", r"supervision\b", r"judicial control\b", r"curfew",
    r"report(?:ing)? (?:\w+ )?to (?:the |a )?police", r"probation", r"restricted freedom", r"confine",
)  # fmt: skip
BAIL = _words(r"bail\b", r"bond\b")
CARE = _words(r"psychiatric\b", r"compulsory (?:medical )?treatment\b", r"mental (?:hospital|institution|state)\b")
SENT_AWAY = _words(r"deport", r"expel", r"expuls", r"banish", r"exile")
# A restraint takes the place of custody only where these say so.
INSTEAD = _words(
    r"releas", r"freed\b", r"bail\b", r"replac", r"commut", r"instead of\b", r"chang(?:ed?|ing)\b", r"substitut",
    r"transferred\b", r"let (?:out|go)\b", r"now\b",
)  # fmt: skip
IN_CUSTODY = _words(r"in (?:\w+ )?(?:custody|detention|prison|jail)\b")
STILL = _words(r"still\b", r"remains?\b", r"is (?:forbidden|banned|barred)\b", r"may not\b", r"cannot\b", r"now\b")
ACQUITTED = _words(r"acquit", r"not guilty", r"exonerat", r"cleared of\b", r"pardon")


def said(pattern: re.Pattern[str], event: Event) -> bool:
    """Whether the evidence of an event has such words."""
    return bool(pattern.search(event.evidence[0].quote))
