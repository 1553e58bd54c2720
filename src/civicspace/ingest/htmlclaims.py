"""What a web page says of itself: meta tags, JSON-LD, canonical link, marked dates."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from civicspace.ingest import limits
from civicspace.ingest.block import Claims, tidy

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "citation_publication_date", "citation_date", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publication_date", "date", "sailthru.date",
)  # fmt: skip
_WEAK_DATES = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
_PUBLISHERS = (
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "og:site_name",
    "application-name",
    "publisher",
)
_SEPARATOR = re.compile(r"\s+[|–—»·:-]\s+|\s*[|»]\s*")
_REPORT_TYPES = re.compile(r"Article|Report|WebPage|BlogPosting|CreativeWork|ScholarlyArticle")


def site_free(title: str, titles: list[str]) -> str:
    """``title`` without the name of the site after a bar or dash, where another title of the page lacks it."""
    for other in titles:
        rest = title[len(other) :] if title.startswith(other) else ""
        if other and rest and _SEPARATOR.match(rest):
            return other
    return title


def read_claims(page: HtmlElement) -> Claims:
    """Everything that ``page`` claims, the most explicit first."""
    meta = _meta(page)
    claims = Claims()
    data = list(_linked_data(page))
    claims.titles = _texts([*(meta.get(name) for name in _TITLES), *(_field(d, "headline") for d in data)])
    shown = [*page.xpath("//h1")[: limits.TITLES], *page.xpath("//head/title")[: limits.TITLES]]
    claims.titles = _texts([*claims.titles, *(element.text_content() for element in shown)])
    claims.urls = _texts(
        [*page.xpath("//link[@rel='canonical']/@href"), meta.get("og:url"), *(_field(d, "url") for d in data)]
    )
    claims.dates = _texts(
        [
            *(_field(d, "datePublished") for d in data),
            *(meta.get(name) for name in _DATES),
            *page.xpath("//*[@itemprop='datePublished']/@datetime|//*[@itemprop='datePublished']/@content"),
            *page.xpath("//time[@pubdate]/@datetime|//article//header//time/@datetime|//article//time/@datetime"),
        ]
    )
    claims.weak_dates = _texts([*(meta.get(name) for name in _WEAK_DATES), *(_field(d, "dateModified") for d in data)])
    claims.publishers = _texts([*(_field(d, "publisher") for d in data), *(meta.get(name) for name in _PUBLISHERS)])
    claims.languages = _texts(
        [page.get("lang"), page.get("{http://www.w3.org/XML/1998/namespace}lang"), meta.get("og:locale")]
    )
    return claims


def _texts(values: list[Any]) -> list[str]:
    found = (tidy(v) for v in values if isinstance(v, str))
    return list(dict.fromkeys(v for v in found if v))


def _meta(page: HtmlElement) -> dict[str, str]:
    """Names and properties of meta tags in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        if name and tag.get("content"):
            found.setdefault(name.lower(), tag.get("content"))
    return found


def _linked_data(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe a page or an article."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        listed = data if isinstance(data, list) else [data]
        for item in listed:
            graph = item.get("@graph", [item]) if isinstance(item, dict) else []
            for node in graph if isinstance(graph, list) else []:
                if isinstance(node, dict) and _REPORT_TYPES.search(str(node.get("@type", ""))):
                    yield node


def _field(node: dict[str, Any], name: str) -> str | None:
    value = node.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
