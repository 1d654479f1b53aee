"""A mail server that keeps every message it accepts: one line a message, on the disk before it
says yes. Some it puts off the first time, as greylisting does. By hand:

    python -m benchmarks.sink FILE [PORT]
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

    def __init__(self, kept: TextIO) -> None:
        self.kept = kept
        self.seen: set[str] = set()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd names it
        number = str(message_from_bytes(envelope.content)["Message-ID"]).strip()
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


async def serve(file: Path, port: int) -> None:
    with file.open("a") as kept:
        sink = Sink(kept)
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(sink, hostname="sink"), "127.0.0.1", port)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
