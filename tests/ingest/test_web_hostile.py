"""Servers that do not want to be read: they drip, they never end, they lie about what they send."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from civicspace.ingest.web import capture
from civicspace.model.errors import ItemError

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@contextmanager
def server(speak: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a server that answers one request with ``speak``."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def run() -> None:
            try:
                one, _ = listening.accept()
                with one:
                    one.recv(65536)
                    speak(one)
            except OSError:  # the reader hung up, as it should
                return

        threading.Thread(target=run, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def drip(first: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    def speak(one: socket.socket) -> None:
        one.sendall(first)
        for _ in range(200):
            one.sendall(piece)
            time.sleep(0.1)

    return speak


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nX: ", b"a"),
        (b"", b"H"),
        (HEAD + b"Content-Length: 99999\r\n\r\n", b"a"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (HEAD + b"Content-Encoding: gzip\r\nContent-Length: 99999\r\n\r\n", b"\x1f"),
        (HEAD + b"\r\n", b"a"),
    ],
)
def test_a_server_that_drips_is_left_at_the_deadline(first: bytes, piece: bytes) -> None:
    began = time.monotonic()
    with server(drip(first, piece)) as url, pytest.raises(ItemError, match=r"too long|broke off"):
        capture(url, allow_private=True, seconds=0.5)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 999999 X\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: data:text/html,x\r\n\r\n",
        HEAD + b"Content-Length: -5\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nZZZ\r\n",
        HEAD + b"Content-Encoding: br\r\n\r\nabc",
        HEAD + b"X: " + b"a" * 70_000 + b"\r\n\r\nabc",
        HEAD + b"X: y\r\n" * 500 + b"\r\nabc",
    ],
)
def test_a_broken_answer_costs_only_that_link(said: bytes) -> None:
    with server(lambda one: one.sendall(said)) as url, contextlib.suppress(ItemError):
        capture(url, allow_private=True, seconds=2)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[::]/",
        "http://[fe80::1%25lo]/", "http://user@127.0.0.1/", "http://example.org@127.0.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/", "http://100.64.0.1/", "http://224.0.0.1/", "http://localhost/", "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/", "http:///x", "http://a b/", "http://x\u0000y/", "http://" + "a" * 300 + "/",
        "HTTP://127.0.0.1/", "ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1/",
    ],
)  # fmt: skip
def test_no_address_of_this_machine_or_its_network_is_asked(url: str) -> None:
    with pytest.raises(ItemError):
        capture(url, seconds=5)
