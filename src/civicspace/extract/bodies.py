"""Organisations and public bodies with a name of their own: "Ministry of Interior", "Human Rights Watch"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from civicspace.extract.known_places import is_place, standing
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.names import Run, is_function_word, runs
from civicspace.extract.paragraph import Paragraph, text_of
from civicspace.extract.parse import is_english_word
from civicspace.extract.people import own_words
from civicspace.extract.vocabulary import is_armed_group, nouns, words
from civicspace.model.entity import EntityKind
from civicspace.reference import institutions
from civicspace.reference.countries import by_adjective
from civicspace.reference.places import find

_JOIN = re.compile(r" (?:of|for|on|against|to)(?: the)? | of (?:his|her|their) | & ")
_POSSESSIVE = re.compile(r"'s? ")
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
    key: str


def _free(run: Run, taken: Taken) -> bool:
    start, end = run.tokens()
    return not any((run.paragraph.index, t) in taken for t in range(start, end))


def _kind(run: Run) -> EntityKind | None:
    """What kind of body the words of a name make it, if they say so; "General Prosecutor" is an office, not a body."""
    lower = [w.lower for w in run.words]
    bodies = words("organisation_words") | words("public_words") | words("public_strong")
    if lower[-1] in words("place_words") and lower[-1] not in bodies:
        return None
    if lower[-1] in words("roles") and lower[-1] not in words("organisation_words"):
        return None
    if any(w in words("public_strong") for w in lower):
        return "public-body"
    if any(w in words("organisation_words") for w in lower):
        return "organisation"
    return "public-body" if any(w in words("public_words") for w in lower) else None


def _joins(chain: list[Run], following: Run) -> bool:
    """Whether a name runs on: "Bureau" for "Human Rights" and "Rule of Law"; "General Prosecutor" 's "Office"."""
    doc = following.paragraph.doc
    gap = text_of(doc)[chain[-1].end : following.start]
    if _POSSESSIVE.fullmatch(gap):
        owner = doc[chain[-1].tokens()[0] : chain[-1].tokens()[1]].root
        return _kind(following) is not None and owner.ent_type_ not in {"GPE", "PERSON"}
    short = _ACRONYM.match(doc.text[following.end :])
    if _JOIN.fullmatch(gap) and short and _stands_for(short[1], [w.text for r in (*chain, following) for w in r.words]):
        return True
    if _kind(chain[0]) is None:
        return False
    whole = _ACRONYM.match(text_of(doc)[following.end :]) or _one_entity(chain[-1], following)
    more = whole or (_kind(following) is None and not standing(following.text, country=None))
    return bool(_JOIN.fullmatch(gap) or (_AND.fullmatch(gap) and len(chain) > 1 and more))


def _stands_for(acronym: str, parts: list[str]) -> bool:
    """Whether an acronym is made of the first letters of a name: NYPD, DCK; small words may count or not."""
    letters = [p[0].upper() for word in parts for p in word.split("-") if p and p not in words("particles")]
    return len(acronym) > 2 and "".join(letters) == acronym.upper().replace(".", "")


def _joined(parts: list[Run]) -> Iterator[Run]:
    """Capitalised sequences with those joined that make up one name."""
    chain: list[Run] = []
    for part in parts:
        if chain and not _joins(chain, part):
            yield Run(part.paragraph, tuple(w for one in chain for w in one.words))
            chain = []
        chain.append(part)
    if chain:
        yield Run(chain[0].paragraph, tuple(w for one in chain for w in one.words))


def _one_entity(one: Run, other: Run) -> bool:
    """Whether the recogniser sees one organisation from one sequence to the next."""
    doc = one.paragraph.doc
    last, first = one.tokens()[1] - 1, other.tokens()[0]
    return any(e.label_ == "ORG" and e.start <= last and first < e.end for e in doc.ents)


def _named(paragraph: Paragraph, taken: Taken, not_bodies: frozenset[str], country: str | None) -> Iterator[_Named]:
    for run in _joined([run for run in runs(paragraph) if _free(run, taken)]):
        start, end = run.tokens()
        span = paragraph.doc[start:end]
        body = institutions.named(run.text, country=country)
        kind = body.kind if body else _kind(run)
        if (body is None and run.text.lower() in not_bodies) or (body is None and _names_no_body(run, span)):
            continue
        if "country" in standing(run.text, country=country):
            continue
        doubtful = _is_whereabouts(span, country) or is_place(run.text, country=country) or not _recognised(run, span)
        if kind is None and (is_armed_group(run.text.lower()) or run.text.lower() in words("platforms")):
            kind = "organisation"
        if kind is None and doubtful and not _called_a_body(span):
            continue
        key = (body.name if body else own_words(run)).lower()
        acronym = _ACRONYM.match(paragraph.text[run.end :])
        yield _Named(run, start, end, kind or "organisation", acronym[1] if acronym else None, key)


