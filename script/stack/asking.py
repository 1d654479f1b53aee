"""Asks the site how it is."""

import json
import urllib.error
import urllib.request


def lives(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}health/live/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def health(address: str) -> str:
    """What is down, in words; empty when all is well."""
    try:
        with urllib.request.urlopen(f"{address}health/", timeout=10) as answer:
            return "" if answer.status == 200 else f"answer {answer.status}"
    except urllib.error.HTTPError as error:
        try:
            states = json.load(error)
        except ValueError:
            return f"answer {error.code}"
        return ", ".join(f"{name}: {state}" for name, state in states.items() if state != "ok")
    except OSError as error:
        return str(error)
