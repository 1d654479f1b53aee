"""The register of papers. A room registers each kind in its own papers.py, which is found when the
apps are ready; neither it nor this imports the PDF library."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.functional import Promise

Subject = Mapping[str, int]


def _nothing(user: AbstractBaseUser, subject: Subject) -> None:
    """Most papers need no more than the page that led to them."""


@dataclass(frozen=True, eq=False)
class Paper:
    """A kind of paper: what it is called, what it is made of, who may have it.

    A PDF names its template; another format has a `make` of its own. Both are made by the worker
    with the paper's language switched on.
    """

    kind: str
    label: str | Promise
    template: str
    context: Callable[[Subject], Mapping[str, Any]]
    may: Callable[[Any, Subject], bool]
    filename: Callable[[Subject], str]
    make: Callable[[Subject, str], bytes] | None = None
    extension: str = "pdf"
    content_type: str = "application/pdf"
    on_download: Callable[[Any, Subject], None] = _nothing


_register: dict[str, Paper] = {}


def register(paper: Paper) -> Paper:
    """Make the kind known. `filename` gives a neutral reference, never a name."""
    if paper.kind in _register:
        raise ValueError(f"The paper {paper.kind!r} is registered already.")
    _register[paper.kind] = paper
    return paper


def find(kind: str) -> Paper:
    """The paper of that kind; KeyError if none is registered."""
    return _register[kind]
