"""What a count counts, and what is told of it: "eight detainees … having died in custody"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from civicspace.extract.events.lexicon import lexicon
from civicspace.extract.mention import Quantity
from civicspace.extract.participles import participle

Role = Literal["subject", "passive", "object", "oblique", "agent", "relative", "nominal", "none"]

_PEOPLE = frozenset(["people", "persons", "individuals", "person", "individual", "others"])
_MEMBERS = frozenset(["including", "include", "among", "amongst", "especially", "mostly"])
_GATHER = frozenset(
    [
        "gather",
        "demonstrate",
        "march",
        "rally",
        "protest",
        "attend",
        "join",
        "participate",
        "assemble",
        "picket",
        "turn",
        "congregate",
    ]
)
#: A mass of people in one word.
_CROWDS = frozenset({"crowd", "attendance", "turnout"})
#: What only passes a count on: an elided count under such a verb is told of what was counted before.
_GIVES_COUNT = frozenset(
    ["count", "speak", "put", "say", "report", "be", "estimate", "document", "record", "list", "give"]
)
_HANDS = frozenset({"give", "receive", "get", "hand"})
_TERMS = frozenset({"sentence", "term", "year", "month", "day", "life", "penalty"})
_BETWEEN_ROLES = frozenset(
    [
        "number",
        "total",
        "group",
        "list",
        "handful",
        "majority",
        "series",
        "rest",
        "score",
        "dozen",
        "hundred",
        "thousand",
    ]
)
_TELLS_LITTLE = frozenset(
    ["be", "have", "do", "report", "say", "believe", "include", "continue", "begin", "take", "make", "get"]
)
_COMPLEMENT = frozenset({"dobj", "prep", "acomp", "xcomp", "prt", "oprd", "dative"})


@dataclass(frozen=True, slots=True)
class Told:
    """``head`` stands for what is counted (its noun, or the number where the noun is elided), ``tells`` is the word
    that says what happened to it, ``role`` the part that the counted plays in it."""

    head: Token
    noun: Token | None
    tells: Token | None
    role: Role
    clause: Token | None = None

    @property
    def trigger(self) -> Token:
        """The word whose clause the count stands in: not that of ``tells`` where what is told was told before."""
        return self.clause or self.tells or self.head


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _of_subject(head: Token, verb: Token) -> tuple[Token, Role]:
    passive = head.dep_ == "nsubjpass" or _passive(verb)
    below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd") and c.tag_ == "VBN"), None)
    if verb.lemma_ in _TELLS_LITTLE and below is not None and below.i > head.i:
        return below, "passive"  # "were reported killed", "were believed to be held"
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
    if verb.lemma_ in _TELLS_LITTLE and inner is not None:
        return inner, "passive" if _passive(inner) else "subject"
    return verb, "passive" if passive else "subject"


def _climb(head: Token) -> tuple[Token | None, Role]:
    """The word above that tells of ``head``, and how."""
    above = head.head
    dep = head.dep_
    if dep in ("nsubj", "nsubjpass") and above.pos_ in ("VERB", "AUX"):
        return _of_subject(head, above)
    if dep == "dobj":
        return above, "object"
    if dep in ("pobj", "dative", "npadvmod") or (dep == "conj" and above.pos_ in ("NOUN", "PROPN", "NUM")):
        if dep == "conj":
            return _climb(above)
        if above.lower_ in _MEMBERS or above.head.lower_ in _MEMBERS:
            outer = above.head if above.lower_ in _MEMBERS else above.head.head
            return (outer, "object") if outer.pos_ == "VERB" else _climb(outer)
        if above.head.pos_ == "VERB":
            return above.head, "agent" if above.lower_ == "by" else "oblique"
        if above.head.pos_ in ("NOUN", "PROPN", "NUM") and above.head != above:
            if above.head.lemma_.lower() in _BETWEEN_ROLES or above.head.pos_ == "NUM":
                return _climb(above.head)
            return above.head, "nominal"
    if dep == "appos" and above != head:
        return _climb(above)
    if dep == "ROOT" and head.pos_ == "VERB":
        return head, "passive"
    return None, "none"


def _modifying(head: Token) -> Token | None:
    """A participle or relative clause on the noun: "people sentenced to …", "people who remained …"."""
    return next(
        (c for c in head.children if c.dep_ in ("acl", "relcl") and c.i > head.i and c.pos_ in ("VERB", "AUX")), None
    )


def told(quantity: Quantity, doc: Doc) -> Told:
    """Find what ``quantity`` counts and what is told of it."""
    number = doc[quantity.end - 1]
    noun = doc[quantity.noun] if quantity.noun is not None else None
    own = noun is not None and noun.i >= quantity.end and noun.sent == number.sent
    head = noun if own and noun is not None else number
    after = doc[quantity.end] if quantity.end < len(doc) else None
    hurt = after is not None and (after.tag_ in ("VBN", "VBD") or after.lower_ in ("dead", "injured", "wounded"))
    if not own and hurt and not _is_person(noun):  # "four killed" are people, whatever was counted before
        noun = None
    if not own and after is not None and after.lemma_.lower() in _GATHER:  # "thousands march": often read as a noun
        return Told(head, noun, after, "subject")
    if own and number.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and number.head.i != head.i:
        tells, role = _climb(number)  # "hundreds of Muslims were arrested": the parse hangs on "hundreds"
    else:
        tells, role = _climb(head)
    if noun is not None and not own and (tells is None or tells.lemma_.lower() in _GIVES_COUNT):
        before = _of_noun(noun, *_climb(noun))
        if before.tells is not None and before.tells.lemma_.lower() not in _GIVES_COUNT:
            return Told(noun, noun, before.tells, before.role, clause=tells or head)  # "the ministry spoke of 121"
    found = _of_noun(head, tells, role)
    above = head.head
    acts = above.tag_ == "VBD" and not event_types(above)
    if not own and above.tag_ in ("VBN", "VBD") and not acts and head.dep_ in ("nummod", "nsubj", "nsubjpass", "dep"):
        return Told(head, noun, above, "passive")  # "over 200 killed"
    return Told(head, noun, found.tells, found.role)


def _of_noun(head: Token, tells: Token | None, role: Role) -> Told:
    """What is told of ``head``: by a clause of its own, where the word above it tells little."""
    clause = _modifying(head)
    vague = role in ("none", "oblique", "agent", "nominal")
    weak = tells is None or vague or tells.lemma_ in _TELLS_LITTLE | _GIVES_COUNT
    meets = clause is not None and clause.lemma_.lower() in _GATHER and not event_types(tells)
    if clause is not None and (weak or meets):
        return Told(head, head, clause, "relative")
    return Told(head, head, tells, role)


def event_types(word: Token | None) -> frozenset[str]:
    """The types of event that a word can tell of."""
    if word is None:
        return frozenset()
    lists = lexicon().verbs if word.pos_ in ("VERB", "AUX") else lexicon().nouns
    found = lists.get(word.lemma_.lower(), ()) + lexicon().nouns.get(word.lower_, ())
    return frozenset(p.type for p in found if not p.needs)


def _phrase(noun: Token) -> str:
    """The noun with what stands before it, without numbers and articles."""
    keep = [
        t
        for t in noun.subtree
        if t.i <= noun.i
        and t.dep_ in ("compound", "amod", "nmod", "poss", "case", "punct", "conj", "cc", "advmod", "npadvmod")
        and t.pos_ not in ("NUM", "DET", "PRON", "SPACE")
        and noun in (t.head, t.head.head)
        and t.lower_
        not in ("other", "more", "additional", "further", "total", "estimated", "least", "another", "several")
        and t.ent_type_ not in ("DATE", "CARDINAL")
    ]
    first = next((t.i for t in keep if not t.is_punct and t.dep_ not in ("cc", "punct")), noun.i)
    inside = {t.i for t in keep} | {noun.i}
    span = [t for t in noun.doc[first : noun.i + 1] if t.i in inside]
    return "people" if noun.lower_ in _PEOPLE and len(span) == 1 else "".join(t.text_with_ws for t in span).strip()


def _complement(verb: Token, head: Token) -> str:
    """The few words that complete a verb: "given warnings", "sentenced to short-term detention"."""
    for child in verb.children:
        if (
            child.i <= verb.i
            or child.dep_ not in _COMPLEMENT
            or child.i <= head.i < child.i + 4
            or head in child.subtree
        ):
            continue
        if child.dep_ == "prep" and child.lower_ not in ("to", "of", "with", "in", "without", "on", "for", "from"):
            continue
        words = [t for t in child.subtree if t.dep_ not in ("relcl", "acl", "appos") and not t.is_space]
        kept = [t for t in words if t.i < child.i + 5]
        if any(t.ent_type_ in ("DATE", "GPE", "TIME", "CARDINAL") for t in kept) or len(words) > 7:
            continue
        return " " + "".join(t.text_with_ws for t in kept).strip(" ,;.")
    return ""


def _of_what(noun: Token) -> str:
    """ "Complaints about torture", "members of …": the phrase that says which."""
    for child in noun.children:
        if child.dep_ == "prep" and child.i > noun.i and child.lower_ in ("of", "about", "against", "into", "on", "in"):
            words = [t for t in child.subtree if t.dep_ not in ("relcl", "acl", "appos")]
            if len(words) <= 9 and not any(t.ent_type_ in ("DATE", "TIME") for t in words):
                return " " + "".join(t.text_with_ws for t in words).strip(" ,;.")
    return ""


def gathers(found: Told) -> bool:
    """Whether those counted come together in public: "people gathered", "took to the streets", "a crowd of"."""
    noun, verb = found.noun, found.tells
    if noun is not None and noun.lemma_.lower() in _CROWDS:
        return True
    if verb is None or not _is_person(noun):
        return False
    lemma = verb.lemma_.lower()
    if found.role == "nominal":
        return lemma in _CROWDS
    if found.role not in ("subject", "object", "relative"):
        return False
    if lemma in _GATHER:
        return True
    if lemma == "be" and any(t.dep_ == "xcomp" and t.lemma_.lower() in _GATHER for t in verb.subtree):
        return True  # "were able to march"
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj" and c.i > verb.i}
    if (lemma == "take" and "part" in objects) or (lemma in ("hold", "stage") and _is_protest(verb)):
        return found.role != "object"
    return any(c.lemma_.lower() == "street" for t in verb.children if t.dep_ == "prep" for c in t.subtree)


def _is_protest(verb: Token) -> bool:
    return any("protest" in event_types(c) for c in verb.children if c.dep_ == "dobj")


def _sentenced(verb: Token, head: Token) -> bool:
    """ "Were given prison terms", "received six years"."""
    if verb.lemma_.lower() not in _HANDS:
        return False
    return any(
        c.lemma_.lower() in _TERMS for c in verb.children if c.dep_ in ("dobj", "oprd", "npadvmod") and c.i != head.i
    )


def measure(found: Told) -> str:
    """A short noun phrase for what the count says: "people detained", "criminal cases opened", "participants"."""
    noun, verb = found.noun, found.tells
    if gathers(found):
        return "participants"
    base = _phrase(noun) + _of_what(noun) if noun is not None else "people"
    if verb is None:
        return base
    if found.role == "nominal":
        return f"{_phrase(verb)} of {base}" if verb.pos_ != "PROPN" else base
    if _sentenced(verb, found.head):
        return f"{base} sentenced"
    if found.role in ("object", "passive") or (found.role == "relative" and verb.tag_ == "VBN"):
        done = verb.text.lower() if verb.tag_ in ("VBN", "VBD") and found.role != "object" else participle(verb.lemma_)
        return f"{base} {done}{_complement(verb, found.head)}"
    if found.role in ("subject", "relative"):
        if verb.lemma_ == "be":
            return base + _complement(verb, found.head)
        return f"{base} {verb.text.lower() if found.role == 'relative' else verb.text}{_complement(verb, found.head)}"
    return base


def _is_person(noun: Token | None) -> bool:
    return noun is None or lexicon().is_a(noun.lemma_.lower(), "person")


def named(found: Told) -> Iterator[Span]:
    """Persons named in apposition to what is counted."""
    inside = {t.i for t in found.head.subtree}
    yield from (e for e in found.head.sent.ents if e.label_ == "PERSON" and e.start in inside)
