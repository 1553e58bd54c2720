"""Whether a step of a law is told as done, as planned, or as not done."""

from typing import Final

from spacy.tokens import Token

from civicspace.extract import statutes

_HANGING: Final = ("xcomp", "conj", "ccomp", "pcomp", "advcl", "prep", "acl")
_LONGEST_CHAIN: Final = 6
_DECIDING: Final = ("vote", "decide", "move", "rule")
_MODAL_DOUBT: Final = frozenset(("would", "could", "should", "may", "might", "must", "can", "cannot", "ought", "shall"))


def held(verb: Token, stage: str) -> str | None:
    """The stage as the clause holds it: done, only planned (``announced``), or not done at all."""
    if _conditional(verb):
        return None
    chain = _chain(verb)
    for depth in range(len(chain)):
        decided, told = _own(chain, stage, depth=depth) if depth <= 1 else (False, None)
        if not decided and depth:
            decided, told = _governed(chain, stage, depth=depth)
        if decided:
            return told
    return stage if _told_as_done(verb, stage, chain) else None


def _chain(verb: Token) -> list[Token]:
    """The verb and those that it hangs on, up to the main one."""
    chain = [verb]
    while chain[-1].dep_ in _HANGING and len(chain) < _LONGEST_CHAIN and chain[-1].head.i < chain[-1].i:
        chain.append(chain[-1].head)
    return chain


def _own(chain: list[Token], stage: str, *, depth: int) -> tuple[bool, str | None]:
    """What the auxiliaries and the negation of the verb decide, or those of the verb that it shares them with."""
    verb, one = chain[0], chain[depth]
    aux = {c.lower_ for c in one.children if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ == "neg" for c in one.children) and (depth == 0 or _shares_negation(chain[depth - 1])):
        return True, None
    bare = not any(c.dep_ in ("aux", "auxpass", "dobj") for c in verb.children)
    shared = depth == 1 and verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and bare
    if (depth == 0 or shared) and aux & {"will", "'ll", "shall"} and stage != "in-force":
        return True, "announced"
    if depth == 0 and aux & _MODAL_DOUBT:
        if "would" in aux and any(c.lemma_ in ("announce", "pledge", "promise") for c in chain[1:]):
            return True, "announced"
        return True, "in-force" if stage == "in-force" and "should" in aux else None
    return False, None


def _governed(chain: list[Token], stage: str, *, depth: int) -> tuple[bool, str | None]:
    """What a verb further up decides: a wish, a plan, a negation that reaches down."""
    lists = statutes.words()["plans"]
    one, below = chain[depth], chain[depth - 1]
    lemma = one.lemma_.lower()
    if any(c.dep_ == "neg" for c in one.children) and _shares_negation(below):
        return True, None
    if below.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp") and lemma in lists["wishes"]:
        return True, None
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in below.children)
    if infinitive and lemma in lists["verbs"]:
        return True, "announced"
    return below.dep_ == "ccomp" and lemma == "announce" and stage == "drafted", "announced"


def _told_as_done(verb: Token, stage: str, chain: list[Token]) -> bool:
    """Whether the form of the verb tells something that happened."""
    if _in_general(verb) and stage not in ("drafted", "announced", "in-force"):
        return False
    if verb.tag_ == "VB":
        return len(chain) > 1 and chain[1].lemma_ in _DECIDING and chain[1].tag_ in ("VBD", "VBN")
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "advcl", "acl") and not passive:
        return _done_before(verb)
    return verb.tag_ != "VBP" or stage in ("in-force", "drafted", "announced")


def _in_general(verb: Token) -> bool:
    """ "where a bill is adopted", "laws are adopted by …": the present passive tells what may happen, not what did."""
    passive = [c.lower_ for c in verb.children if c.dep_ == "auxpass"]
    perfect = any(c.lower_ in ("has", "have", "had", "being", "been") for c in verb.children)
    return bool(passive) and passive[0] in ("is", "are", "'s") and not perfect


def _conditional(verb: Token) -> bool:
    """ "if the law is adopted", "where a state of emergency is declared"."""
    present = verb.tag_ in ("VBZ", "VBP") or _in_general(verb)
    return any(
        c.lower_ in ("if", "unless", "whether") or (present and c.lower_ in ("when", "where", "once", "until"))
        for c in verb.lefts
    )


def _done_before(verb: Token) -> bool:
    """ "after adopting the law", "having adopted it", "by amending the code" in a clause that tells the past."""
    before = verb.doc[verb.i - 1].lower_ if verb.i else ""
    if not (before in ("after", "since", "upon", "following", "by", "on") or verb.lower_ == "having"):
        return False
    main = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if main is None or main.tag_ not in ("VBD", "VBN"):
        return False
    return not any(c.lower_ in _MODAL_DOUBT or c.lower_ == "will" or c.dep_ == "neg" for c in main.children)


def _shares_negation(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "ccomp") or (
        verb.dep_ == "conj" and any(c.lower_ in ("or", "nor") for c in verb.head.children)
    )


def is_unreal(noun: Token) -> bool:
    """Whether the noun hangs on a wish, a fear or a negation."""
    for one in [noun, *noun.ancestors][:4]:
        if one.lemma_.lower() in statutes.words()["plans"]["wishes"] or any(c.dep_ == "neg" for c in one.children):
            return True
        if any(c.dep_ == "det" and c.lower_ == "no" for c in one.children):
            return True
        if any(c.dep_ == "aux" and c.lower_ in (*_MODAL_DOUBT, "will") for c in one.children):
            return True
    return False
