"""Records and requests of strangers: refused with a reason, or shown without harm."""

import json
import logging
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pydantic import ValidationError

from civicspace.model.errors import ItemError
from civicspace.model.event import Penalty
from civicspace.model.record import Record
from civicspace.web.archive.models import Report
from civicspace.web.home import closed_file, signing_key
from civicspace.web.logs import Nameless
from civicspace.web.records import models
from civicspace.web.records.actions import load_record
from civicspace.web.records.reading import Held, held
from civicspace.web.site.dates import duration_words
from civicspace.web.site.timeline import dated, draw
from web.sample import DOCUMENT, EVENTS, RECORD, TEXT


def changed(**fields: Any) -> Record:
    """The sample with its first event changed."""
    return RECORD.model_copy(update={"events": (EVENTS[0].model_copy(update=fields), *EVENTS[1:])})


def with_document(**fields: Any) -> Record:
    return RECORD.model_copy(update={"document": DOCUMENT.model_copy(update=fields)})


def blank() -> dict[str, Any]:
    at = TEXT.index("\n\n")
    return {"evidence": [{"start": at, "end": at + 2, "quote": "\n\n"}]}


REFUSED = {
    "a sum of money without end": changed(penalty=Penalty(kind="fine", amount=float("inf"))),
    "a place that is none": changed(point=(float("nan"), 0.0)),
    "a confidence that is none": changed(confidence=float("nan")),
    "a confidence above one": changed(confidence=5.0),
    "a quote without a word": Record.model_validate(
        RECORD.to_dict() | {"events": [RECORD.to_dict()["events"][0] | blank()]}
    ),
    "a country that is none": with_document(country="<b>"),
    "a language that is none": with_document(language='en" onload="x'),
    "an endless id": RECORD.model_copy(
        update={"laws": (RECORD.laws[0].model_copy(update={"id": "l" * 1000}), *RECORD.laws[1:])}
    ),
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.django_db
def test_a_record_with_it_is_refused_whole(what: str) -> None:
    with pytest.raises(ItemError):
        load_record(REFUSED[what])
    assert not Report.objects.exists()


@pytest.mark.parametrize("text", ["[" * 100_000, '{"format": "\\ud800"}', "null", "", "\x00"])
def test_what_is_no_record_is_told_to_be_none(text: str) -> None:
    with pytest.raises(ValidationError):
        Record.from_json(text)


@pytest.mark.django_db
def test_two_reports_of_one_address_are_not_mixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Report, "key_of", staticmethod(lambda _: "0" * 12))
    load_record(RECORD)
    other = Record.model_validate_json(json.dumps({"document": type(DOCUMENT).of("Another report.").model_dump()}))
    with pytest.raises(ItemError, match="already that of another"):
        load_record(other)
    assert held(Report.objects.get()).record == RECORD


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "file:///etc/passwd"]
)
@pytest.mark.django_db
def test_only_a_web_address_becomes_a_link(client: Client, url: str) -> None:
    key = load_record(with_document(url=url)).report
    assert url.strip() not in client.get(f"/en/reports/{key}/").content.decode()


@pytest.mark.django_db
def test_mark_up_in_a_record_stays_words(client: Client) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    record = RECORD.model_copy(
        update={
            "document": DOCUMENT.model_copy(update={"title": evil, "publishers": (evil,)}),
            "entities": tuple(e.model_copy(update={"name": evil, "description": evil}) for e in RECORD.entities),
            "events": tuple(e.model_copy(update={"place": evil, "attributed_to": evil}) for e in EVENTS),
            "figures": tuple(f.model_copy(update={"measure": evil, "scope": evil}) for f in RECORD.figures),
            "laws": tuple(step.model_copy(update={"title": evil}) for step in RECORD.laws),
        }
    )
    whole = held(Report.objects.get(key=load_record(record).report))
    pages = ["/en/", *(f"/en/reports/{whole.report.key}/{tab}" for tab in ("", "people/", "figures/", "laws/"))]
    pages += [f"/en/people/{whole.keys['n1']}/", *(f"/en/facts/{whole.keys[e.id]}/" for e in EVENTS)]
    for url in pages:
        response = client.get(url)
        assert response.status_code == 200
        assert b"<script>" not in response.content
        assert b"<img" not in response.content


@pytest.mark.parametrize("duration", ["P99999999999Y", "P9000Y", "P²Y", "P" + "9" * 5000 + "Y", "PT5H", ""])
@pytest.mark.django_db
def test_a_term_beyond_the_calendar_breaks_no_page(client: Client, duration: str) -> None:
    record = changed(type="conviction", penalty=Penalty(kind="imprisonment", duration=duration))
    whole = held(Report.objects.get(key=load_record(record).report))
    assert client.get(f"/en/people/{whole.keys['n1']}/").status_code == 200
    assert client.get(f"/en/reports/{whole.report.key}/").status_code == 200


def test_a_term_is_told_in_words_up_to_nine_digits() -> None:
    assert duration_words("P2Y") == "2 years"
    assert duration_words("P" + "9" * 5000 + "Y").startswith("P9")


def test_a_case_at_the_end_of_the_calendar_is_drawn() -> None:
    days = ("9999-11", "9999-12")
    steps = dated([(EVENTS[0].model_copy(update={"date": day}), day, n) for n, day in enumerate(days)])
    assert draw(steps, "n1", None)


