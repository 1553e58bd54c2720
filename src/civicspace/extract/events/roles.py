"""Who does what to whom around a trigger word, read off the dependency parse.

Labels are those of the English model (ClearNLP style: ``nsubj``, ``nsubjpass``, ``dobj``, ``agent``, ``pobj`` …).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from civicspace.reference.currencies import code_of

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CHAIN = frozenset({"xcomp", "conj", "advcl", "pcomp", "ccomp", "prep"})
_OWN = frozenset({"poss", "compound", "amod", "nmod"})
# Verbs whose subject suffers the noun that they govern: "faced charges", "died of torture", "received threats".
_UNDERGO = frozenset(
    (
        "face receive suffer endure undergo sustain experience get await serve be have deny fear risk escape "
        "survive flee report allege complain describe die appeal remain"
    ).split()
)
_DO = frozenset(
    (
        "carry conduct make commit issue perpetrate launch impose order open file lodge bring hold stage organise "
        "organize lead use attend join announce begin start mount plan call publish release send submit"
    ).split()
)
_PATIENT_PREPS = frozenset({"of", "against", "on", "for", "to", "towards", "into", "between", "among"})
_AGENT_PREPS = frozenset({"by", "from"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Head tokens of those who did it and of those it happened to; ``subject`` is the grammatical one.

    ``voice`` is ``active``, ``passive``, ``elliptic`` (a participle whose auxiliary a log or headline left out) or
    ``noun``.
    """

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    subject: tuple[Token, ...] = ()
    voice: str = "noun"


_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_UNITS = frozenset("day week month year hour minute time today yesterday tomorrow".split())


def is_measure(token: Token) -> bool:
    """Whether a noun only says when, how long or how much: nobody and nothing that acts or suffers."""
    return token.ent_type_ in _MEASURES or token.lemma_.lower() in _UNITS or code_of(token.lower_) is not None


def coordinated(token: Token) -> tuple[Token, ...]:
    """A noun phrase head with those joined to it by "and", in order."""
    return (token, *(c for c in token.conjuncts if c.i > token.i and c.dep_ == "conj"))


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: by its own auxiliaries, or as a participle after a noun or a passive."""
    deps = {child.dep_ for child in verb.children}
    if "nsubjpass" in deps or "auxpass" in deps:
        return True
    if verb.tag_ != "VBN" or "aux" in deps or "nsubj" in deps:
        return False
    if verb.dep_ == "acl" or verb.dep_ in {"advcl", "pcomp", "amod", "oprd", "xcomp"}:
        return True
    return verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and is_passive(verb.head)


def _relative(token: Token, clause: Token) -> Token:
    """A relative pronoun stands for the noun that its clause belongs to."""
    if (
        token.tag_ in {"WDT", "WP"}
        and clause.dep_ in {"relcl", "ccomp", "advcl"}
        and clause.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
    ):
        return clause.head
    return token


def _subjects(verb: Token, *, depth: int = 0) -> tuple[Token, ...]:
    """The subject of a verb, taken from the verb above where this one has none of its own."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and not is_measure(child)]
    if own:  # of two, the nearer one: the tagger takes "In mid-March" for a subject
        return coordinated(_relative(own[-1], verb))
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return (verb.head,)
    if depth < 5 and verb.dep_ in _CHAIN | {"acl", "dobj", "pobj", "attr", "appos"} and verb.head != verb:
        above = verb.head
        if verb.dep_ in {"xcomp", "ccomp"} and above.lemma_ not in {"say", "report", "state"}:
            objects = [c for c in above.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN", "PRON"}]
            if objects and verb.dep_ == "xcomp":
                return coordinated(objects[0])
        return _subjects(above, depth=depth + 1)
    return ()


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "oprd"} and child.pos_ != "VERB" and not is_measure(child):
            yield from coordinated(_relative(child, verb))
    if verb.dep_ == "relcl" and not any(c.dep_ == "dobj" for c in verb.children):
        whole = any(c.dep_ in _SUBJECTS and c.tag_ not in {"WDT", "WP"} for c in verb.children)
        if whole and not is_passive(verb):
            yield verb.head


def _prep_objects(token: Token, preps: frozenset[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in preps:
            for obj in child.children:
                if obj.dep_ == "pobj" and not is_measure(obj):
                    yield from coordinated(obj)


def _shared_objects(verb: Token) -> tuple[Token, ...]:
    """The object that a verb shares with those joined to it: "to arrest and prosecute people"."""
    for other in verb.conjuncts:
        takes = other.i > verb.i and other.pos_ == "VERB" and not is_passive(other)
        if takes and (found := tuple(_objects(other))):
            return found
    return ()


def _is_elliptic(verb: Token) -> bool:
    """Whether a log or headline left "was" out: "Editor attacked with paint", "X fined 30,000 by a court"."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    return not any(_objects(verb)) and not _shared_objects(verb)


def verb_roles(verb: Token) -> Roles:
    """Roles around a verb."""
    if verb.dep_ == "amod" and verb.tag_ in {"VBN", "JJ", "VBD"}:  # "the detained activists"
        return Roles((), coordinated(verb.head), (), "passive")
    subject = _subjects(verb)
    by = tuple(_prep_objects(verb, frozenset({"by"})))
    if is_passive(verb):
        return Roles(by, subject + tuple(o for o in _objects(verb) if o not in subject), subject, "passive")
    objects = tuple(_objects(verb)) or _shared_objects(verb)
    if objects:
        return Roles(subject, objects, subject, "active")
    if by and _is_elliptic(verb):
        return Roles(by, subject, subject, "elliptic")
    objects = tuple(_prep_objects(verb, _AT))
    if not objects and _is_elliptic(verb):
        return Roles((), subject, subject, "elliptic")
    return Roles(subject, objects, subject, "active")


_AT = frozenset({"against", "at", "on", "for", "to", "of", "from"})


def noun_roles(noun: Token) -> Roles:
    """Roles around a noun that names an act: "his arrest", "the killing of X by Y", "faced harassment"."""
    agents = list(_prep_objects(noun, _AGENT_PREPS))
    patients = list(_prep_objects(noun, _PATIENT_PREPS))
    patients += [c for c in noun.children if c.dep_ in _OWN and c.pos_ in {"PROPN", "PRON", "NOUN"}]
    above = noun
    for _ in range(4):  # climbs out of "was subjected to torture and beatings", "in the wake of his arrest"
        if above.dep_ in {"conj", "appos", "pobj", "prep", "pcomp", "compound"} and above.head != above:
            above = above.head
            continue
        break
    verb = above if above.pos_ in {"VERB", "AUX"} else above.head
    subject: tuple[Token, ...] = ()
    if verb.pos_ in {"VERB", "AUX"}:
        subject = tuple(t for t in _subjects(verb) if t != noun)
        lemma = verb.lemma_.lower()
        if is_passive(verb) or lemma in _UNDERGO:
            patients += [t for t in subject if noun not in t.subtree]
        elif lemma in _DO:
            agents += [t for t in subject if noun not in t.subtree]
        if above.dep_ == "prep" or noun.dep_ == "pobj":
            patients += [t for t in _objects(verb) if noun not in t.subtree and t not in patients]
    return Roles(tuple(agents), tuple(patients), subject)
