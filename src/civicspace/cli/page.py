"""A record as one self-contained page: the facts, each linked to its words in the text. No script, no request."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from civicspace.cli.fact import Fact, Facts
from civicspace.model.record import Record

_STYLE = """
:root { color-scheme: light; font: 16px/1.55 Georgia, serif; color: #1c1c1c; background: #fbfaf7 }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem }
.about, .note, th { color: #595959; font: .85rem/1.4 system-ui, sans-serif }
.note { border-left: 3px solid #b45309; padding-left: .6rem }
table { border-collapse: collapse; width: 100%; font: .85rem/1.4 system-ui, sans-serif }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-top: 1px solid #ddd8cc }
.text { max-width: 42rem; white-space: pre-wrap; margin-top: 2rem }
mark { background: #fdecc8; color: inherit } mark:target, tr:target { background: #ffd479 }
"""

# Every value is escaped; should one not be, the browser still runs nothing and asks nobody for anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(record: Record) -> str:
    """The whole page; every value of the report is escaped."""
    document = record.document
    title = escape(document.title or "Untitled report")
    about = (", ".join(document.publishers), document.country, document.published, document.period)
    facts = Facts(record).all()
    rows = "".join(map(_row, facts))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f'<p class="about">{escape(" · ".join(filter(None, about)))}</p>\n'
        '<p class="note">Made by a program, not yet reviewed by a person.</p>\n'
        "<table>\n<thead><tr><th>Kind</th><th>Date</th><th>Who</th><th>What</th><th>Where</th><th>Quote</th></tr>"
        f"</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        f'<div class="text">{"".join(_marked(document.text, facts))}</div>\n</body>\n</html>\n'
    )


def _row(fact: Fact) -> str:
    cells = "".join(f"<td>{escape(value)}</td>" for value in (fact.kind, fact.date, fact.who, fact.what, fact.where))
    quote = f'<a href="#at-{fact.evidence[0].start}">{escape(fact.quote)}</a>' if fact.evidence else ""
    return f'<tr id="{escape(fact.id)}">{cells}<td>{quote}</td></tr>\n'


def _marked(text: str, facts: list[Fact]) -> Iterator[str]:
    """The text with every quote marked; where quotes overlap the pieces part, and each start keeps its own anchor."""
    spans = {(quote.start, quote.end) for fact in facts for quote in fact.evidence}
    opens, closes = Counter(start for start, _ in spans), Counter(end for _, end in spans)
    depth = 0
    for start, end in pairwise(sorted({0, len(text), *opens, *closes})):
        depth += opens[start] - closes[start]
        piece = escape(text[start:end])
        anchor = f' id="at-{start}"' if opens[start] else ""
        yield f"<mark{anchor}>{piece}</mark>" if depth else piece
