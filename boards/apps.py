"""Safeguarding boards, agencies, persons, users, offices, signing in."""

from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "boards"
