"""The end of a fetch: at its deadline every connection is shut, whatever it waits for.

A timeout of a socket begins anew with each byte: a server that sends one every few seconds, in its headers or within
one piece of the body, would hold the reader for days.
"""

import contextlib
import socket
import threading
import time
from types import TracebackType
from typing import Any


class Watch:
    """A deadline (of ``time.monotonic``) over all connections that are made under it."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(max(0.0, self.left()), self._shut)
        self._timer.daemon = True

    def __enter__(self) -> "Watch":
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()

    def left(self) -> float:
        """Seconds until the deadline, negative after it."""
        return self._deadline - time.monotonic()

    def over(self, connection: Any) -> Any:
        """A class of connections like ``connection`` whose sockets this watch holds."""
        watch = self

        class Watched(connection):  # type: ignore[misc]
            def connect(self) -> None:
                super().connect()
                watch._sockets.append(self.sock)
                if watch.left() <= 0:  # the others were shut while this one was being made
                    watch._shut()

        return Watched

    def _shut(self) -> None:
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
