"""Every box of the form of the recommendation is accounted for, and every column has its box.

The table was checked by hand against the form of the guidance, box by box. A name is a column of
Recommendation; `Model.field` stands elsewhere; `fixed:` is printed by the form itself.
"""

from django.apps import apps

from reviews.models import Recommendation
from reviews.recommendation import boxes

ANNEX_2: list[tuple[str, str, tuple[str, ...]]] = [
    ("head", "From: who chairs the sub-group, and post", ("recommended_by", "signed_title")),
    ("head", "To: who chairs the Board, and post", ("boards.Holding.office",)),
    ("head", "Re: the case identifier", ("review",)),
    ("head", "Day of the recommendation", ("recommended_on",)),
    ("1", "Outline of the case or incident", ("outline",)),
    ("1", "Legal status of the children before", ("legal_status",)),
    ("1", "Remedial safeguarding action taken at once", ("safeguarding_action",)),
    ("2", "Concise review; extended review", ("course",)),
    ("2", "Otherwise: forum; no review; another review process", ("course",)),
    ("2", "Which other process", ("other_process",)),
    ("3", "Unanimous; majority", ("vote",)),
    ("4", "Criteria of the guidance", ("rationale",)),
    ("4", "Range of reviews considered", ("reviews_considered",)),
    ("4", "Other types of review considered", ("alternatives_considered",)),
    ("4", "How another review's needs enter the terms", ("other_review_needs",)),
    ("4", "If by majority: explanation and outcome", ("dissent",)),
    ("5", "Time period: 0-6, 6-12, 12-24 months, more than 24", ("period_band",)),
    ("5", "The period itself", ("period_from_on", "period_until_on")),
    ("5", "Rationale for the period; for more than 24 months", ("period_why",)),
    ("6", "Agencies: ticked of the list", ("reviews.InvolvedAgency.agency",)),
    ("6", "Agencies: name and post", ("reviews.InvolvedAgency.contact_name",
                                      "reviews.InvolvedAgency.contact_title")),
    ("6", "Agencies: other, specify", ("reviews.InvolvedAgency.other_name",)),
    ("7", "Agency that chairs the panel: of the list", ("chairing_agency",)),
    ("7", "Agency that chairs the panel: other, specify", ("chairing_other",)),
    ("7", "Name and post", ("chair_who",)),
    ("7", "Is the chair independent", ("chair_is_independent",)),
    ("7", "Rationale for the choice of chair", ("chair_why",)),
    ("8", "Core issues 1, 2 and 4 to 8", ("fixed:FIXED_ITEMS",)),
    ("8", "Core issue 3: issues of this case", ("questions",)),
    ("9", "Is an independent reviewer to be appointed", ("reviewer_needed",)),
    ("9", "Are name and post known", ("reviewer_known",)),
    ("9", "Post and further particulars", ("reviewer_details",)),
    ("10", "Six core questions of an extended review", ("fixed:CORE_QUESTIONS",)),
    ("10", "Further specific questions at this stage", ("further_issues",)),
    ("11", "Cost of the reviewer, and how met", ("reviewer_cost", "reviewer_cost_met_by")),
    ("11", "Additional costs in all, and for what", ("additional_cost", "additional_cost_for")),
    ("12", "Day of the first panel meeting", ("first_panel_on",)),
    ("13", "Complete within six months of the referral", ("is_in_time",)),
    ("13", "Issues for the time, and how managed", ("time_issues",)),
    ("13", "Month of the completed report", ("report_expected_on",)),
    ("14", "Signature", ("recommended_by",)),
    ("14", "Title", ("signed_title",)),
    ("14", "Date", ("recommended_on",)),
    ("14", "Telephone number", ("signed_telephone",)),
    # The second part of the form, and what Welsh Government fills in, are the decision's.
    ("-", "Decision of the Chair", ("reviews.Decision.reply", "reviews.Decision.reasons")),
    ("-", "Day on which Welsh Government was told", ("reviews.Notice.sent_on",)),
]  # fmt: skip
# Columns that no box of the form asks for, each with its reason.
OURS = {
    "media": "§5.6 asks for it, the form does not",
    "media_issues": "§5.6 asks for it, the form does not",
    "meeting": "when and where it was decided, who was there, interests declared",
    "is_urgent": "a case that cannot wait for the whole form",
    "completed_on": "when the rest of an urgent one came",
    "recorded_by": "who typed it",
}


def test_every_box_of_the_form_has_its_place():
    columns = {field.name for field in Recommendation._meta.concrete_fields}
    for box, question, places in ANNEX_2:
        assert places, question
        for place in places:
            if place.startswith("fixed:"):
                assert getattr(boxes, place.removeprefix("fixed:")), (box, question)
            elif "." in place:
                model, field = place.rsplit(".", 1)
                assert apps.get_model(model)._meta.get_field(field), (box, question)
            else:
                assert place in columns, (box, question)


def test_every_column_of_the_recommendation_stands_in_a_box():
    boxed = {place for _box, _question, places in ANNEX_2 for place in places}
    columns = {field.name for field in Recommendation._meta.concrete_fields}
    assert columns == {place for place in boxed if "." not in place and ":" not in place} | set(
        OURS
    )


def test_the_page_asks_every_column_that_a_person_fills_in():
    asked = {name for section in boxes.SECTIONS for name in section.names} | set(boxes.SIGNATURE)
    by_itself = {"review", "period_band", "meeting", "completed_on"} | {
        *("recommended_on", "recommended_by", "recorded_by")
    }
    columns = {field.name for field in Recommendation._meta.concrete_fields}
    assert columns - by_itself <= asked


def test_what_the_form_says_by_itself_is_whole():
    assert (len(boxes.FIXED_ITEMS), len(boxes.CORE_QUESTIONS)) == (8, 6)
    numbers = [section.number for section in boxes.SECTIONS if section.number]
    assert numbers == [str(number) for number in range(1, 14)]
