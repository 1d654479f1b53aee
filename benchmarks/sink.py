"""A mail server that keeps every message it accepts: one line a message, on the disk before it
says yes. Some it puts off the first time, as greylisting does. By hand:

    python -m benchmarks.sink FILE [PORT [SECONDS]]

takes so many seconds for each message.
"""

import asyncio
import hashlib
import json
import os
import sys
import time
from email import message_from_bytes
from pathlib import Path
from typing import Any, TextIO

from aiosmtpd.smtp import SMTP

PUT_OFF = 5  # of a hundred


class Sink:
    """Accepts, writes down, says yes. The first time five of a hundred are told to come again."""

    def __init__(self, kept: TextIO, pause: float) -> None:
        self.kept, self.pause = kept, pause
        self.seen: set[str] = set()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd names it
        number = str(message_from_bytes(envelope.content)["Message-ID"]).strip()
        await asyncio.sleep(self.pause)
        is_new = number not in self.seen
        self.seen.add(number)
        if is_new and int(hashlib.sha256(number.encode()).hexdigest(), 16) % 100 < PUT_OFF:
            self.write(number, envelope.rcpt_tos, accepted=False)
            return "451 4.7.1 Greylisted, come again"
        self.write(number, envelope.rcpt_tos, accepted=True)
        return "250 Kept"

    def write(self, number: str, to: list[str], *, accepted: bool) -> None:
        line = {"id": number, "to": to, "accepted": accepted, "at": time.time()}
        self.kept.write(json.dumps(line) + "\n")
        self.kept.flush()
        os.fsync(self.kept.fileno())


async def serve(file: Path, port: int, pause: float) -> None:
    with file.open("a") as kept:
        sink = Sink(kept, pause)
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(sink, hostname="sink"), "127.0.0.1", port)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    _program, kept_in, port, pause, *_rest = [*sys.argv, "0", "0"]
    asyncio.run(serve(Path(kept_in), int(port), float(pause)))
