"""What on a web page is not the report: found by element, role, class name and by where its links lead.

The words of class names are data (data/furniture.toml). An element is never dropped for its class alone where it
holds a third of the page's text: themes call whole pages "has-sidebar" or "share-layout".
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from lxml.html import HtmlElement

from civicspace.ingest.block import ends_sentence, tidy

_LARGEST_SHARE = 1 / 3
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.I)
_LINK_LIST_SHARE = 0.8
_LINK_ITEM_CHARACTERS = 110


@cache
def furniture() -> dict[str, Any]:
    """The word lists of data/furniture.toml."""
    text = (resources.files("civicspace.ingest") / "data" / "furniture.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    page = furniture()["page"]
    words = "|".join(page["class_words"])
    # a class is a list of words; an id is also the slug of a heading ("sharing-with-others"), so it must say no more
    names = re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])", re.I)
    ids = re.compile(rf"(?:\w{{1,12}}[_-])?(?:{words})(?:[_-](?:{'|'.join(page['id_tails'])}))?[\d_-]*", re.I)
    posts = re.compile("|".join(re.escape(host) for host in page["post_links"]), re.I)
    return names, posts, ids


def strip_furniture(page: HtmlElement) -> list[str]:
    """Remove furniture from ``page``; returns the text of the pieces that a reader may want to see all the same."""
    lists = furniture()["page"]
    total = _size(page)
    for element in page.xpath("|".join(f"//{tag}" for tag in lists["silent_elements"])):
        _drop(element)
    aside: list[str] = []
    for element in list(page.iter()):
        if isinstance(element.tag, str) and _is_furniture(element, total=total) and _attached(element, page):
            text = tidy(element.text_content())
            if text:
                aside.append(text)
            _drop(element)
    return aside


def is_link_list(element: HtmlElement) -> bool:
    """Whether a list is a menu, a trail of breadcrumbs or a row of related links."""
    text = tidy(element.text_content())
    links = sum(len(tidy(link.text_content())) for link in element.iter("a"))
    items = element.xpath("./li")
    short = len(text) < _LINK_ITEM_CHARACTERS * max(1, len(items))
    return bool(text) and short and links >= _LINK_LIST_SHARE * len(text) and not ends_sentence(text)


def link_share(element: HtmlElement) -> float:
    """Share of an element's text that stands in links."""
    text = len(tidy(element.text_content()))
    return sum(len(tidy(link.text_content())) for link in element.iter("a")) / text if text else 0.0


def _size(element: HtmlElement) -> int:
    return sum(len(tidy(p.text_content())) for p in element.iter("p", "li", "td")) or len(element.text_content())


def _names(element: HtmlElement) -> Iterator[str]:
    for name in ("class", "data-component", "data-testid"):
        if value := element.get(name):
            yield re.sub(r"(?<=[a-z])(?=[A-Z])", "-", value)


def _is_furniture(element: HtmlElement, *, total: int) -> bool:
    lists = furniture()["page"]
    if element.tag in {"html", "body", "main", "h1"}:
        return False
    if element.tag in {"blockquote", "div", "figure"} and _is_post(element):
        return True
    marked = (
        element.tag in lists["furniture_elements"]
        or element.get("role", "").lower() in lists["roles"]
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("aria-modal") == "true"
        or bool(_HIDDEN.search(element.get("style", "")))
        or any(_patterns()[0].search(name) for name in _names(element))
        or bool(_patterns()[2].fullmatch(element.get("id", "")))
    )
    if element.tag == "header":
        marked = not element.xpath(".//h1") or bool(element.xpath(".//nav"))
    return marked and (total == 0 or _size(element) < total * _LARGEST_SHARE) and not _holds_title(element)


def _holds_title(element: HtmlElement) -> bool:
    return element.tag not in {"nav", "aside", "footer"} and len(element.xpath(".//h1")) == 1


def _is_post(element: HtmlElement) -> bool:
    """Whether a block is an embedded social-media post: it says so, or it is a quotation that ends in a link to one."""
    names = " ".join(_names(element)).lower()
    if any(word in names for word in furniture()["page"]["post_classes"]):
        return True
    links = list(element.iter("a"))
    return element.tag == "blockquote" and bool(links) and bool(_patterns()[1].search(links[-1].get("href", "")))


def _attached(element: HtmlElement, page: HtmlElement) -> bool:
    while element is not None and element is not page:
        element = element.getparent()
    return element is page


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