@pytest.mark.django_db
def test_a_page_is_not_kept_on_the_reader_s_disk(client: Client, loaded: Held) -> None:
    for url in (f"/en/reports/{loaded.report.key}/", f"/records/{loaded.report.key}.json", "/en/nowhere/", "/"):
        assert client.get(url).headers["Cache-Control"] == "no-store"
    assert "max-age" in client.get("/static/site/site.css").headers["Cache-Control"]


@pytest.mark.django_db
def test_a_form_sent_here_gets_this_site_s_own_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/en/")
    assert response.status_code == 403
    assert b"site/site.css" in response.content


@pytest.mark.parametrize(
    ("url", "header"),
    [
        ("/en/?page=" + "a" * 5000, {}),
        ("/en/?page[]=1&page=-1&page=x", {}),
        ("/en/?" + "a&" * 2000, {}),
        ("//evil.example/", {}),
        ("/en/facts/..%2f..%2fsecret-key/", {}),
        ("/static/..%2f..%2fsecret-key", {}),
        ("/en/%0d%0aSet-Cookie:x=1/", {}),
        ("/en/", {"HTTP_HOST": "evil.example"}),
        ("/en/about", {"HTTP_X_FORWARDED_HOST": "evil.example"}),
    ],
)
@pytest.mark.django_db
def test_an_odd_request_is_answered_with_the_policy_and_without_secrets(url: str, header: dict[str, str]) -> None:
    response = Client(raise_request_exception=False, **header).get(url)
    assert response.status_code in (200, 301, 302, 400, 404)
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "evil.example" not in response.headers.get("Location", "")
    assert "Set-Cookie" not in response.headers
    assert not any(word in response.content for word in (b"Traceback", b"site-packages", b'href="//', b"/home/"))


@pytest.mark.django_db
def test_what_breaks_is_logged_without_a_name(loaded: Held, capsys: pytest.CaptureFixture[str]) -> None:
    models.Entity.objects.filter(key=loaded.keys["n1"]).update(item={"name": "Anna Example", "odd": "Anna Example"})
    records: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = records.append  # type: ignore[method-assign]
    logging.getLogger("django.request").addHandler(handler)
    response = Client(raise_request_exception=False).get(f"/en/reports/{loaded.report.key}/")
    logging.getLogger("django.request").removeHandler(handler)
    lines = "\n".join(map(Nameless().format, records))
    assert response.status_code == 500
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "ValidationError" in lines
    assert "reading.py" in lines
    assert "Anna" not in lines + response.content.decode() + capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("django.security.DisallowedHost", False), ("django.security.csrf", False), ("django.request", True)],
)
def test_refused_addresses_are_logged_nowhere_and_what_broke_without_its_words(name: str, spoken: bool) -> None:
    handlers: list[logging.Handler] = []
    logger: logging.Logger | None = logging.getLogger(name)
    while logger:
        handlers += logger.handlers
        logger = logger.parent if logger.propagate else None
    own = [h for h in handlers if type(h) is logging.StreamHandler]
    assert handlers  # without any, Python writes to standard error with every word
    assert all(isinstance(h.formatter, Nameless) for h in own)
    assert bool(own) == spoken


@contextmanager
def served(home: Path, **settings: str) -> Iterator[str]:
    """The address of the real server, started on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"CIVICSPACE_HOME": str(home)} | settings
    code = f"from civicspace.web.serve import serve; serve(port={port})"
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE) as server:
        try:
            for _ in range(100):
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                    break
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
        said = server.stderr.read().decode() if server.stderr else ""
        assert "Anna" not in said
        assert "Traceback" not in said


def asked(url: str, *, data: bytes | None = None, **headers: str) -> int:
    """The status of a request, redirects not followed."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("GET" if data is None else "POST", path, data, headers)
        return connection.getresponse().status
    finally:
        connection.close()


def test_the_server_takes_no_long_address_no_body_and_writes_no_name(tmp_path: Path) -> None:
    with served(tmp_path) as site:
        assert asked(f"{site}/en/") == 200
        assert asked(f"{site}/en/?Anna=" + "a" * 100_000) == 431
        assert asked(f"{site}/en/", data=bytes(100_000)) == 413
        assert asked(f"{site}/en/Anna/", data=b"x") in (403, 404)
        assert asked(f"{site}/en/Anna/", Host="Anna.example") == 400
        assert asked(f"{site}/en/people/Anna/") == 404
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_behind_a_proxy_with_tls_a_page_is_a_page(tmp_path: Path) -> None:
    with served(tmp_path, CIVICSPACE_HTTPS="1") as site:
        assert asked(f"{site}/en/") == 301
        assert asked(f"{site}/en/", **{"X-Forwarded-Proto": "https"}) == 200


def test_files_of_the_data_folder_are_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "civicspace.sqlite3"
    path.write_text("old")
    path.chmod(0o644)
    assert stat.S_IMODE(closed_file(path).stat().st_mode) == 0o600
    assert path.read_text() == "old"
    assert stat.S_IMODE(closed_file(tmp_path / "new").stat().st_mode) == 0o600


def test_a_key_file_left_empty_by_an_interrupted_start_is_filled(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch(mode=0o644)
    assert len(signing_key(tmp_path)) >= 50
    assert [p.name for p in tmp_path.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
