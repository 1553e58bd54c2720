"""The report page in a real browser: hover, focus, clicks both ways, filters, keys; no other host is asked."""

import os
import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from civicspace.web.records.actions import load_record
from civicspace.web.records.reading import Held, held
from web.sample import RECORD

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: install the package chromium"),
    pytest.mark.django_db(transaction=True),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright runs a loop in this thread; the server has its own
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def whole(transactional_db: None) -> Held:
    from civicspace.web.archive.models import Report

    return held(Report.objects.get(key=load_record(RECORD).report))


@pytest.fixture
def page(browser: "playwright.Browser", live_server: object, whole: Held) -> Iterator["playwright.Page"]:
    base = str(live_server)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=base)
    opened = context.new_page()
    said: list[str] = []
    asked: set[str] = set()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    opened.goto(f"/en/reports/{whole.report.key}/")
    yield opened
    assert said == []
    assert asked == {urlsplit(base).netloc}
    context.close()


def test_hovering_over_words_unfolds_their_card(page: "playwright.Page", whole: Held) -> None:
    card = page.locator(f"#c-{whole.keys['e3']} .more")
    assert not card.is_visible()
    page.hover(f".m[data-facts='{whole.keys['e3']}'] >> nth=0")
    assert card.is_visible()


def test_focus_on_a_number_unfolds_its_card(page: "playwright.Page", whole: Held) -> None:
    page.focus(f".ref[data-key='{whole.keys['e2']}']")
    assert page.locator(f"#c-{whole.keys['e2']} .more").is_visible()


def test_a_click_goes_from_words_to_card_and_back(page: "playwright.Page", whole: Held) -> None:
    key = whole.keys["e2"]
    page.click(f".m[data-facts='{key}'] >> nth=0")
    assert page.evaluate("document.activeElement.closest('.card').dataset.key") == key
    page.click(f"#c-{key} .head")
    assert page.evaluate("document.activeElement.dataset.key") == key
    assert page.locator(f".m.on[data-facts~='{key}']").count() > 0


def test_a_second_click_on_shared_words_takes_the_next_fact(page: "playwright.Page", whole: Held) -> None:
    shared = f".m.many[data-facts='{whole.keys['e4']} {whole.keys['e1']}'] >> nth=0"
    held_cards = []
    for _ in range(2):
        page.click(shared, position={"x": 5, "y": 8})
        held_cards.append(page.locator(".card.held").get_attribute("data-key"))
    assert held_cards == [whole.keys["e4"], whole.keys["e1"]]


def test_the_filter_works_at_once_and_goes_into_the_address(page: "playwright.Page") -> None:
    page.select_option("select[name=kind]", "figure")
    assert page.locator(".card:visible").count() == 2
    assert page.locator(".ref[data-key]:visible").count() == 2
    assert page.inner_text("#shown") == "2"
    assert page.url.endswith("?kind=figure")


def test_keys_walk_through_the_facts(page: "playwright.Page", whole: Held) -> None:
    order = page.eval_on_selector_all(".reading .ref[data-key]", "refs => refs.map(ref => ref.dataset.key)")
    for key in (order[0], order[1]):
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.dataset.key") == key
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.key") == order[0]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


def test_nothing_is_wider_than_a_small_phone(page: "playwright.Page", whole: Held) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    report = whole.report.key
    for path in ("", f"reports/{report}/", f"reports/{report}/figures/", f"people/{whole.keys['n1']}/", "codebook/"):
        page.goto(f"/ru/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_on_a_small_phone_the_record_stands_under_its_paragraph(page: "playwright.Page", whole: Held) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    text = page.locator(".row:has(.cards) .text").first.bounding_box()
    cards = page.locator(".row .cards").first.bounding_box()
    assert text
    assert cards
    assert cards["y"] >= text["y"] + text["height"]
