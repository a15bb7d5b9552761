"""Mail servers for tests: one that takes mail, one that refuses, and one that accepts a call and says nothing."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Talk(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as Django speaks."""

    def handle(self) -> None:
        self._say("220 test")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "RCPT" and (answer := self.server.refuses):  # type: ignore[attr-defined]
                self._say(answer)
            elif verb == "DATA":
                self._say("354 go on")
                text = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.taken.append(text.decode())  # type: ignore[attr-defined]
                self._say("250 taken")
            else:
                self._say("221 bye" if verb == "QUIT" else "250 fine")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mail and keeps it in `taken`; with `refuses` set to an answer, it takes none."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[str] = []
        self.refuses = ""


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A mail server on a port of its own."""
    with MailServer() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


@contextmanager
def silent_server() -> Iterator[int]:
    """The port of a server that accepts a call and says nothing."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]
