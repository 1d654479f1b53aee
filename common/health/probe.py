"""Asks the web server of this container whether it lives: python -m common.health.probe [PORT].

Standard library only, and outside Django: it runs every few seconds. The host named is the one the
settings allow.
"""

import http.client
import os
import sys
from urllib.parse import urlsplit


def main(port: str = "8000") -> int:
    host = urlsplit(os.environ.get("CPRS_BASE_URL", "")).netloc or "127.0.0.1"
    line = http.client.HTTPConnection("127.0.0.1", int(port), timeout=5)
    try:
        line.request("GET", "/health/live/", headers={"Host": host})
        return 0 if line.getresponse().status == 200 else 1
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
