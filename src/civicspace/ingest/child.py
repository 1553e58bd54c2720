"""The sandbox's other end: a process that forks one short-lived reader for each file.

Run as ``python -m civicspace.ingest.child``. A request is two frames on standard input (a JSON header, the bytes), the
answer one frame of JSON on standard output; a frame is its length in eight bytes, big end first, then its bytes. The
libraries stay loaded in the process that forks, so that only the first file of a kind pays for them; the reader itself
has its own limits of memory, processor time and clock, and ends after its file, whatever the file did to it.
"""

import json
import os
import resource
import select
import signal
import struct
import sys
import time
from typing import Any, BinaryIO

from civicspace.ingest import limits
from civicspace.ingest.known import Known
from civicspace.ingest.media import reader, sniff
from civicspace.ingest.parse import parse_bytes
from civicspace.model.errors import ItemError

_TOO_LONG = "reading this file took too long: split it, or save its text and read that"
_TOO_BIG = "reading this file took too much memory: split it, or save its text and read that"
_BROKE = "this file broke its reader: save it in another form and try that"


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame, ``None`` at the end of the stream."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    size = struct.unpack(">Q", head)[0]
    data = stream.read(size)
    return data if len(data) == size else None


def frame(data: bytes) -> bytes:
    """``data`` with its length before it."""
    return struct.pack(">Q", len(data)) + data


def main() -> None:
    """Answer requests until the stream ends."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    while (head := read_frame(stdin)) is not None and (data := read_frame(stdin)) is not None:
        request = json.loads(head)
        _warm(data, request)
        stdout.write(frame(_in_fork(data, request)))
        stdout.flush()


def _warm(data: bytes, request: dict[str, Any]) -> None:
    """Load the reader's library and the language finder before forking; the file itself is not parsed here."""
    from civicspace.ingest.tongue import find_language
    from civicspace.reference.countries import every

    try:
        reader(sniff(data[:8192] if not data.startswith(b"PK") else data, name=request["name"]))
    except ItemError:
        return
    find_language("The text of a report in English.", [])
    every()


def _in_fork(data: bytes, request: dict[str, Any]) -> bytes:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read_end)
        _child(data, request, write_end)
    os.close(write_end)
    answer, timely = _drain(read_end, time.monotonic() + request["seconds"])
    os.close(read_end)
    if not timely:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if not timely or (os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)):
        return json.dumps({"error": _TOO_LONG}).encode()
    return answer if answer and os.WIFEXITED(status) else json.dumps({"error": _BROKE}).encode()


def _drain(end: int, deadline: float) -> tuple[bytes, bool]:
    """Everything that is written to a pipe, and whether it was closed before the deadline."""
    pieces: list[bytes] = []
    while (left := deadline - time.monotonic()) > 0:
        if select.select([end], [], [], left)[0]:
            piece = os.read(end, 1 << 16)
            if not piece:
                return b"".join(pieces), True
            pieces.append(piece)
    return b"", False


def _child(data: bytes, request: dict[str, Any], write_end: int) -> None:
    """Read one file under limits, write the answer, end without running the parent's clean-up."""
    try:
        _limit(request)
        answer = _answer(data, request)
        with os.fdopen(write_end, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)


def _limit(request: dict[str, Any]) -> None:
    cpu = int(request["cpu"])
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    except (ValueError, OSError):  # macOS has no such limit
        return


def _answer(data: bytes, request: dict[str, Any]) -> bytes:
    try:
        known = Known.model_validate(request["known"])
        document = parse_bytes(data, name=request["name"], media_type=request["media_type"], known=known)
        return json.dumps({"document": document.model_dump(mode="json")}).encode()
    except ItemError as error:
        return json.dumps({"error": str(error)}).encode()
    except MemoryError:
        return json.dumps({"error": _TOO_BIG}).encode()
    except RecursionError:
        return json.dumps({"error": f"this file nests its parts more than {limits.DEPTH} deep"}).encode()
    except Exception as error:
        # whatever a library raises over hostile bytes costs that one file, never the run
        return json.dumps({"error": f"{_BROKE} ({type(error).__name__})"}).encode()


if __name__ == "__main__":
    main()
