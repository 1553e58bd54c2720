"""Permanent addresses: the same fact of the same document keeps its own, whichever reading proposed it.

A fact is known by its document, its kind, its type (a figure's measure, a law's stage) and the words it stands on, not
by its place in the record or by slots that a better reading may fill. The few that share all of these are told apart
by their order.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

from civicspace.model.quote import Quote
from civicspace.model.record import Record

Keyed = dict[str, str]  # id inside of the record → permanent key


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _where(evidence: Iterable[Quote]) -> str:
    return " ".join(sorted(f"{quote.start}-{quote.end}" for quote in evidence))


def _numbered(pairs: Iterable[tuple[str, str]]) -> Keyed:
    seen: Counter[str] = Counter()
    keyed = {}
    for local_id, key in pairs:
        seen[key] += 1
        keyed[local_id] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keyed


def addresses(record: Record) -> Keyed:
    """The key of every entity, event, figure, law step and state of custody (``custody:`` and the person's id)."""
    document = record.document.id
    names = {entity.id: entity.name for entity in record.entities}
    pairs = [
        *((n.id, _key(document, "entity", n.kind, n.name)) for n in record.entities),
        *((e.id, _key(document, "event", e.type, _where(e.evidence))) for e in record.events),
        *((f.id, _key(document, "figure", f.measure, _where(f.evidence))) for f in record.figures),
        *((s.id, _key(document, "law", s.stage, _where(s.evidence))) for s in record.laws),
        *((f"custody:{c.person}", _key(document, "custody", names.get(c.person, c.person))) for c in record.custody),
    ]
    return _numbered(pairs)
