"""No page prints a field twice: of two values under one name a browser sends both, and the last,
perhaps empty, is the one that counts. Every page that somebody is let in to, as a browser reads it.
"""

from collections import Counter

import pytest
from django.db import transaction
from django.urls import reverse

from tests.browser_forms import is_button, tree_of
from tests.laws import matrix
from tests.laws.spoken_of import kwargs
from tests.laws.whole import WHOLE

ROWS = [row for row in matrix.rows() if row.get == 200]
SHARES = 3
ONE_OF_MANY = ("radio", "checkbox")


def doubled_names(form) -> list[str]:
    controls = [each for each in form.inputs if each.get("name") and not is_button(each)]
    single = [each for each in controls if each.get("type") not in ONE_OF_MANY]
    found = [name for name, count in Counter(c.get("name") for c in single).items() if count > 1]
    mixed = {each.get("name") for each in controls if each.get("type") in ONE_OF_MANY}
    pairs = Counter(
        (each.get("name"), each.get("value"))
        for each in controls
        if each.get("type") in ONE_OF_MANY
    )
    return [
        *found,
        *sorted(mixed & {each.get("name") for each in single}),
        *(f"{name}={value}" for (name, value), count in pairs.items() if count > 1),
    ]


def wrong_enter(page) -> list[str]:
    """What Enter presses in a form that keeps its words, where that is not its main button."""
    found = []
    for form in page.xpath("//form[@data-keeps]"):
        own = [
            each
            for each in page.iter("button")
            if each.get("type") == "submit"
            if each.get("form") == form.get("id")
            or (not each.get("form") and form in each.iterancestors())
        ]
        main = [each for each in own if "govuk-button" in (each.get("class") or "").split()]
        main = [each for each in main if "secondary" not in each.get("class")]
        if main and pressed(own[0]) != pressed(main[0]):
            found.append(str(pressed(own[0])))
    return found


def pressed(button) -> tuple[str | None, ...]:
    return tuple(button.get(name) for name in ("name", "value", "formaction"))


def faults_of(page) -> list[str]:
    ids = Counter(each.get("id") for each in page.iter() if each.get("id"))
    known = set(ids)
    found = [f"id {each} stands {count} times" for each, count in ids.items() if count > 1]
    for label in page.iter("label"):
        if label.get("for") and label.get("for") not in known:
            found.append(f"label for {label.get('for')}, which is not there")
    for each in page.iter():
        for attribute in ("aria-describedby", "aria-labelledby", "aria-controls"):
            lost = set((each.get(attribute) or "").split()) - known
            found += [f"{attribute} {name}, which is not there" for name in sorted(lost)]
    for button in page.iter("button"):
        if button.get("form") and button.get("form") not in known:
            found.append(f"a button of the form {button.get('form')}, which is not there")
    asked = page.xpath("//form[@data-keeps]//*[self::textarea or self::select or self::input]")
    asked = [each for each in asked if each.get("type") not in ("hidden", "submit")]
    if asked and not page.xpath("//button[@name='switch_language']"):
        found.append("a form whose words are lost when the language is switched")
    found += [f"Enter in a form does {did}" for did in wrong_enter(page)]
    for form in page.iter("form"):
        found += [f"the field {name} is printed twice" for name in doubled_names(form)]
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_prints_each_field_once(stage, signed_in, share):
    wrong, seen = [], 0
    for row in ROWS[share::SHARES]:
        address = reverse(row.name, kwargs=kwargs(row, stage))
        readers = [each for each in row.by if each != "anonymous"]
        for persona in readers if WHOLE else readers[:1]:
            role, board = {"other-coordinator": ("coordinator", "dc")}.get(persona, (persona, "be"))
            client = signed_in(stage.user(role, board))
            with transaction.atomic():
                asked = client.get(address)
                pages = [asked]
                if row.post in (200, 409):  # what was wrong stands beside its question
                    pages.append(client.post(address, {}))
                for page in pages:
                    if page.status_code in (200, 409) and "html" in page.get("Content-Type", ""):
                        seen += 1
                        found = faults_of(tree_of(page))
                        wrong += [f"{row.name} for {persona}: {each}" for each in found]
                transaction.set_rollback(True)
    assert seen > 50
    assert not wrong, "\n".join(wrong)
