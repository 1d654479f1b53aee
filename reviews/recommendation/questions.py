"""The questions of the form of the recommendation (Annex 2, first form), with their guidance."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from common.answers import IT_IS, IT_MAY, IT_WILL_BE
from common.forms import DateField, Guidance, PlainTextField
from reviews.models import Course, Media, Mode, Vote, YesNo
from reviews.recommendation.fields import MoneyField, MonthField
from reviews.versions import VersionedForm

PSEUDONYMS = _("Pseudonyms only.")
ONE_A_LINE = _("Enter one on each line.")
IF_KNOWN = _("If known.")


def text(label: Any, rows: int = 4, help_text: Any = "", most: int = 10000) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=most,
        required=False,
    )


def line(label: Any, help_text: Any = "", most: int = 120) -> PlainTextField:
    return PlainTextField(label=label, help_text=help_text, max_length=most, required=False)


def choice(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        widget=forms.RadioSelect,
        required=False,
    )


def several(label: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class Questions(VersionedForm):
    """Every box. Nothing is required here: a draft is kept as far as it is."""

    sitting_on = DateField(label=_("The sub-group met on"), required=False, latest=clock.today)
    sitting_mode = choice(_("How it met"), [("", _("Not said")), *Mode.choices])
    present = several(_("Present"))
    others_present = text(
        _("Others present"),
        2,
        _("Enter a name and agency on each line. Do not include family members."),
        2000,
    )
    apologies = several(_("Apologies"))
    interests = text(
        _("Interests declared at the meeting"),
        2,
        _("Who declared an interest, and what was done about it. Enter “none” if there were none."),
        4000,
    )
    outline = text(_("Brief outline of the case"), 6, _("Use pseudonyms only."))
    legal_status = text(_("Legal status of the children before the event"), 2, PSEUDONYMS, 4000)
    safeguarding_action = text(_("What was done at once to keep children safe"), 3, PSEUDONYMS)
    course = choice(_("The sub-group recommends"), Course, _("Always needed."))
    other_process = text(_("Which other review leads"), 2, most=2000)
    is_urgent = forms.BooleanField(
        label=_("Urgent: complete the rest later"),
        help_text=_(
            "The Chair can commission on the recommendation, the vote, the outline and the"
            " rationale. The rest is due by the first panel meeting."
        ),
        required=False,
    )
    vote = choice(_("Vote"), Vote, _("Always needed."))
    dissent = text(
        _("If by majority: explanation and outcome"), 3, _("Who held which view, and why."), 4000
    )
    rationale = text(
        _("Rationale: the criteria, and how they are met or not"),
        6,
        _("Use pseudonyms only."),
    )
    reviews_considered = text(_("Range of reviews considered"), 3)
    alternatives_considered = text(_("Alternative types of review considered"), 3)
    other_review_needs = text(_("How the needs of another review enter the terms of reference"), 3)
    criteria_why = text(_("Why it differs from what the criteria suggest"), 3, most=4000)
    period_from_on = DateField(
        label=_("Period to review: from"),
        help_text=_("Needed if a review is recommended."),
        required=False,
    )
    period_until_on = DateField(
        label=_("Period to review: until"),
        help_text=_("Needed if a review is recommended."),
        required=False,
    )
    period_why = text(
        _("Rationale for the period"), 3, _("Needed if a review is recommended."), 4000
    )
    agencies = several(_("Agencies involved in the case"))
    chairing_agency = forms.ModelChoiceField(
        label=_("Agency that is to chair the panel"),
        help_text=IF_KNOWN,
        queryset=Agency.objects.none(),
        required=False,
    )
    chairing_other = line(_("Another agency, not on the list"), most=160)
    chair_who = line(_("Name and post of the panel chair"), IF_KNOWN, 200)
    chair_is_independent = choice(
        _("Is the panel chair independent: no part in the case and no oversight of it?"),
        IT_IS.box,
    )
    chair_why = text(_("Rationale for the choice of chair"), 3, most=4000)
    questions = text(_("Issues of this case for the terms of reference"), 5, ONE_A_LINE, most=20000)
    reviewer_needed = choice(_("Is an independent reviewer to be appointed?"), IT_MAY.box)
    reviewer_known = choice(_("Are the reviewer's name and post known?"), IT_IS.box)
    reviewer_details = text(_("The reviewer's name and post, and anything else"), 2, most=2000)
    further_issues = text(_("Further questions at this stage"), 4, ONE_A_LINE, most=20000)
    reviewer_cost = MoneyField(
        label=_("Approximate cost of the reviewer, in pounds"), help_text=IF_KNOWN, required=False
    )
    reviewer_cost_met_by = text(_("How it is met"), 2, most=2000)
    additional_cost = MoneyField(
        label=_("Additional costs in all, in pounds"), help_text=IF_KNOWN, required=False
    )
    additional_cost_for = text(_("What they are for"), 2, most=2000)
    first_panel_on = DateField(label=_("Date of the first panel meeting"), required=False)
    is_in_time = choice(
        _("Will the report be complete within six months of the referral?"),
        IT_WILL_BE.box,
    )
    time_issues = text(
        _("What may delay it, and how that is managed"),
        3,
        _("Such as a criminal prosecution or a coroner's decision."),
    )
    report_expected_on = MonthField(
        label=_("Month in which the report is expected"),
        help_text=_("Month and year, such as 9 2024."),
        required=False,
    )
    # Named as its column; a form's own `media` is made after its fields are taken off the class.
    media = choice(  # type: ignore[assignment]
        _("Communication and media issues"), [(m.value, m.label) for m in Media if m]
    )
    media_issues = text(_("Which issues, and who speaks"), 3, PSEUDONYMS, 4000)

    guidance: ClassVar[Mapping[str, Guidance]] = {
        "course": Guidance(
            _(
                "A concise review where abuse or neglect is known or suspected and the child died,"
                " was hurt so that life was in danger, or is seriously and permanently impaired."
                " An extended review where the child was also on the child protection register or"
                " looked after on a day in the six months before."
            ),
            "reg. 4; §5.6",
        ),
        "rationale": Guidance(
            _(
                "The criteria of the guidance one by one; the other reviews that were considered;"
                " why the one recommended serves the case best."
            ),
            "Annex 2",
        ),
        "period_why": Guidance(
            _(
                "A concise review covers up to 12 months before the event, or up to 24"
                " months in exceptional circumstances. An extended review covers the time on"
                " the child protection register or looked after. The form treats more than"
                " 24 months as outside the guidance."
            ),
            "§5.10; Annex 2",
        ),
        "agencies": Guidance(
            _("Those that worked with the child or the family in the period; also those to ask."),
            "Annex 2",
        ),
        "chair_is_independent": Guidance(
            _(
                "The panel chair is independent of the case: no involvement in it, and no"
                " oversight of those who were."
            ),
            "§5.9",
        ),
        "media": Guidance(
            _(
                "The sub-group says which communication and media issues are likely. Until the"
                " review is complete only the Board Chair speaks in public."
            ),
            "§5.6; Annex 2",
        ),
    }
    opens: ClassVar[Mapping[str, Mapping[str, list[str]]]] = {
        "course": {Course.ANOTHER_LEADS.value: ["other_process"]},
        "vote": {Vote.MAJORITY.value: ["dissent"]},
        "reviewer_known": {YesNo.YES.value: ["reviewer_details"]},
        "media": {Media.LIKELY.value: ["media_issues"]},
    }
