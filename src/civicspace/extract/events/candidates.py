"""Where a report may tell of an event: every match of the lexicon, with the roles around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from civicspace.extract.events.lexicon import Lexicon, Pattern, lexicon
from civicspace.extract.events.roles import Roles, noun_roles, verb_roles
from civicspace.extract.paragraph import Paragraph

_REACH = 4  # steps down the parse within which a pattern's company must stand


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One type that one trigger word may tell of."""

    type: str
    pattern: Pattern
    trigger: Token
    sentence: Span
    paragraph: Paragraph
    roles: Roles

    @property
    def who(self) -> tuple[Token, ...]:
        """Head tokens of those the event is recorded for, by the pattern's role."""
        if self.pattern.who == "agent":
            return self.roles.agents or self.roles.subject
        if self.pattern.who == "subject":
            return self.roles.subject
        return self.roles.patients

    @property
    def by(self) -> tuple[Token, ...]:
        """Head tokens of those who did it."""
        return () if self.pattern.who in ("agent", "subject") else self.roles.agents


def _company(token: Token) -> frozenset[str]:
    """Lemmas and words under a token within reach, and for a noun the words that it modifies."""
    words: set[str] = set()
    level = [token]
    for _ in range(_REACH):
        level = [child for above in level for child in above.children]
        words.update(t.lemma_.lower() for t in level)
        words.update(t.lower_ for t in level)
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"compound", "amod", "nmod"}:
        words.update((token.head.lemma_.lower(), token.head.lower_))
    return frozenset(words)


def _holds(pattern: Pattern, company: frozenset[str], roles: Roles, lexicon_: Lexicon) -> bool:
    if not all(need & company for need in pattern.needs):
        return False
    if pattern.patient is None:
        return True
    patients = roles.patients or roles.subject
    if pattern.patient == "person":
        return not patients or any(_may_be_person(t, lexicon_) for t in (*roles.patients, *roles.subject))
    if pattern.patient != "official":  # a thing may stand in either role: "they held a rally", "the rally was held"
        patients = (*roles.patients, *roles.subject)
    return any(lexicon_.is_a(t.lemma_.lower(), pattern.patient) for t in patients)


_THINGS = ("assembly", "strike", "media", "registration", "case", "sentence", "property", "violation")


def _may_be_person(token: Token, lexicon_: Lexicon) -> bool:
    """Not every noun for people is on a list: only those that surely are not are left out."""
    lemma = token.lemma_.lower()
    return lexicon_.is_a(lemma, "person") or not any(lexicon_.is_a(lemma, thing) for thing in _THINGS)


def _lemmas(token: Token) -> tuple[str, ...]:
    """A verb's lemma, and what its form could also come from: the model makes "fined" a form of "fin"."""
    lemma, form = token.lemma_.lower(), token.lower_
    if form.endswith("ed") and form != lemma:
        return tuple(dict.fromkeys((lemma, form[:-1], form[:-2])))
    return (lemma,)


def _patterns(token: Token, words: Lexicon) -> tuple[Pattern, ...]:
    """The patterns that a token may begin; none for months and other dates ("March")."""
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD"}:
        return next((found for lemma in _lemmas(token) if (found := words.verbs.get(lemma))), ())
    if token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ != "DATE":
        return words.nouns.get(token.lemma_.lower(), ())
    return ()


def find(paragraph: Paragraph) -> Iterator[Candidate]:
    """Every candidate of a paragraph, in the order of the text; a type at most once a trigger."""
    words = lexicon()
    for sentence in paragraph.doc.sents:
        for token in sentence:
            patterns = _patterns(token, words)
            if not patterns:
                continue
            is_noun = token.pos_ in {"NOUN", "PROPN"} and token.tag_ not in {"VBN", "VBD"}
            roles = noun_roles(token) if is_noun else verb_roles(token)
            company, seen = _company(token), set()
            for pattern in patterns:
                if pattern.type not in seen and _holds(pattern, company, roles, words):
                    seen.add(pattern.type)
                    yield Candidate(pattern.type, pattern, token, sentence, paragraph, roles)
