"""The deed: everything a person does to a case or a board, in one transaction.

A deed is declared once, as a `Deed`: its verb in the ledger, the right it needs, the words on its
button and in the history. How it is done, and who may do it, is asked at a door (common.door).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.verbs import Verb, verb
from common.rights import Right

Sentence = Promise | str
Detail = str | int | bool | None
Details = Mapping[str, Detail]


@dataclass(frozen=True)
class Obstacle:
    """What still stands in the way of a deed, and where to mend it.

    Away from the hard gates it only warns, unless `is_impossible`: there is nothing there yet to do
    the deed to. `belongs_to` names the stage whose matter it is: where a review was taken on after
    that stage, nobody can mend it any more, and it does not block.
    """

    code: str
    sentence: Sentence = field(compare=False)  # lazily translated: never part of who is equal
    url: str = ""
    is_warning: bool = False
    is_impossible: bool = False
    belongs_to: str = ""


class Manner(models.TextChoices):
    """By what an act was done or decided that the system only records."""

    NOT_SAID = "", _("Not said")
    MEETING = "meeting", _("At a meeting")
    VOTE = "vote", _("By a vote")
    EMAIL = "email", _("By e-mail")
    LETTER = "letter", _("By letter")
    TELEPHONE = "telephone", _("By telephone")
    IN_PERSON = "in_person", _("In conversation")
    PAPER = "paper", _("On a form or in a file")


@dataclass(frozen=True)
class Proof:
    """How an act is known that was not done here and now: by what, and where that is kept.

    `happened` says that it is already past: then no gate refuses its record. What departs from the
    rule needs a reason, which is kept; what is impossible stays impossible.
    """

    how: str = ""
    where: str = ""
    paper: Any = None
    happened: bool = False

    @property
    def is_enough(self) -> bool:
        return bool(self.how and (self.where.strip() or self.paper))


DONE_HERE = Proof()


class Refused(PermissionDenied):
    """This person may not do this, whatever the state of things. A page answers 403 with it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class NotNow(Exception):
    """This cannot be done yet: `obstacles` say what is missing."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(" ".join(str(o.sentence) for o in self.obstacles))


class WrongDate(Exception):
    """The day given cannot be the day on which this happened."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class Overtaken(Exception):
    """Somebody else was quicker: the form was opened before what `subject` says now."""

    def __init__(self, subject: Any) -> None:
        super().__init__("overtaken")
        self.subject = subject


def nobody(subject: Any) -> Iterable[int]:
    return ()


@dataclass(frozen=True, eq=False)
class Deed:
    """One kind of act, compared and hashed by its code: a label changes with the reader's language.

    `during` names the stages in which it is done (none named: always).

    `move` is the transition of the journey that it makes, if it makes one. `gate` marks the five
    hard gates; at every other deed an obstacle only warns and asks for a reason. Who holds
    `record_with` may record the deed for the person who did it, on paper or by telephone. `judges`
    names the persons whose work the deed judges: it is never theirs to do. `outlives` marks what
    may be recorded as already past when the stages in `during` lie behind.
    """

    verb: Verb
    may: Right
    label: Sentence
    url_name: str = ""
    during: frozenset[str] = frozenset()
    move: str = ""
    gate: bool = False
    record_with: Right | None = None
    judges: Callable[[Any], Iterable[int]] = nobody
    outlives: bool = False

    @property
    def code(self) -> str:
        return str(self.verb)

    def __eq__(self, other: object) -> bool:
        return self.code == other.code if isinstance(other, Deed) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.code)


DEEDS: dict[str, Deed] = {}


def declare(
    name: str,
    *,
    may: Right,
    label: Sentence,
    sentence: Sentence,
    url: str = "",
    during: Iterable[str] = (),
    move: str = "",
    gate: bool = False,
    record_with: Right | None = None,
    judges: Callable[[Any], Iterable[int]] = nobody,
    codes: dict[str, Any] | None = None,
    outlives: bool = False,
) -> Deed:
    """Declare a deed: `label` is what its button says, `sentence` what the history says of it."""
    kind = Deed(
        verb(name, label=label, sentence=sentence, codes=codes or {}),
        may,
        label,
        url,
        frozenset(during),
        move,
        gate,
        record_with,
        judges,
        outlives,
    )
    DEEDS[name] = kind
    return kind


NOT_PERMITTED = _("Your role in this case does not allow you to do this.")
NOT_ENTITLED = _(
    "The person you named as having decided is not entitled to decide this. Choose somebody else."
)
WHO_DECIDED = Obstacle(
    "who_decided", _("Select who decided. You are recording this on their behalf.")
)
OWN_WORK = _("You cannot judge your own work. Somebody else must do this.")
NOT_AT_THIS_STAGE = Obstacle(
    "not_at_this_stage", _("This cannot be done at the stage the review has reached.")
)
REASON_WANTED = Obstacle(
    "reason_wanted", _("This does not follow the usual process. Explain why you are going ahead.")
)

PROOF_WANTED = Obstacle(
    "proof_wanted",
    _(
        "Say how it was done or decided, and where that can be found: a minute, an e-mail, a"
        " letter."
    ),
)
BEFORE_THE_STEP = Obstacle(
    "before_the_step",
    _("The date is before the date of the step that comes first."),
    is_warning=True,
)
JUDGED_OWN_WORK = Obstacle(
    "own_work", _("The person who decided was judging their own work."), is_warning=True
)
WAS_NOT_ENTITLED = Obstacle(
    "not_entitled",
    _("We have no record that this person was entitled to decide this on that date."),
    is_warning=True,
)


@dataclass(frozen=True, eq=False)
class Answer:
    """Whether somebody may do a deed now. Refusals come first, then permission, then readiness."""

    kind: Deed
    refusal: Sentence | None = None
    in_time: bool = True
    obstacles: tuple[Obstacle, ...] = ()
    warnings: tuple[Obstacle, ...] = ()
    for_another: bool = False
    only_past: bool = False
    """Not open today; but that it has already happened can be recorded."""
    by: Any = None
    """Who asked: a form offers them only what is open to them."""

    @property
    def is_yes(self) -> bool:
        return self.refusal is None and self.in_time and not self.obstacles

    @property
    def is_mine(self) -> bool:
        """It is this person's act, now or once what is missing has come."""
        return self.refusal is None and self.in_time


def person_of(user: Any) -> int | None:
    """The person behind an account, by id; None for an account without one."""
    person = getattr(user, "person", None)
    return person.pk if person else None


@dataclass
class Act:
    """A deed while it is being done: what the ledger will say of it. `review` is one it opens."""

    uuid: UUID = field(default_factory=uuid4)
    details: dict[str, Detail] = field(default_factory=dict)
    target: str = ""
    target_id: int | None = None
    review: int | None = None

    def about(self, row: models.Model, **details: str | int | bool | None) -> Self:
        """Name the row that the deed made or changed."""
        self.target, self.target_id = row._meta.label_lower, row.pk
        self.details.update(details)
        return self
