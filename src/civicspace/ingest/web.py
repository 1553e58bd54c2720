"""Web capture: fetch one page within limits, never from the local network, connecting to the address that was checked.

The name is resolved once, every address it has is checked, and the connection goes to that very address with the
name only used for the Host header and the certificate: a name that resolves differently a moment later (DNS
rebinding) gains nothing. Each redirect goes the same way.
"""

import ipaddress
import socket
import time
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError, SSLError, TimeoutError

from civicspace.ingest import limits
from civicspace.ingest.webwatch import Watch
from civicspace.model.errors import ItemError

_AGENT = "civicspace/1 (human-rights report reader)"
_REDIRECTS = {301, 302, 303, 307, 308}
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Page:
    """What a link gave: ``url`` is where the last redirect ended, ``media_type`` as the server says."""

    data: bytes
    url: str
    name: str
    media_type: str | None


def is_link(source: str) -> bool:
    """Whether a source has the form of an address; ``file:`` and the like are refused by ``capture``."""
    return "://" in source[:20]


def capture(url: str, *, allow_private: bool = False, seconds: float = limits.WEB_SECONDS) -> Page:
    """Fetch ``url``; raises ``ItemError`` for dead links, loops, private addresses, and what is too large or slow."""
    with Watch(time.monotonic() + seconds) as watch:
        return _followed(url, allow_private=allow_private, watch=watch)


def _followed(url: str, *, allow_private: bool, watch: Watch) -> Page:
    seen: set[str] = set()
    while True:
        if url in seen or len(seen) > limits.WEB_REDIRECTS:
            raise ItemError(f"{url} leads round in a circle of redirects: open it in a browser and save the page")
        seen.add(url)
        answer = _request(url, allow_private=allow_private, watch=watch)
        try:
            if answer.status in _REDIRECTS and (target := answer.headers.get("location")):
                url = _joined(url, target)
                continue
            if answer.status != 200:
                raise ItemError(f"{url} answers {answer.status}: {_advice(answer.status)}")
            data = _body(answer, url=url, watch=watch)
        finally:
            answer.close()
        return Page(data, url, urlsplit(url).path.rpartition("/")[2], answer.headers.get("content-type"))


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise ItemError(f"{url} leads on to what is no address: open it in a browser and save the page") from error


def _advice(status: int) -> str:
    if status in (404, 410):
        return "the page is gone; look for a copy in a web archive"
    if status in (401, 403, 429, 451):
        return "the site does not let it be read this way; open it in a browser and save the page"
    return "try again later, or open it in a browser and save the page"


def _request(url: str, *, allow_private: bool, watch: Watch) -> urllib3.BaseHTTPResponse:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ItemError(f"{url} is no valid address: check it") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ItemError(f"{url} is no web address: only http:// and https:// links are read")
    port = port or (443 if parts.scheme == "https" else 80)
    address = _checked_address(host, port, allow_private=allow_private)
    left = watch.left()
    if left <= 0:
        raise ItemError(f"{url} took too long to answer: try again later")
    wait = urllib3.Timeout(connect=min(15.0, left), read=min(30.0, left))
    pool = (
        urllib3.HTTPSConnectionPool(address, port, timeout=wait, server_hostname=host, assert_hostname=host)
        if parts.scheme == "https"
        else urllib3.HTTPConnectionPool(address, port, timeout=wait)
    )
    pool.ConnectionCls = watch.over(pool.ConnectionCls)
    path = urlunsplit(("", "", urllib3.util.url.parse_url(url).path or "/", parts.query, ""))
    headers = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate",
               "Accept": "text/html,application/pdf,text/plain,*/*;q=0.5"}  # fmt: skip
    try:
        return pool.urlopen(
            "GET", path, headers=headers, redirect=False, retries=False, preload_content=False, decode_content=False
        )
    except NewConnectionError as error:
        raise ItemError(f"{url} cannot be reached: check the address and the connection") from error
    except TimeoutError as error:
        raise ItemError(f"{url} took too long to answer: try again later") from error
    except SSLError as error:
        raise ItemError(f"{url} has no valid certificate: open it in a browser and save the page") from error
    except (HTTPError, OSError, UnicodeError, ValueError) as error:
        if watch.left() <= 0:
            raise ItemError(f"{url} took too long to answer: try again later") from error
        raise ItemError(f"{url} cannot be reached: check the address and the connection") from error


def _checked_address(host: str, port: int, *, allow_private: bool) -> str:
    """One address of ``host`` after all of them were found to be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ItemError(f"there is no server of the name {host}: check the link") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(map(is_public, addresses)):
        raise ItemError(
            f"{host} is an address of the local network, which is not read: save the page and read the file"
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; IPv4 addresses inside of IPv6 ones are looked at too."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)  # type: ignore[assignment]
        if inner is not None and not inner.is_global:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _body(answer: urllib3.BaseHTTPResponse, *, url: str, watch: Watch) -> bytes:
    """The body, unpacked piece by piece so that neither size nor time can run away."""
    too_large = f"{url} is larger than {limits.SOURCE_BYTES >> 20} MB: save the part that matters and read that"
    slow = f"{url} took too long to load: try again later, or save the page in a browser"
    packed = answer.headers.get("content-encoding", "").lower()
    opener = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
    if packed not in ("", "identity") and opener is None:
        raise ItemError(f"{url} is sent in a form that was not asked for ({packed}): save the page in a browser")
    announced = answer.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > limits.SOURCE_BYTES:
        raise ItemError(too_large)
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in answer.stream(_CHUNK, decode_content=False):
            plain = opener.decompress(piece, limits.SOURCE_BYTES + 1 - size) if opener else piece
            size += len(plain)
            pieces.append(plain)
            if size > limits.SOURCE_BYTES or (opener is not None and opener.unconsumed_tail):
                raise ItemError(too_large)
            if watch.left() <= 0:
                raise ItemError(slow)
    except (zlib.error, HTTPError, OSError) as error:
        if watch.left() <= 0:
            raise ItemError(slow) from error
        raise ItemError(f"{url} broke off while loading: try again") from error
    if watch.left() <= 0:
        raise ItemError(slow)
    if opener is not None and not opener.eof:
        raise ItemError(f"{url} broke off while loading: try again")
    return b"".join(pieces)
