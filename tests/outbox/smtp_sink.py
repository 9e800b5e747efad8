"""A mail server for tests: speaks SMTP on a port of this machine and keeps what it takes."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Sink:
    """What has come in, and how it answers a recipient: "250 ok" unless `answer` says otherwise."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    connections: int = 0
    answer: Callable[[str], str] = lambda address: "250 ok"


class _Session(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as smtplib asks for."""

    sink: Sink

    def handle(self) -> None:
        self.sink.connections += 1
        self._say("220 sink")
        to: list[str] = []
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"RCPT":
                address = line.decode().partition("<")[2].partition(">")[0]
                answer = self.sink.answer(address)
                if answer.startswith("250"):
                    to.append(address)
                self._say(answer)
            elif verb == b"DATA":
                self._say("354 go on")
                content = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.sink.taken.append(message_from_bytes(content, policy=policy.default))
                self.sink.recipients += to
                to = []
                self._say("250 ok")
            elif verb == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())


@contextmanager
def running() -> Iterator[Sink]:
    sink = Sink()
    handler = type("Session", (_Session,), {"sink": sink})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        sink.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield sink
        server.shutdown()
