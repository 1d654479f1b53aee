"""Somebody at a browser without scripts: signs in on the page, follows links, fills in forms."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.journeys.paper import PageForm, Reader, read

PASSWORD = "gorse-in-the-morning-light"


class Somebody:
    """One person with one browser."""

    def __init__(self, email: str) -> None:
        self.email = email
        self.client = Client()
        self.at = ""  # the page that they see after their last act
        self.seen: Reader | None = None
        page = self.open(reverse("account_login"))
        form = next(form for form in page.forms if "login" in form.names)
        answer = self.client.post(
            form.action or reverse("account_login"), form.fill(login=email, password=PASSWORD)
        )
        assert answer.status_code == 302, f"{email} could not sign in"

    def open(self, path: str) -> Reader:
        answer = self.client.get(path, follow=True)
        assert answer.status_code == 200, f"{self.email} got {answer.status_code} for {path}"
        return read(answer.content.decode())

    def reads(self, path: str) -> str:
        """The words of a page, with what shows as one line in one line."""
        return " ".join(told(self.open(path)).split())

    def is_refused(self, path: str, status: int = 403) -> bool:
        return bool(self.client.get(path).status_code == status)

    def does(self, path: str, *, found_on: str = "", **answers: Any) -> str:
        """Follow the link to a form on the page that offers it, fill it in, send it.

        Gives the address it led to. Fails with what the page said if the form was not accepted.
        """
        if found_on and not (self.seen and self.at == found_on and leads(self.seen, path)):
            room = self.open(found_on)
            assert leads(room, path), f"No way for {self.email} to {path}:\n{told(room)}"
        return self.sends(self.open(path), path, **answers)

    def does_once_seen(self, path: str, *, found_on: str, **answers: Any) -> str:
        """An act that first shows what it would do: fill in, look, and send what stands there."""
        assert path in self.open(found_on).links
        form = form_of(self.open(path), path)
        answer = self.client.post(form.action or path, form.fill(**answers))
        assert answer.status_code == 200
        return self.sends(read(answer.content.decode()), path)

    def sends(self, page: Reader, path: str, **answers: Any) -> str:
        form = form_of(page, path)
        answer = self.client.post(form.action or path, form.fill(**answers), follow=True)
        assert answer.redirect_chain, (
            f"{path} was not accepted:\n{told(read(answer.content.decode()))}"
        )
        assert answer.status_code == 200
        self.at, self.seen = str(answer.redirect_chain[-1][0]), read(answer.content.decode())
        return self.at


def leads(page: Reader, path: str) -> bool:
    return path in {link.partition("?")[0] for link in page.links}


def form_of(page: Reader, path: str) -> PageForm:
    form = next((form for form in page.forms if "key" in form.names), None)
    assert form, f"{path} has no form:\n{told(page)}"
    return form


def told(page: Reader) -> str:
    lines = (line.strip() for text in page.text for line in text.splitlines())
    return "\n".join(line for line in lines if line)
