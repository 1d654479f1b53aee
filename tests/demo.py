"""The demo, loaded once a run by the real services into a template of its own."""

import io

from django.core.management import call_command
from django.test import override_settings

from tests import databases

DEMO = {"MODE": "demo", "DEMO_TODAY": "2024-11-21"}
LOADED = databases.named("demo")


def seed() -> str:
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue()


def template() -> str:
    """Its note is what loading it printed."""
    with override_settings(**DEMO):
        return databases.made("demo", databases.empty(), lambda: databases.note(LOADED, seed()))