def _names_no_body(run: Run, span: Span) -> bool:
    """Laws and feasts, function words, nationalities, and a common noun or its modifier that begins a sentence."""
    lower = [w.lower for w in run.words]
    if _head_words(run) & words("thing_words") and not set(lower) & words("public_strong"):
        return True
    if all(is_function_word(w) for w in lower) or by_adjective(run.text):
        return True
    common = nouns("roles") | nouns("public_nouns") | nouns("organisation_nouns") | words("organisation_kinds")
    modifies = span[-1].dep_ in {"compound", "amod"} and span[-1].head.is_lower and span[-1].head.i > span[-1].i
    return len(lower) == 1 and (lower[0] in common or (modifies and is_english_word(lower[0])))


def _head_words(run: Run) -> set[str]:
    """The words before the first preposition: "Law" on Assemblies, "Bureau" for the Rule of Law."""
    head = [run.words[0]]
    for word in run.words[1:]:
        if word.start - head[-1].end > 1:
            break
        head.append(word)
    return {w.lower for w in head}


def _recognised(run: Run, span: Span) -> bool:
    """Whether the model takes most of the words for an organisation."""
    if run.words[-1].lower in words("place_words") and len(run.words) > 1:
        return False
    organised = [t for t in span if t.ent_type_ == "ORG"]
    return 2 * len(organised) > len(span) and run.words[-1].lower not in words("roles")


def _is_whereabouts(span: Span, country: str | None) -> bool:
    """Whether a name stands as a place's does: "N'Djili airport"; "in Kokshetay", misspelt."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before in {"in", "at", "near", "from", "as", ","} and len(span) == 1 and find(span.text, country=country):
        return True
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.is_lower and after.lower_ in words("place_words")


def _called_a_body(span: Span) -> bool:
    """Whether a small word before the name says what it is: "newspaper La Prensa"."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.is_lower and before.lower_ in words("organisation_words")


def _not_bodies(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Names that the recogniser calls an organisation now and then, but a place more often; and section headings."""
    votes: dict[str, Counter[str]] = {}
    headings = set()
    for paragraph in paragraphs:
        if paragraph.section is not None:
            headings.add(paragraph.section.heading.lower())
        for entity in paragraph.doc.ents:
            votes.setdefault(entity.text.lower(), Counter())[entity.label_] += 1
    return frozenset(headings | {name for name, v in votes.items() if v["GPE"] + v["LOC"] >= max(v["ORG"], 1)})


def named(paragraphs: tuple[Paragraph, ...], taken: Taken, *, country: str | None = None) -> list[Actor]:
    """Bodies with a proper name, in order of first mention; an acronym in brackets is an alias."""
    found: dict[str, Actor] = {}
    not_bodies = _not_bodies(paragraphs)
    for paragraph in paragraphs:
        if paragraph.heading:
            continue
        for name in _named(paragraph, taken, not_bodies, country):
            text = own_words(name.run)
            actor = found.get(name.key) or found.get(text.lower()) or Actor(name.kind, text)
            found[name.key] = found[text.lower()] = actor
            if text != actor.name and text not in actor.aliases:
                actor.aliases.append(text)
            actor.mentions.append(ActorMention(paragraph.index, name.start, name.end))
            if name.acronym and name.acronym not in actor.aliases:
                actor.aliases.append(name.acronym)
                _merge(found, actor, found.setdefault(name.acronym.lower(), actor))
    _spelt_out(found, paragraphs)
    _again(found, paragraphs, taken)
    actors = list({id(a): a for a in found.values()}.values())
    for actor in actors:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start))
    return actors


def _merge(found: dict[str, Actor], actor: Actor, short: Actor) -> None:
    """Let a body first met under its acronym be the one of the full name."""
    if short is not actor:
        actor.mentions += short.mentions
        actor.aliases += [n for n in (short.name, *short.aliases) if n not in (actor.name, *actor.aliases)]
        found.update({key: actor for key, known in found.items() if known is short})


def _spelt_out(found: dict[str, Actor], paragraphs: tuple[Paragraph, ...]) -> None:
    """Let an acronym that only use introduces be the one body of the report that it is the first letters of."""
    used = {run.text for p in paragraphs for run in runs(p) if run.text.isupper() and run.text.isalpha()}
    actors = list({id(a): a for a in found.values()}.values())
    for short in sorted(name for name in used if len(name) > 2):
        full = [a for a in actors if _stands_for(short, [w for w in a.name.split() if w[0].isupper()])]
        if len(full) == 1 and short not in full[0].aliases:
            full[0].aliases.append(short)
            _merge(found, full[0], found.setdefault(short.lower(), full[0]))


def _again(found: dict[str, Actor], paragraphs: tuple[Paragraph, ...], taken: Taken) -> None:
    """Mentions that were not recognised where they stand, of a name or acronym known from elsewhere."""
    known = frozenset((m.paragraph, t) for a in found.values() for m in a.mentions for t in range(m.start, m.end))
    for paragraph in paragraphs:
        for run in runs(paragraph):
            actor = found.get(run.text.lower())
            if actor is not None and _free(run, known) and _free(run, taken) and not paragraph.heading:
                actor.mentions.append(ActorMention(paragraph.index, *run.tokens()))
