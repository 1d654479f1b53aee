"""Who lived where at the event: each home with the people in it, as a table shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from common.deeds import Sentence
from reviews.models import Relative, Subject
from reviews.models.choices import Home


@dataclass(eq=False)
class Household:
    """One home: the children and the relatives who lived there."""

    label: Sentence
    children: list[Subject] = field(default_factory=list)
    relatives: list[Relative] = field(default_factory=list)


def households(children: Iterable[Subject], relatives: Iterable[Relative]) -> list[Household]:
    """Each home that somebody lived in, in order; whoever has no home recorded is left out."""
    found = {home.value: Household(home.label) for home in Home}
    for child in children:
        for home in child.homes:
            found[home].children.append(child)
    for relative in relatives:
        for home in relative.homes:
            found[home].relatives.append(relative)
    return [each for each in found.values() if each.children or each.relatives]
