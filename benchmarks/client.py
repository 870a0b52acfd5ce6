"""Sends prepared requests as fast as they are answered. A process of its own, on raw sockets, so that it costs little.

Reads {"port", "queues": one list of requests for each connection} as JSON; prints {"seconds", "cpu_seconds", "wrong"}.
A connection sends its next request when the last one was answered, as a browser does.
"""

import json
import selectors
import socket
import sys
import time
from collections import deque

_EXPECTED = b"HTTP/1.1 303"
_PATIENCE_SECONDS = 60


class Line:
    """One connection that is kept open."""

    def __init__(self, port: int, requests: list[str]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._left = deque(request.encode() for request in requests)
        self._heard = b""
        self.wrong: list[str] = []

    def send_next(self) -> bool:
        """Send one request; False when there is none left."""
        if not self._left:
            return False
        self.socket.sendall(self._left.popleft())
        return True

    def hear(self) -> bool:
        """Read what has come; True when one answer is complete."""
        self._heard += self.socket.recv(65536)
        head, found, body = self._heard.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return False
        if not head.startswith(_EXPECTED):
            self.wrong.append(head.split(b"\r\n", 1)[0].decode())
        self._heard = b""
        return True


def _length(head: bytes) -> int:
    lower = head.lower()
    start = lower.index(b"content-length:") + 15
    return int(lower[start:].split(b"\r\n", 1)[0])


def flood(port: int, queues: list[list[str]]) -> dict[str, object]:
    """Send everything and say how long it took."""
    lines = [Line(port, queue) for queue in queues]
    with selectors.DefaultSelector() as selector:
        begun, cpu = time.perf_counter(), time.process_time()
        for line in lines:
            if line.send_next():
                selector.register(line.socket, selectors.EVENT_READ, line)
        while selector.get_map():
            ready = selector.select(_PATIENCE_SECONDS)
            if not ready:
                raise TimeoutError("the server stopped answering")
            for key, _events in ready:
                if key.data.hear() and not key.data.send_next():
                    selector.unregister(key.fileobj)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    for line in lines:
        line.socket.close()
    return {"seconds": seconds, "cpu_seconds": cpu, "wrong": [status for line in lines for status in line.wrong]}


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(flood(asked["port"], asked["queues"]), sys.stdout)
