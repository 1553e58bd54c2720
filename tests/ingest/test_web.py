"""Links: what is fetched, what is refused. A server on this machine stands for the web."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from civicspace.ingest import limits, read
from civicspace.ingest.web import capture, is_public
from civicspace.model.errors import ItemError
from ingest.one_report import as_html, expected_text

PLAIN = {"Content-Type": "text/html; charset=utf-8"}
MOVED = {
    "/moved": "/report",
    "/loop": "/loop",
    "/inside": "http://169.254.169.254/latest/",
    "/file": "file:///etc/passwd",
}


def answer(path: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a path of the site."""
    if path in MOVED:
        return 302, {"Location": MOVED[path]}, b""
    if path.startswith("/on"):
        return 302, {"Location": f"/on{len(path)}{path[3:]}"}, b""
    if path in ("/gone", "/closed"):
        return {"/gone": 404, "/closed": 403}[path], PLAIN, b"Sorry"
    packed = {
        "/packed": ("gzip", gzip.compress(as_html())),
        "/bomb": ("gzip", gzip.compress(bytes(30 << 20))),
        "/cut": ("deflate", zlib.compress(as_html())[:50] + bytes(4)),
    }
    if path in packed:
        return 200, PLAIN | {"Content-Encoding": packed[path][0]}, packed[path][1]
    return 200, PLAIN | ({"Content-Length": str(1 << 40)} if path == "/large" else {}), as_html()


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = answer(self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.path == "/slow":
            for _ in range(20):
                self.wfile.write(b"<p>more")
                self.wfile.flush()
                time.sleep(0.1)
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("path", ["/report", "/moved", "/packed"])
def test_a_page_is_captured(site: str, path: str) -> None:
    document = read(site + path, allow_private=True)
    assert document.text == expected_text()
    assert document.url == site + ("/report" if path == "/moved" else path)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "web archive"),
        ("/closed", "save the page"),
        ("/loop", "circle of redirects"),
        ("/on", "circle of redirects"),
        ("/file", "only http"),
        ("/bomb", "larger than 1 MB"),
        ("/large", "larger than 1 MB"),
        ("/cut", "broke off"),
    ],
)
def test_a_page_that_cannot_be_captured(site: str, path: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_BYTES", 1 << 20)
    with pytest.raises(ItemError, match=words):
        capture(site + path, allow_private=True)


def test_a_page_that_never_ends(site: str) -> None:
    with pytest.raises(ItemError, match="too long"):
        capture(site + "/slow", allow_private=True, seconds=0.5)


def test_a_dead_link() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    with pytest.raises(ItemError, match="cannot be reached"):
        capture(f"http://127.0.0.1:{port}/", allow_private=True)
    with pytest.raises(ItemError, match="no server of the name"):
        capture("http://no-such-name.invalid/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2130706433"]
)
def test_the_local_network_is_not_read(host: str) -> None:
    with pytest.raises(ItemError, match="local network"):
        capture(f"http://{host}/")


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves to another address the second time (DNS rebinding) is only asked once."""
    asked: list[str] = []
    port = int(site.rpartition(":")[2])
    resolve = socket.getaddrinfo

    def rebinding(host: str, *args: object, **options: object) -> object:
        if host in ("rebind.example", "10.9.9.9"):
            asked.append(host)
            host = "127.0.0.1" if len(asked) == 1 else "10.9.9.9"
        return resolve(host, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    page = capture(f"http://rebind.example:{port}/report", allow_private=True)
    assert page.data == as_html()
    assert asked == ["rebind.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
