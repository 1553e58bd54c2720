"""Steps that a noun tells: "the adoption of the law", "its entry into force", "amendments to the code"."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from civicspace.extract import law_clauses, law_modality, statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.law_step import Step

_INTO_FORCE: Final = ("into force", "into effect", "into law")
_BY_PRONOUN: Final = frozenset(
    ("adoption", "introduction", "passage", "enactment", "promulgation", "ratification", "repeal", "entry", "coming")
)
_REACH: Final = 15


@cache
def stages() -> dict[str, str]:
    """The stage that each noun tells."""
    return {noun: stage for stage, nouns in statutes.words()["nouns_of_stage"].items() for noun in nouns}


def find(noun: Token, enactments: dict[int, Enactment]) -> Iterator[Step]:
    """The steps of one of the nouns of ``stages``."""
    stage = stages()[noun.lower_]
    draft = noun.i in enactments and enactments[noun.i].draft
    enters = noun.doc[noun.i + 1 : noun.i + 3].text.lower() in _INTO_FORCE
    if (stage == "amended" and draft) or (stage == "in-force" and not enters) or law_modality.is_unreal(noun):
        return
    own = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    told = _amended(noun) if stage == "amended" else stage
    if own is not None:
        pronoun = own.lower_ in ("its", "their") and noun.lower_ in _BY_PRONOUN
        if (own.i in enactments or pronoun) and stage != "amended":
            yield Step(stage, noun, enactments.get(own.i) or _subject_law(noun, enactments), 0.65)
    elif told:
        yield from (Step(told, noun, law, 0.65) for law in _laws(noun, enactments, enters=enters))


def _laws(noun: Token, enactments: dict[int, Enactment], *, enters: bool) -> Iterator[Enactment]:
    """Behind "of" or "to"; "the adoption by the Senate of the bill" has the body in between."""
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "by":
        yield from [enactments[i] for i in range(noun.i + 2, min(noun.sent.end, noun.i + _REACH)) if i in enactments][
            :1
        ]
        return
    for preposition in noun.subtree if enters else noun.rights:
        if preposition.dep_ != "prep" or preposition.lower_ not in ("of", "to", "in"):
            continue
        for child in preposition.children:
            law = enactments.get(child.i) if child.dep_ == "pobj" else None
            if law is not None and law.kind != "reform" and law is not enactments.get(noun.i):
                yield law


def _subject_law(noun: Token, enactments: dict[int, Enactment]) -> Enactment | None:
    """ "After its adoption in 2020, the law …": the law that the clause behind is about, if it is about one."""
    verbs = (t for t in noun.ancestors if t.pos_ in ("VERB", "AUX"))
    subjects = (c for verb in verbs for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    return next((enactments[s.i] for s in subjects if s.i in enactments), None)


def _amended(noun: Token) -> str | None:
    """Amendments are ``amended`` unless their verb says more ("were approved") or takes them back."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") else None
    if verb is None:
        return "amended"
    stage = law_clauses.stage_of_verb().get(verb.lemma_.lower())
    return "amended" if stage in (None, "adopted", "in-force") and verb.tag_ in ("VBD", "VBN", "VBG") else None
