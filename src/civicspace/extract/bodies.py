"""Organisations and public bodies: by name ("Ministry of Interior") and by what they are ("an Almaty court")."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.names import Run, is_function_word, runs
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.people import own_words
from civicspace.extract.vocabulary import nouns, words
from civicspace.model.entity import EntityKind

_JOIN = re.compile(r" (?:of|for|on|against|to)(?: the)? | of (?:his|her|their) | & ")
_AND = re.compile(r",? and (?:the )?")
_ACRONYM = re.compile(r"\s*\(\W?(?:the )?([A-Z][\w&/.\-]{1,14})\W?\)")
Taken = frozenset[tuple[int, int]]
"""Tokens, as (paragraph, position), that already mean somebody."""


@dataclass(frozen=True, slots=True)
class _Named:
    run: Run
    start: int
    end: int
    kind: EntityKind
    acronym: str | None


def _free(run: Run, taken: Taken) -> bool:
    start, end = run.tokens()
    return not any((run.paragraph.index, t) in taken for t in range(start, end))


def _kind(lower: list[str]) -> EntityKind | None:
    """What kind of body words of a name make it, if they say so."""
    if any(w in words("public_strong") for w in lower):
        return "public-body"
    if any(w in words("organisation_words") for w in lower):
        return "organisation"
    return "public-body" if any(w in words("public_words") for w in lower) else None


def _joined(parts: list[Run], taken: Taken) -> Iterator[tuple[Run, ...]]:
    """Capitalised sequences that one name runs through: "Bureau" for "Human Rights" and "Rule of Law"."""
    at = 0
    while at < len(parts):
        chain = [parts[at]]
        doc = parts[at].paragraph.doc
        head = _kind([w.lower for w in parts[at].words])
        while head and at + 1 < len(parts) and _free(parts[at + 1], taken):
            gap = doc.text[chain[-1].end : parts[at + 1].start]
            after = doc.text[parts[at + 1].end :]
            listed = (
                _AND.fullmatch(gap)
                and len(chain) > 1
                and (_ACRONYM.match(after) or _one_entity(chain[-1], parts[at + 1]))
            )
            if not (_JOIN.fullmatch(gap) or listed):
                break
            at += 1
            chain.append(parts[at])
        at += 1
        yield tuple(chain)


def _one_entity(one: Run, other: Run) -> bool:
    """Whether the recogniser sees one organisation from one sequence to the next."""
    doc = one.paragraph.doc
    last, first = one.tokens()[1] - 1, other.tokens()[0]
    return any(e.label_ == "ORG" and e.start <= last and first < e.end for e in doc.ents)


def _named(paragraph: Paragraph, taken: Taken) -> Iterator[_Named]:
    parts = [run for run in runs(paragraph) if _free(run, taken)]
    for chain in _joined(parts, taken):
        run = Run(paragraph, tuple(w for part in chain for w in part.words))
        start, end = run.tokens()
        span = paragraph.doc[start:end]
        lower = [w.lower for w in run.words]
        kind = _kind(lower)
        if kind == "organisation" and len(lower) == 1 and not run.text.isupper():
            kind = None
        if set(lower) & words("thing_words") and not (set(lower) & words("public_strong")):
            continue
        organised = [t for t in span if t.ent_type_ == "ORG"]
        if kind is None and (2 * len(organised) <= len(span) or all(is_function_word(w) for w in lower)):
            continue
        if len(lower) == 1 and lower[0] in nouns("roles") | nouns("public_nouns"):
            continue
        acronym = _ACRONYM.match(paragraph.doc.text[run.end :])
        yield _Named(run, start, end, kind or "organisation", acronym[1] if acronym else None)


def named(paragraphs: Iterable[Paragraph], taken: Taken) -> list[Actor]:
    """Bodies with a proper name, in order of first mention; an acronym in brackets is an alias."""
    found: dict[str, Actor] = {}
    for paragraph in paragraphs:
        for name in _named(paragraph, taken):
            text = own_words(name.run)
            actor = found.get(text.lower()) or Actor(name.kind, text)
            found[text.lower()] = actor
            actor.mentions.append(ActorMention(paragraph.index, name.start, name.end))
            if name.acronym and name.acronym not in actor.aliases:
                actor.aliases.append(name.acronym)
                short = found.setdefault(name.acronym.lower(), actor)
                if short is not actor:
                    actor.mentions += short.mentions
                    found[name.acronym.lower()] = actor
    actors = list({id(a): a for a in found.values()}.values())
    for actor in actors:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start))
    return actors


def _left(head: Token) -> int:
    """Where the words that say which body it is begin: "riot" of "riot police", "Almaty" of "an Almaty court"."""
    start = head.i
    while start > head.sent.start:
        token = head.doc[start - 1]
        possessor = token.tag_ == "POS" or (start < head.i and head.doc[start].tag_ == "POS")
        if token.dep_ in {"det", "nummod", "predet"} or token.pos_ in {"DET", "NUM", "PRON"} or possessor:
            break
        if token.head not in (head, head.doc[start]) or token.dep_ not in {"amod", "compound", "nmod", "punct"}:
            break
        start -= 1
    return start


def unnamed(paragraphs: Iterable[Paragraph], taken: Taken) -> list[Actor]:
    """Public bodies that a common noun stands for, one actor for each wording."""
    found: dict[str, Actor] = {}
    for paragraph in paragraphs:
        for token in paragraph.doc:
            if token.lower_ not in nouns("public_nouns") or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            if (paragraph.index, token.i) in taken or token.dep_ in {"compound", "nmod"}:
                continue
            span = paragraph.doc[_left(token) : token.i + 1]
            if any((paragraph.index, t.i) in taken for t in span if t.ent_type_ not in {"GPE", "NORP", "LOC"}):
                span = paragraph.doc[token.i : token.i + 1]
            name = _words_of(span)
            actor = found.setdefault(name.lower(), Actor("public-body", name))
            actor.mentions.append(ActorMention(paragraph.index, span.start, span.end, "nominal"))
    return list(found.values())


def _words_of(span: Span) -> str:
    return " ".join(span.text.split())
