"""How a sentence puts an event: as fact, claim, plan, denial, condition, rule; and who says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from civicspace.extract.paragraph import text_of
from civicspace.model.event import Status

_SAY = frozenset(
    (
        "say report allege claim accuse state tell believe complain assert maintain testify insist describe suspect "
        "write note add confirm announce acknowledge admit explain argue contend estimate warn recall tweet suggest"
    ).split()
)
_DOUBT = frozenset("allegedly reportedly purportedly supposedly apparently".split())
_DOUBTED = frozenset("alleged reported reportedly allegedly suspected".split())
_CLAIM = frozenset("allege claim accuse complain suspect contend assert".split())
_PLAN = frozenset("plan intend prepare schedule due expect set await propose vow promise pledge".split())
_DENY = frozenset("deny refute".split())
_CONDITION = frozenset("if unless whether should".split())
_MAY = frozenset("could would may might can should must".split())
_WILL = frozenset("will shall 'll".split())
_URGE = frozenset(
    ("call urge demand ask request appeal recommend want seek order require allow permit enable empower aim").split()
)
_FAIL = frozenset("fail refuse prevent avoid stop decline cease fear risk threaten want".split())

# Labels by which what governs a clause or noun colours it.
_LEADS_UP = frozenset("ccomp xcomp advcl pcomp dobj conj pobj prep acl nsubj nsubjpass relcl".split())


@dataclass(frozen=True, slots=True)
class Modality:
    """``marks`` are short words for what was seen, nearest first; ``speaker`` is the head token of who says so."""

    status: Status
    marks: frozenset[str]
    speaker: Token | None = None


def above(token: Token) -> Iterator[tuple[Token, str]]:
    """The words that govern a token, bottom up, each with the label that leads up to it."""
    seen = token
    while seen.head != seen:
        yield seen.head, seen.dep_
        seen = seen.head


def _own_marks(verb: Token) -> Iterator[str]:
    for child in verb.children:
        lower = child.lower_
        if child.dep_ == "neg" or lower in {"never", "nor", "without"}:
            yield "negated"
        elif child.dep_ == "aux" and lower in _MAY:
            yield "may"
        elif child.dep_ == "aux" and lower in _WILL:
            yield "will"
        elif child.dep_ == "aux" and lower == "to":
            yield "to"
        elif child.dep_ == "mark" and lower in _CONDITION:
            yield "if"
        elif lower in _DOUBT:
            yield "doubt"
        elif child.dep_ in {"nsubj", "nsubjpass"} and any(c.lower_ == "no" for c in child.children):
            yield "negated"


def _speaker(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP", "EX"}), None
    )


def _according(trigger: Token) -> Token | None:
    """The source in "according to X" of a trigger's sentence."""
    if "according" not in text_of(trigger.doc).lower():  # spares most sentences the walk over their words
        return None
    for token in trigger.sent:
        if token.lower_ == "according":
            for to in token.children:
                for source in to.children:
                    if source.dep_ == "pobj":
                        return source
    return None


def _noun_marks(noun: Token) -> Iterator[str]:
    for child in noun.children:
        if child.dep_ in {"amod", "advmod"} and child.lemma_.lower() in _DOUBTED:
            yield "doubt"
        if child.dep_ == "det" and child.lower_ == "no":
            yield "negated"


def _read(trigger: Token) -> tuple[set[str], Token | None]:
    marks = set(_own_marks(trigger))
    speaker: Token | None = None
    marks |= set(_noun_marks(trigger))
    for governor, label in above(trigger):
        lemma = governor.lemma_.lower()
        if label not in _LEADS_UP:
            continue
        if governor.pos_ in {"VERB", "AUX"}:
            if label == "ccomp" and lemma in _SAY:
                marks.add("said")
                speaker = speaker or _speaker(governor)
            if label in {"xcomp", "pcomp", "ccomp", "pobj", "prep", "dobj"}:
                marks |= {name for name, words in _GOVERN.items() if lemma in words}
            if label in {"xcomp", "conj", "ccomp"} and not any(c.dep_ in {"aux", "auxpass"} for c in trigger.children):
                marks |= {m for m in _own_marks(governor) if m != "to"} - {"negated" if label == "conj" else ""}
            elif label in {"dobj", "pobj", "prep", "nsubjpass", "nsubj"}:
                marks |= {f"above-{m}" for m in _own_marks(governor)}
        elif lemma in {"allegation", "claim", "report", "accusation"}:
            marks.add("claimed")
        elif lemma in {"risk", "fear", "possibility", "threat", "danger", "attempt", "right", "need", "plan", "power"}:
            marks.add("unreal")
    return marks, speaker


_GOVERN = {"claimed": _CLAIM, "planned": _PLAN, "denied": _DENY, "urged": _URGE, "failed": _FAIL}


def read(trigger: Token) -> Modality:
    """Read the words around and above a trigger."""
    marks, speaker = _read(trigger)
    source = _according(trigger)
    if source is not None:
        marks.add("according")
        speaker = speaker or source
    status: Status = "reported"
    if "denied" in marks:
        status = "denied"
    elif marks & {"will", "planned"} and not marks & {"negated"}:
        status = "planned"
    elif marks & {"doubt", "claimed"}:
        status = "alleged"
    return Modality(status, frozenset(marks), speaker)
