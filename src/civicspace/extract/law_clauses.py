"""What the rest of its clause makes of a verb of law-making: which reading, which house, which kind of measure."""

import re
from functools import cache
from typing import Final

from spacy.tokens import Token

from civicspace.extract import statutes
from civicspace.extract.enactment import Enactment

_AMENDING: Final = frozenset(("amend", "revise", "modify", "rewrite"))
_LAWS: Final = frozenset(
    ("law", "bill", "act", "legislation", "decree", "reform", "amendment", "amendments", "proclamation")
)
_DECIDED: Final = ("adopted", "approved", "signed", "rejected", "withdrawn")
_NEVER_LAW: Final = ("agreement", "memorandum", "accord")
_WITH_A_NAME: Final = frozenset(
    (
        "implement issue suspend remove drop lift back present extend prolong renew notify cancel expire introduce "
        "impose declare strike retract send refer forward transmit bring put block throw"
    ).split()
)
_BY_PRONOUN: Final = frozenset(("adopted", "approved", "signed", "amended", "in-force", "rejected", "withdrawn"))
_PARTICLES: Final = {"throw": " out", "strike": " down"}
_SENDING: Final = ("send", "fail", "archive", "refer", "forward", "transmit", "bring", "put")
_SENT: Final = re.compile(
    r"\b(?:to|before) (?:the |a |its )?(?:\w+ ){0,2}"
    r"(?:parliament|congress|assembly|senate|house|legislature|duma|knesset"
    r"|lawmakers|deputies|chamber|consultation|cabinet)"
)
_PARLIAMENTS: Final = ("parliament", "congress", "assembly", "senate", "lawmakers")


@cache
def stage_of_verb() -> dict[str, str]:
    """The stage that each verb of law-making tells, by lemma."""
    return {verb: stage for stage, verbs in statutes.words()["stages"].items() for verb in verbs}


def stage_in_clause(stage: str, verb: Token, *, law: Enactment | None, theme: Token) -> str | None:
    """The stage, corrected by what else the clause says; ``None`` where it is no step after all."""
    if stage == "amended" and theme.lower_ in statutes.words()["parts"]["nouns"]:
        return None if _by_law(verb) else "amended"
    if stage in _DECIDED and _by_outsiders(verb):
        return None
    if law is not None and stage == "withdrawn" and verb.doc[law.head].lower_ in _NEVER_LAW:
        return None
    if law is None and (stage not in _BY_PRONOUN or verb.lemma_.lower() in _WITH_A_NAME) and verb.lemma_ != "propose":
        return None
    if law is not None and not _fits(stage, verb, law):
        return None
    if law is not None and law.kind == "reform" and stage == "withdrawn":
        return "adopted"
    return _reading(verb) or _by_verb(stage, verb, law=law, theme=theme)


def _near(verb: Token) -> str:
    return verb.doc[max(verb.sent.start, verb.i - 8) : min(verb.sent.end, verb.i + 14)].text.lower()


def _fits(stage: str, verb: Token, law: Enactment) -> bool:
    """Whether the verb can take this kind of measure for its object."""
    lemma, instruments = verb.lemma_.lower(), statutes.words()["instruments"]
    if law.kind == "reform" and stage != "in-force" and not _suits_reform(verb, law):
        return False
    if verb.doc[law.head].lower_ in instruments["heads"] and lemma not in instruments["verbs"]:
        return False
    return not (stage == "amended" and lemma in _AMENDING and _by_law(verb))


def _by_outsiders(verb: Token) -> bool:
    """Whether the subject has no say: civil society may reject or endorse a bill, and no step is taken."""
    outsiders = statutes.words()["outsiders"]["nouns"]
    return any(c.lower_ in outsiders for c in verb.children if c.dep_ == "nsubj")


def _by_law(verb: Token) -> bool:
    """Whether it is another law that does it ("the bill amended the code"), which is what that law says."""
    return any(c.dep_ == "nsubj" and c.lower_ in _LAWS for c in verb.children)


def _reading(verb: Token) -> str | None:
    """The reading that a vote was, where the clause names it; the last one is the approval."""
    if verb.lemma_.lower() not in ("pass", "adopt", "approve", "vote", "back"):
        return None
    near = _near(verb)
    for reading in ("first", "second"):
        if f"{reading} reading" in near or f"{reading}-reading" in near:
            return f"{reading}-reading"
    return "approved" if "third reading" in near or "final reading" in near else None


def _by_verb(stage: str, verb: Token, *, law: Enactment | None, theme: Token) -> str | None:
    lemma, near, lists = verb.lemma_.lower(), _near(verb), statutes.words()
    if stage == "drafted" and lemma not in ("introduce", *_SENDING):
        return _drafted(verb, law, theme=theme)
    match lemma:
        case "pass":
            chambers = lists["chambers"]
            house = any(name in near for name in chambers["words"])
            waits = any(word in verb.sent.text.lower() for word in chambers["awaiting"])
            return "approved" if house or waits else stage
        case "introduce":
            into = any(word in near for word in _PARLIAMENTS)
            return "drafted" if law is not None and law.draft and (into or law.kind == "bill") else "adopted"
        case "declare":
            emergency = law is not None and _is_emergency(law)
            return "in-force" if emergency else "rejected" if "unconstitutional" in near or "invalid" in near else None
        case "impose" if law is not None and law.kind == "regulation":
            return "in-force"
        case "enforce":
            return None if verb.tag_ in ("VBP", "VBZ") else stage
        case "send", "fail", "archive" | "refer" | "forward" | "transmit" | "bring" | "put":
            return "drafted" if _SENT.search(near) else None
        case "fail":
            on = any(c.dep_ == "xcomp" for c in verb.children)
            return "rejected" if law is not None and law.draft and not on else None
        case "throw" | "strike":
            return "rejected" if _PARTICLES[lemma] in near else None
        case "vote":
            return "rejected" if " against " in f" {near} " or "down" in near else "approved"
        case "implement":
            return "in-force" if law is not None and verb.tag_ in ("VBD", "VBN") else None
    return stage


def _is_emergency(law: Enactment) -> bool:
    title = law.title.lower()
    return any(phrase in title or title in phrase for phrase in statutes.words()["reforms"]["emergency"])


def _drafted(verb: Token, law: Enactment | None, *, theme: Token) -> str | None:
    if law is None:
        return "announced" if verb.lemma_ == "propose" else None
    if verb.lemma_ == "initiate" and any(n in theme.lower_ for n in ("change", "amendment")):
        return "amended"
    if law.kind == "reform":
        return "announced"
    if verb.lemma_ == "publish" and not law.draft:
        return "adopted"
    return (
        "drafted"
        if law.draft or law.kind == "bill" or verb.lemma_ in ("draft", "propose", "prepare", "table", "develop")
        else None
    )


def _suits_reform(verb: Token, law: Enactment) -> bool:
    lists = statutes.words()["reforms"]
    lemma = verb.lemma_.lower()
    if not law.weak:
        return lemma not in ("implement", "drop", "suspend", "enforce")
    new = any(c.lower_ == "new" for c in verb.doc[law.head].children)
    return lemma in lists["weak_verbs"] and (new or lemma in ("announce", "impose", "lift", "remove"))
