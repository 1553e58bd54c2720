"""Sanctions as a paragraph words them: terms of prison and detention, fines, bans, and what an offence carries."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Final

from spacy.tokens import Doc, Span

from civicspace.extract import durations, money
from civicspace.extract.durations import Length
from civicspace.extract.mention import PenaltyMention
from civicspace.extract.paragraph import Paragraph
from civicspace.model.event import Penalty

# A fine or a term in days at most this long is a short-term detention; longer ones are prison terms counted in days.
_SHORT_DAYS: Final = 60
_BREAK: Final = re.compile(
    r"[;:.(]|,(?! suspended)|\b(?:for|by|on|after|because|before|when|while|following|over|who|which|as|with|and|but|"
    r"from|to|since|until|under)\b"
)
_BARE: Final = re.compile(
    r"\b(?:(?:long|lengthy|heavy|harsh|severe|short|several|multiple|further)\s+)*(?:(?P<suspended>suspended)\s+)?"
    r"(?:prison|jail|custodial)\s+(?:term|sentence|time)s?\b"
    r"|\b(?:sentenced|sentences?|condemned|sentencing\s+\w+)\s+(?:\w+\s+){0,3}?to\s+(?:(?:a|an|long|short|lengthy|several|various|periods?|terms?|of)\s+)*"
    r"(?P<what>imprisonment|prison|jail|(?:administrative|short-term)\s+(?:detention|arrest)|detention|hard\s+labou?r|forced\s+labou?r|"
    r"probation|community\s+service|correctional\s+labou?r)\b"
    r"|\b(?:face[sd]?|facing|punishable\s+by|carr(?:y|ies)|risk(?:s|ed|ing)?)\s+(?:\w+\s+){0,2}?imprisonment\b"
    r"|\bterms?\s+of\s+(?P<term>imprisonment|administrative\s+detention|administrative\s+arrest)\b"
    r"|\b(?:sentences?|term)\b[^.;,]{0,40}?\b(?:was|were|been|being)?\s*(?P<later>suspended)\b"
    r"|\b(?P<verb>jailed|imprisoned)\b(?!\s+\w+\s+(?:leader|activist|journalist))",
    re.IGNORECASE,
)
_TO_DEATH: Final = re.compile(r"\b(?:sentenc|condemn)\w*\b[^.;:]{0,120}?\bto death\b", re.IGNORECASE)
_FINE: Final = re.compile(r"\b(?:fined|fines?)\b", re.IGNORECASE)
_NO_FINE: Final = re.compile(
    r"\bfine\s+(?:line|print|arts?|dust|tuning)\b|\b(?:is|are|was|were|be|feel|doing|just)\s+fine\b", re.IGNORECASE
)


@cache
def words() -> dict[str, Any]:
    """The word lists of ``words/penalties.toml``."""
    text = (resources.files("civicspace.extract") / "words" / "penalties.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _any_of(*path: str) -> re.Pattern[str]:
    phrases: Any = words()
    for step in path:
        phrases = phrases[step]
    listed = "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


@cache
def _any_cue() -> re.Pattern[str]:
    """One of the words, lower case, that every sanction needs: most sentences have none and are passed over."""
    return re.compile(
        r"sentenc|prison|jail|gaol|detain|detention|arrest|custod|\bheld\b|remand|locked up|\bfine|\bban\b|banned|"
        r"barred|prohibited|forbidden|disqualif|depriv|stripped|disciplinar|reprimand|warn|dismissed|demoted|relieved|"
        r"\bdeath\b|\blife\b|lash|stroke|flog|can(?:ed|ing)|whip|amput|stoning|probation|\bfreedom\b|libert|labou?r|service|"
        r"removed from|colony|regime|behind bars|\bterms?\b|suspended|parole|supervis|confine|capital punish|condemned|"
        r"incarcerat|extended",
    )


def find(paragraph: Paragraph, *, country: str | None = None) -> list[PenaltyMention]:
    """The sanctions of one paragraph, in order; ``country`` (ISO 3166-1 alpha-2) decides between currencies.

    ``max`` is set where the sentence says only what is possible ("carries up to eight years").
    """
    found: list[PenaltyMention] = []
    if not _any_cue().search(paragraph.text.lower()):
        return []
    for sentence in paragraph.doc.sents:
        if not _any_cue().search(sentence.text.lower()):
            continue
        spans: list[tuple[int, int, Penalty]] = []
        for one in _sentence(sentence.text, country=country):
            if not any(
                one[0] < end and start < one[1] and _same_kind(one[2], penalty) for start, end, penalty in spans
            ):
                spans.append(one)
        found += [_mention(paragraph, sentence, *one) for one in sorted(spans, key=lambda one: (one[0], one[1]))]
    return found


def _same_kind(one: Penalty, other: Penalty) -> bool:
    return (one.duration is None and one.amount is None) or (one.kind == other.kind and one == other)


def _mention(paragraph: Paragraph, sentence: Span, start: int, end: int, penalty: Penalty) -> PenaltyMention:
    doc: Doc = paragraph.doc
    offset = sentence.start_char
    span = doc.char_span(offset + start, offset + end, alignment_mode="expand")
    first, last = (span.start, span.end) if span is not None else (sentence.start, sentence.end)
    return PenaltyMention(paragraph.index, first, last, penalty)


def _sentence(text: str, *, country: str | None) -> Iterator[tuple[int, int, Penalty]]:
    """Start, end and sanction, the most telling first: a term with its length, then what is named without one."""
    for length in durations.every(text):
        yield from _term(text, length)
    yield from _fines(text, country=country)
    yield from _named(text)
    yield from _bare(text)


def _possible(text: str, start: int) -> bool | None:
    """``True`` where the words in front make a sanction only possible."""
    left = text[:start]
    hedges = list(_any_of("possible", "words").finditer(left))
    if re.search(r"\bif (?:convicted|found guilty)\b", text, re.IGNORECASE):
        return True
    if not hedges:
        return None
    between = left[hedges[-1].end() :]
    if len(between) > 90 or re.search(r"\b(?:was|were|been) (?:sentenced|jailed|fined|given|handed)\b|;", between):
        return None
    return True


def _term(text: str, length: Length) -> Iterator[tuple[int, int, Penalty]]:
    to_life = re.match(r"(?:['’]s?)?(?:\s+\w+){0,3}?\s+to\s+life\b", text[length.end :]) is not None
    to_life = to_life and not re.search(
        r"\b(?:increased|raised|changed|reduced)\b[^.;]{0,40}$", text[: length.start], re.IGNORECASE
    )
    right = _noun_behind(text, length.end)
    if right is not None:
        kind, end = right
        start = length.start
    else:
        left = _lead_before(text, length.start)
        if left is None:
            return
        kind, start = left
        end = length.end
    if kind in ("imprisonment", "detention"):
        kind = _by_length(kind, length, text=text[start:end])
    suspending = re.search(
        r"\bsuspended\s+(?:the|his|her|their|a|an|its|this|that)\s+(?:\w+['’]s\s+)?$",
        text[: length.start],
        re.IGNORECASE,
    )
    if suspending and kind == "imprisonment":
        yield suspending.start(), end, Penalty(kind="suspended", duration=length.duration)
    for duration in (length.duration, *length.others):
        yield start, end, Penalty(kind=kind, duration=None if to_life else duration, max=_possible(text, length.start))


def _noun_behind(text: str, start: int) -> tuple[str, int] | None:
    """The sanction named behind a length: "15 years' imprisonment", "two years of ‘restricted freedom’"."""
    opening = re.match(r"(?:['’]s?)?(?:\s+each)?[\s-]+(?:(?:in|of|behind|at|under|with)\s+)?", text[start:])
    if opening is None:
        return None
    begin = start + opening.end()
    stop = _BREAK.search(text, begin)
    if stop and stop[0] == "for" and text[stop.end() :].startswith(" life"):
        return None
    phrase = text[begin : min(stop.start() if stop else len(text), begin + 70)]
    suspended = re.match(r"[^.;]{0,40}?,?\s+suspended\b|[^.;,]{0,40}?, which (?:was|were) suspended\b", text[begin:])
    if opening[0].strip() == "behind":
        phrase = "behind " + phrase
    for kind in ("ban", "suspended", "probation", "detention", "imprisonment"):
        lists = ("kinds", kind) if kind != "ban" else ("ban", "words")
        found = _any_of(*lists).search(phrase)
        if kind == "ban" and found is None:
            found = re.match(r"(?:[\w-]+\s+){0,2}ban\b", phrase)
        if found and len(re.findall(r"\w+", phrase[: found.start()])) <= 5:
            if suspended and kind in ("imprisonment", "detention"):
                return "suspended", begin + suspended.end()
            return kind, begin + found.end()
    return None


def _lead_before(text: str, start: int) -> tuple[str, int] | None:
    """The sanction named in front of a length: "jailed for two months", "a suspended sentence of two years"."""
    left = re.sub(
        r"\b(?:up to|at least|at most|more than|less than|nearly|almost|around|about|a total of|a maximum of|a further|"
        r"ranging from)\s*$",
        "",
        text[:start],
    )
    left = re.sub(r"\b(?:a|an|another|additional|some|between)\s*$", "", left)
    left = re.sub(r"\b(?:up to|at least|more than|nearly|almost|around|about|ranging from)\s*$", "", left)
    link = re.search(
        r"\b(?:to|for|of|by|from|totall?ing|lasting|served?|serving|being)\s*$|\b(?:sentences?|terms?|imprisonment|detention|ban)\s*$",
        left,
        re.IGNORECASE,
    )
    if not link or re.search(r"\bsuspended\s+for\s*$", left):
        return None
    window = max(0, len(left) - 140)
    clause = re.split(r"[;:]|\b(?:after|because|before|although|but)\b", left[window:])[-1]
    base = len(left) - len(clause)
    leads = list(_any_of("leads", "words").finditer(clause))
    if not leads:
        return None
    lead = leads[-1]
    gap = clause[lead.end() :]
    if len(re.findall(r"\w+", gap)) > 14:
        return None
    if re.match(r"ban|barred|prohibited|disqualified", lead[0], re.IGNORECASE):
        return "ban", base + lead.start()
    for kind in ("ban", "suspended", "probation", "detention", "imprisonment"):
        pattern = _any_of("ban", "words") if kind == "ban" else _any_of("kinds", kind)
        cues = list(pattern.finditer(clause))
        if cues and (
            kind != "suspended"
            or "suspended sentence" in clause
            or re.search(r"suspended (?:prison|jail|term)", clause)
        ):
            if kind == "detention" and _stronger(clause, cues[-1].end()):
                continue
            return kind, base + cues[-1].start()
    return None


def _stronger(clause: str, start: int) -> bool:
    """Whether a prison word stands behind the word of detention and so nearer to the length."""
    return bool(re.search(r"\b(?:sentenced|jailed|imprisoned|imprisonment|prison)\b", clause[start:], re.IGNORECASE))


def _by_length(kind: str, length: Length, *, text: str) -> str:
    """Terms in days are short-term detention, whatever the report calls the place."""
    if not length.short:
        if kind == "detention" and re.search(r"\b(?:sentence|sentences|prison)\b", text) and "detention" not in text:
            return "imprisonment"
        return kind
    days = re.findall(r"(\d+)D", length.duration)
    return "detention" if not days or int(days[-1]) <= _SHORT_DAYS else kind


def _fines(text: str, *, country: str | None) -> Iterator[tuple[int, int, Penalty]]:
    fines = list(_FINE.finditer(text))
    sums = money.find(text, country=country) if fines else []
    for match in fines:
        if _NO_FINE.search(text, max(0, match.start() - 6), match.end() + 8):
            continue
        near = [m for m in sums if 0 <= m.start - match.end() <= 60 or 0 <= match.start() - m.end <= 12]
        first = min(near, key=lambda m: abs(m.start - match.end()), default=None)
        start = min(match.start(), first.start) if first else match.start()
        end = max(match.end(), first.end) if first else match.end()
        yield (
            start,
            end,
            Penalty(
                kind="fine",
                amount=first.amount if first else None,
                currency=first.currency if first else None,
                max=_possible(text, start),
            ),
        )


def _named(text: str) -> Iterator[tuple[int, int, Penalty]]:
    """Sanctions that have no length: death, life, lashes, warnings, bans, measures of a superior."""
    imposed = bool(_any_of("imposed", "words").search(text))
    for match in _TO_DEATH.finditer(text):
        yield match.start(), match.end(), Penalty(kind="death", max=_possible(text, match.start()))
    if imposed:
        general = re.search(r"\b(?:moratorium|abolish\w*|abolition|reintroduc\w*|reinstat\w*)\b", text, re.IGNORECASE)
        for match in () if general else _any_of("death", "words").finditer(text):
            yield match.start(), match.end(), Penalty(kind="death", max=_possible(text, match.start()))
        for match in _any_of("life", "words").finditer(text):
            yield match.start(), match.end(), Penalty(kind="imprisonment", max=_possible(text, match.start()))
    for kind in ("corporal", "warning", "disciplinary", "ban"):
        for match in _any_of(kind, "words").finditer(text):
            yield match.start(), match.end(), Penalty(kind=kind, max=_possible(text, match.start()))


def _bare(text: str) -> Iterator[tuple[int, int, Penalty]]:
    for match in _BARE.finditer(text):
        what = (match["what"] or match["term"] or "prison").lower()
        if match["suspended"] or match["later"]:
            kind = "suspended"
        else:
            kind = next(
                (k for k in ("probation", "detention", "imprisonment") if _any_of("kinds", k).search(what)),
                "imprisonment",
            )
        yield match.start(), match.end(), Penalty(kind=kind, max=_possible(text, match.start()))
