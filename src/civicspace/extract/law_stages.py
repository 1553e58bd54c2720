"""What a sentence says of a law: the step that each verb or noun of law-making takes, and with which law."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from civicspace.extract import law_clauses, law_modality, law_nouns, law_phrases, law_themes, statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.law_step import Step

_BY: Final = ("by", "through", "via")
_FADING: Final = frozenset(("lapse", "expire", "fail"))
_PENDING: Final = (
    "pending", "before parliament", "before the", "under discussion", "under consideration", "under review", "debate"
)  # fmt: skip
_STANDING: Final = ("adopted", "approved", "signed", "withdrawn", "rejected")


def find(sentence: Span, enactments: dict[int, Enactment]) -> Iterator[Step]:
    """The steps that a sentence tells, in the order of their verbs."""
    steps: list[Step] = []
    for token in sentence:
        if (
            token.pos_ in ("VERB", "AUX")
            or token.tag_.startswith("VB")
            or (token.tag_ == "JJ" and token.dep_ in ("relcl", "ROOT", "conj"))
        ):
            steps += _verb(token, enactments)
        elif token.lower_ in law_nouns.stages():
            steps += law_nouns.find(token, enactments)
    done = {(step.stage, step.law.head if step.law else None) for step in steps}
    further = [*law_phrases.find(sentence, enactments), *_instruments(sentence, enactments)]
    steps += [s for s in further if (s.stage, s.law.head if s.law else None) not in done]
    yield from steps
    stepped = {step.law.head for step in steps if step.law is not None}
    for head, enactment in sorted(enactments.items()):
        if head == enactment.head and sentence.start <= head < sentence.end and head not in stepped:
            yield from _pending(sentence.doc[enactment.head], enactment)


def _verb(verb: Token, enactments: dict[int, Enactment]) -> Iterator[Step]:
    comes = _comes_into_force(verb)
    stage = "in-force" if comes else law_clauses.stage_of_verb().get(verb.lemma_.lower())
    if stage is None and verb.lemma_ not in statutes.words()["parts"]["verbs"]:
        return
    if verb.dep_ in ("amod", "compound"):
        yield from _attributive(verb, stage, enactments)
        return
    theme, laws = law_themes.themes(verb, enactments, intransitive=comes or verb.lemma_ in _FADING)
    if theme is None:
        return
    changed = _changed(verb, theme, enactments) if not laws or theme.lower_ in law_themes.changes() else []
    part = _of_a_part(verb, theme)
    if changed or part:
        stage, laws = "amended", changed or laws or _added_to(verb, enactments)
    if not laws and comes and theme.pos_ == "NOUN":
        laws = list(_newly(theme))
    if stage is None or not (laws or part or (theme.lower_ in law_themes.PRONOUNS and theme.pos_ != "DET")):
        return
    meant: list[Enactment | None] = [*laws] or [None]
    for law in meant:
        told = law_clauses.stage_in_clause(stage, verb, law=law, theme=theme)
        told = law_modality.held(verb, told) if told else None
        if told:
            yield Step(told, verb, law, 0.8 if law else 0.6)


def _of_a_part(verb: Token, theme: Token) -> bool:
    """ "a clause was dropped": what is done to a part changes the law, but a court or a repeal ends the part."""
    lists = statutes.words()["parts"]
    by_court = any(t.lower_ in ("court", "judge", "judges", "tribunal", "council") for t in verb.lefts)
    return theme.lower_ in lists["nouns"] and verb.lemma_ in lists["verbs"] and not by_court


def _instruments(sentence: Span, enactments: dict[int, Enactment]) -> Iterator[Step]:
    """ "was set up by presidential decree", "created by a law of 2023": the same act makes that law."""
    for head, law in sorted(enactments.items()):
        noun = sentence.doc[head]
        if head != law.head or law.kind not in ("law", "regulation") or not sentence.start <= head < sentence.end:
            continue
        verb = noun.head.head
        by = noun.dep_ == "pobj" and noun.head.dep_ in ("agent", "prep") and noun.head.lower_ in _BY
        new = all(c.dep_ != "det" or c.lower_ in ("a", "an") for c in noun.lefts) and noun.text[0].islower()
        told = by and new and not law.short and verb.tag_ in ("VBN", "VBD") and verb.pos_ == "VERB"
        if told and law_modality.held(verb, "adopted") == "adopted":
            yield Step("adopted", verb, law, 0.65)


def _added_to(verb: Token, enactments: dict[int, Enactment]) -> list[Enactment]:
    """ "was added to the Penal Code", "inserted into the Act"."""
    into = [c for c in verb.rights if c.dep_ in ("prep", "dative") and c.lower_ in ("to", "in", "into", "from")]
    return [enactments[c.i] for preposition in into for c in preposition.children if c.i in enactments]


def _attributive(verb: Token, stage: str | None, enactments: dict[int, Enactment]) -> Iterator[Step]:
    """ "the newly adopted law": a step where an adverb says when; "the adopted law" only says which one."""
    law = enactments.get(verb.head.i)
    if law is not None and stage in _STANDING and verb.tag_ == "VBN" and any(c.dep_ == "advmod" for c in verb.lefts):
        yield Step(stage, verb, law, 0.6)


def _changed(verb: Token, theme: Token, enactments: dict[int, Enactment]) -> list[Enactment]:
    """Whose amendments a bare "some amendments" are: those of the law named before in the sentence, if any."""
    lists = statutes.words()["changes"]
    if theme.lower_ not in lists["nouns"] or verb.lemma_.lower() not in lists["verbs"]:
        return []
    if any(c.dep_ == "prep" and c.lower_ in ("of", "to", "in", "on") and not _dates(c) for c in theme.rights):
        return []
    before = [
        law for head, law in sorted(enactments.items()) if theme.sent.start <= head < theme.i and head == law.head
    ]
    return before[-1:]


def _dates(preposition: Token) -> bool:
    return any(c.ent_type_ == "DATE" for c in preposition.children)


def _newly(theme: Token) -> Iterator[Enactment]:
    """Whatever else comes into force ("the new system") is a reform."""
    if theme.lower_ not in statutes.words()["reforms"]["never_in_force"]:
        start = min([theme.i, *(c.left_edge.i for c in theme.lefts if c.dep_ in ("amod", "compound", "nmod"))])
        words = theme.doc[start : theme.i + 1]
        yield Enactment(theme.i, start, theme.i + 1, words.text, "reform", short=False, draft=False)


def _comes_into_force(verb: Token) -> bool:
    if verb.lemma_ not in ("come", "enter", "go", "be", "take", "put", "remain", "become", "bring"):
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 6].text.lower()
    if verb.lemma_ == "take":
        return behind.startswith("effect")
    if verb.lemma_ == "become":
        return behind.startswith(("law", "effective"))
    if verb.lemma_ == "be":
        return behind.startswith(("in force", "in effect", "effective"))
    return any(
        behind.startswith(words) or f" {words}" in f" {behind}"
        for words in ("into force", "into effect", "into operation", "in force", "in effect")
    )


def _pending(head: Token, enactment: Enactment) -> Iterator[Step]:
    """A draft that is before parliament, or is described by what it would do, is ``drafted``."""
    if not enactment.draft or (enactment.short and head.dep_ not in ("nsubj",)):
        return
    verb = head.head if head.dep_ in ("nsubj", "nsubjpass") else None
    indefinite = any(c.lower_ in ("a", "an") for c in head.lefts)
    if verb is not None and indefinite and any(c.lower_ == "would" for c in verb.lefts):
        yield Step("drafted", head, enactment, 0.6)
        return
    if verb is not None and verb.lemma_ in ("remain", "be", "lie", "await"):
        behind = verb.doc[verb.i : verb.i + 8].text.lower()
        if any(words in behind for words in _PENDING):
            yield Step("drafted", verb, enactment, 0.75)
            return
    clause = next(
        (c for c in head.rights if c.dep_ in ("relcl", "acl") and any(a.lower_ == "would" for a in c.children)), None
    )
    if clause is not None and indefinite:
        yield Step("drafted", head, enactment, 0.6)
