"""The answers of the public form as the facts of a referral, and the names of what may lack."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.models import Abuse, Harm, YesNo
from reviews.referral.public.boxes import day_of


class Wanted(models.TextChoices):
    """What a board may ask for before it goes on. Names of questions, never facts."""

    CHILD = "child", _("The child's name and date of birth")
    HARM = "harm", _("What happened to the child")
    WHEN = "when", _("When it happened, or when it became known")
    CIRCUMSTANCES = "circumstances", _("The circumstances")
    CRITERIA = "criteria", _("Why it may meet the criteria for a review")
    SAFEGUARDING = "safeguarding", _("What was done at once to keep children safe")
    AGENCIES = "agencies", _("The agencies that knew the child or family")
    PROCEEDINGS = "proceedings", _("Other proceedings that are known")
    REFERRER = "referrer", _("Who you are, and how you can be reached")


def as_facts(answers: dict[str, Any]) -> dict[str, Any]:
    """Typed answers as the fields of a referral. They were checked when they were sent; what would
    not be accepted any more is left out rather than guessed."""
    facts = {
        name: answers[name]
        for name in (
            "referrer",
            "referrer_role",
            "referrer_agency",
            "referrer_telephone",
            "referrer_on_board",
            "child_name",
            "harm",
            "circumstances",
            "why_criteria",
            "agencies_known",
            "proceedings_known",
        )
        if isinstance(answers.get(name), str) and answers[name]
    }
    facts["abuse"] = [code for code in as_list(answers.get("abuse")) if code in Abuse.values]
    for name, choices in (("harm", Harm), ("referrer_on_board", YesNo)):
        if facts.get(name) not in choices.values:
            facts.pop(name, None)
    for name in ("event_on", "identified_on"):
        if day := day_of(answers, name):
            facts[name] = day
    if born := day_of(answers, "born_on"):
        facts["born_on"] = born.isoformat()
    return facts


def as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []
