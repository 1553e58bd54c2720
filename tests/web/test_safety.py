"""Headers, methods, keys, error pages, and no word of the interface left untranslated."""

import re
import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from civicspace.web.home import signing_key
from civicspace.web.records.reading import Held
from civicspace.web.site import errors

WEB = Path(settings.BASE_DIR)


@pytest.mark.parametrize("url", ["/en/", "/en/about/", "/nowhere", "/static/site/site.css"])
@pytest.mark.django_db
def test_every_answer_carries_the_policy(client: Client, url: str) -> None:
    headers = client.get(url).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_templates_hold_no_inline_style_script_or_foreign_address() -> None:
    for path in WEB.rglob("*.html"):
        text = path.read_text()
        assert not re.search(r"\sstyle=|<style|\son\w+=\"|javascript:", text), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//', text), path


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.django_db
def test_pages_can_only_be_read(method: str, loaded: Held) -> None:
    client = Client()
    for url in ("/en/", f"/en/reports/{loaded.report.key}/", f"/records/{loaded.report.key}.json"):
        assert getattr(client, method)(url).status_code == 405


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_say_what_to_do_next(status: int) -> None:
    request = RequestFactory().get("/en/x")
    view = {400: errors.bad_request, 403: errors.forbidden, 404: errors.not_found, 500: errors.broken}[status]
    response = view(request)
    text = response.content.decode()
    assert response.status_code == status
    assert 'class="button" href="/en/"' in text


def test_the_signing_key_is_drawn_once_and_closed_to_others(tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    assert len(key) >= 50
    assert signing_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_the_site_is_safe_as_it_stands() -> None:
    assert settings.DEBUG is False
    assert "*" not in settings.ALLOWED_HOSTS


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_word_is_left_untranslated_and_the_compiled_words_are_those_of_the_source(language: str) -> None:
    from babel.messages.mofile import read_mo
    from babel.messages.pofile import read_po

    folder = WEB / "locale" / language / "LC_MESSAGES"
    with (folder / "django.po").open("rb") as source, (folder / "django.mo").open("rb") as compiled:
        words, used = read_po(source), read_mo(compiled)
    ids = [message for message in words if message.id]
    assert len(ids) > 150
    for message in ids:
        parts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(parts), message.id
        assert not message.fuzzy, message.id
        held = used.get(message.id, message.context)
        assert held is not None, f"{message.id!r}: compile the messages again"
        again = tuple(held.string) if isinstance(message.string, tuple) else (held.string,)
        assert again == parts, message.id
