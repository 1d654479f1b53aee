"""Runs a management command of the project if it has one of that name; silent if it has not."""

import os
import sys

import django
from django.core.management import call_command, get_commands

from stack import ROOT

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cprs.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    if sys.argv[1] in get_commands():
        call_command(*sys.argv[1:])
