"""Parsing of untrusted bytes in another process, one server for all files of this process."""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping

from civicspace.ingest import limits
from civicspace.ingest.child import frame, read_frame
from civicspace.ingest.known import Known
from civicspace.model.document import Document
from civicspace.model.errors import ItemError, RunError

_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SYSTEMROOT", "TMPDIR")


class Sandbox:
    """A reading server, started at the first file and again where it ended or this process was forked."""

    def __init__(
        self,
        *,
        memory: int = limits.MEMORY_BYTES,
        cpu: int = limits.CPU_SECONDS,
        seconds: float = limits.WALL_SECONDS,
    ) -> None:
        self._limits = {"memory": memory, "cpu": cpu, "seconds": seconds}
        self._lock = threading.Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, data: bytes, *, name: str | None, media_type: str | None, known: Known) -> Document:
        """Read one file; raises ``ItemError`` where it cannot be read, ``RunError`` where no server will start."""
        header = {"name": name, "media_type": media_type, "known": known.model_dump(mode="json"), **self._limits}
        if os.getpid() != self._owner:
            self._lock = threading.Lock()
        with self._lock:
            answer = self._ask(json.dumps(header).encode(), data)
        if "document" in answer:
            return Document.model_validate(answer["document"])
        raise ItemError(str(answer["error"]))

    def close(self) -> None:
        """End the server; the next file starts another."""
        server, self._server = self._server, None
        if server is not None and os.getpid() == self._owner:
            for stream in (server.stdin, server.stdout):
                with contextlib.suppress(OSError):
                    if stream:
                        stream.close()
            server.kill()
            server.wait()

    def _ask(self, header: bytes, data: bytes) -> Mapping[str, object]:
        server = self._running()
        watch = threading.Timer(self._limits["seconds"] + 30, server.kill)
        watch.daemon = True
        watch.start()
        try:
            if server.stdin is None or server.stdout is None:
                raise RunError("the reading process has no pipes")
            server.stdin.write(frame(header) + frame(data))
            server.stdin.flush()
            answer = read_frame(server.stdout)  # type: ignore[arg-type]
        except OSError:
            answer = None
        finally:
            watch.cancel()
        if answer is None:
            self.close()
            return {"error": "this file broke its reader: save it in another form and try that"}
        found: Mapping[str, object] = json.loads(answer)
        return found

    def _running(self) -> subprocess.Popen[bytes]:
        if self._server is not None and os.getpid() == self._owner and self._server.poll() is None:
            return self._server
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
        # numpy's threads would each reserve memory and make forking unsafe
        environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}
        try:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "civicspace.ingest.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
            )
        except OSError as error:
            raise RunError(f"no process can be started for reading files: {error}") from error
        self._owner = os.getpid()
        return self._server


shared = Sandbox()
atexit.register(shared.close)
