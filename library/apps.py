"""What leaves the Board: submission, publication, and the public pages."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "library"
