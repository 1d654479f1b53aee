"""Reading a form as a browser does: its fields, what stands in them, what can be chosen."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """A form that posts: where to, what stands in it, and the choices of each field."""

    action: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def fill(self, **answers: object) -> dict[str, list[str]]:
        """What is posted. A day is answered in its three boxes; an answer must be on the page."""
        filled = dict(self.values)
        for name, answer in answers.items():
            for part, value in as_typed(name, answer).items():
                assert part in self.names, f"There is no {part} on the page: {sorted(self.names)}"
                for each in value if part in self.choices else ():
                    assert each in self.choices[part], f"{part} cannot be {each}"
                filled[part] = value
        return filled


def as_typed(name: str, answer: object) -> dict[str, list[str]]:
    if hasattr(answer, "isoformat"):
        return {f"{name}_{part}": [str(getattr(answer, part))] for part in ("day", "month", "year")}
    if isinstance(answer, list | tuple):
        return {name: [str(each) for each in answer]}
    return {name: [str(answer)]}


class Reader(HTMLParser):
    """Finds every form of a page that posts."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.links: set[str] = set()
        self.text: list[str] = []
        self._form: PageForm | None = None
        self._select = ""
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.links.add(given["href"])
        if tag == "form" and given.get("method", "").lower() == "post":
            self._form = PageForm(given.get("action", ""))
        if self._form is None or "disabled" in given:
            return
        name = given.get("name", "")
        if tag == "input" and name:
            self._input(self._form, name, given)
        elif tag == "select":
            self._select = name
            self._form.names.add(name)
            self._form.choices[name] = set()
        elif tag == "option" and self._select:
            self._form.choices[self._select].add(given.get("value", ""))
            if "selected" in given or self._select not in self._form.values:
                self._form.values[self._select] = [given.get("value", "")]
        elif tag == "textarea":
            self._form.names.add(name)
            self._area = name
            self._form.values[name] = [""]

    def _input(self, form: PageForm, name: str, given: dict[str, str]) -> None:
        form.names.add(name)
        kind, value = given.get("type", "text"), given.get("value", "")
        if kind in ("radio", "checkbox"):
            form.choices.setdefault(name, set()).add(given.get("value", "on"))
            if "checked" in given:
                form.values.setdefault(name, []).append(given.get("value", "on"))
        else:
            form.values[name] = [value]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._form is not None:
            self.forms.append(self._form)
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = None

    def handle_data(self, text: str) -> None:
        if self._form is not None and self._area:
            self._form.values[self._area][0] += text
        self.text.append(text)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader
