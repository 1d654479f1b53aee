"""The words of a message: subject, text and HTML, in one language or in both (Welsh first).

A message `rooms/emails/agreed` is two templates: `rooms/emails/agreed_subject.txt`, one line, and
`rooms/emails/agreed_message.txt`, plain paragraphs with a blank line between them. The frame around
them (greeting, link, closing lines) and the HTML are made here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, engines
from django.template.backends.django import DjangoTemplates
from django.utils import translation

BOTH = ("cy", "en-gb")
RULE = "\n\n" + "-" * 40 + "\n\n"


@dataclass(frozen=True)
class Words:
    subject: str
    text: str
    html: str


def _render(template: str, context: dict[str, Any], *, escape: bool = False) -> str:
    backend = engines["django"]
    assert isinstance(backend, DjangoTemplates)
    chosen = backend.engine.get_template(template)
    return str(chosen.render(Context(context, autoescape=escape))).strip()


def languages_of(language: str) -> tuple[str, ...]:
    """The languages a message is written in: the one that is known, else both."""
    return (language,) if language in BOTH else BOTH


def absolute(path: str) -> str:
    """The address of a page of ours: never from the request, whose host anyone may forge."""
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A link in a message is a path of ours and starts with one slash.")
    return f"{settings.BASE_URL}{path}"


def write(
    template: str, context: dict[str, Any], language: str, said: Callable[[str], str] = str
) -> Words:
    """Render the message. `link` in the context is a path; it becomes an absolute address.

    `said` puts a subject or text into a board's own words, in the language of the moment.
    """
    context = context | {"base_url": settings.BASE_URL}
    if context.get("link"):
        context["link"] = absolute(context["link"])
    subjects, texts, parts = [], [], []
    for code in languages_of(language):
        with translation.override(code):
            subjects.append(said(" ".join(_render(f"{template}_subject.txt", context).split())))
            body = said(_render(f"{template}_message.txt", context))
            framed = context | {"body": body, "language": code.removesuffix("-gb")}
            texts.append(_render("emails/frame.txt", framed))
            framed["paragraphs"] = re.split(r"\n\s*\n", body)
            parts.append(_render("emails/part.html", framed, escape=True))
    subject = " / ".join(subjects)[:250]
    page = {"parts": parts, "subject": subject, "language": languages_of(language)[0]}
    return Words(
        subject=subject,
        text=RULE.join(texts) + "\n",
        html=_render("emails/frame.html", page, escape=True),
    )
