"""The panel's room: coverage in words, replacement, costs, and who could review."""

import datetime as dt

import pytest

from common.deeds import NotNow, Overtaken, Refused
from panels.costs.services import costs_of, record_costs
from panels.panel.coverage import coverage, gap_counts, gaps
from panels.register.fitting import candidates
from panels.register.services import enter
from reviews.capacities import Capacity
from reviews.models import Appointment, Interest, InvolvedAgency, Recommendation
from reviews.people.services import appoint, replace
from reviews.permissions import May
from tests.cast import make_agency, make_person, make_user
from tests.panels.conftest import ASKED, JANUARY, TODAY, commissioned, filled, fresh, url

NO_PART = "No part in the case."


def codes(caught):
    return [obstacle.code for obstacle in caught.value.obstacles]


def involve(review, *agencies, other=""):
    for agency in agencies:
        InvolvedAgency.objects.create(review=review, agency=agency)
    if other:
        InvolvedAgency.objects.create(review=review, other_name=other)


def test_an_agency_involved_without_a_panel_member_is_named(
    panel,
    agency,
    police,
    panel_chair,
    as_user,
):
    involve(panel, agency, police, other="A charity")
    rows = coverage(panel, list(panel.appointments.select_related("person", "agency")))
    missing = [row.name for row in gaps(rows)]
    assert missing == ["A charity", str(police)]
    assert gap_counts([panel]) == {panel.pk: 2}
    page = as_user(panel_chair).get(url("panel", panel)).text
    assert "Agencies involved without a panel member:" in page
    assert f"as=panel_member&amp;agency={police.code}" in page


def test_an_extended_review_wants_two_reviewers_in_both_roles_from_commissioning_on(
    panel, panel_chair, coordinator, as_user, board
):
    type(panel).objects.filter(pk=panel.pk).update(kind="extended")
    short = "An extended review has at least two reviewers, and one is appointed."
    page, desk = as_user(panel_chair), as_user(coordinator)
    assert short in page.get(url("panel", panel)).context["lacking"]
    assert "Appoint the second reviewer" in desk.get("/").text
    second = make_person(board, "second")
    words = {"by": coordinator, "on": JANUARY, "is_independent": True, "independence": NO_PART}
    appoint(fresh(panel), **words, person=second, capacity=Capacity.REVIEWER_EXTERNAL)
    said = [str(each) for each in page.get(url("panel", panel)).context["lacking"]]
    assert "There is no reviewer with local knowledge." in said and short not in said
    assert "Appoint the second reviewer" not in desk.get("/").text


def test_the_link_of_a_gap_opens_the_form_with_its_people_first(
    panel,
    police,
    coordinator,
    as_user,
):
    member = make_person(panel.board, "inspector", agency=police)
    address = f"/reviews/{panel.slug}/people/appoint/?as=panel_member&agency={police.code}"
    form = as_user(coordinator).get(address).context["form"]
    assert form["capacity"].value() == "panel_member"
    assert form["agency"].value() == police.pk
    _nobody, own, _others = form.fields["person"].choices
    assert own[0] == str(police)
    assert member.pk in [pk for pk, _label in own[1]]


@pytest.mark.parametrize("asked", ["person=1", "agency=nowhere", "as=king", "person=%00&as=%00"])
def test_a_link_that_asks_for_nonsense_opens_the_plain_form(
    panel,
    coordinator,
    as_user,
    asked,
):
    address = f"/reviews/{panel.slug}/people/appoint/?{asked}"
    assert as_user(coordinator).get(address).status_code == 200


def test_somebody_who_sits_on_several_panels_is_shown_with_their_load(
    panel,
    panel_member,
    coordinator,
    board,
    subgroup_chair,
    board_chair,
    agency,
    as_user,
):
    other = commissioned(board, coordinator, subgroup_chair, board_chair)
    appoint(
        other,
        by=coordinator,
        on=JANUARY,
        person=panel_member.person,
        capacity=Capacity.PANEL_MEMBER,
        agency=agency,
    )
    assert "Current panels: 2" in as_user(coordinator).get(url("panel", panel)).text


def test_an_interest_declared_when_asked_counts_from_the_appointment(
    review, coordinator, panel_member, agency
):
    appoint(
        review,
        by=coordinator,
        on=JANUARY,
        person=panel_member.person,
        capacity=Capacity.PANEL_MEMBER,
        agency=agency,
        interest="involved",
        interest_what="The agency knew the family.",
    )
    assert Interest.objects.standing().get(review=review).grade == "involved"


def test_who_managed_the_work_is_not_appointed_to_review_it(review, coordinator, reviewer):
    with pytest.raises(NotNow) as caught:
        appoint(
            review,
            by=coordinator,
            on=JANUARY,
            person=reviewer.person,
            capacity=Capacity.REVIEWER,
            interest="managed",
            interest_what="Led the team.",
        )
    assert codes(caught) == ["kept_out"]
    assert not Interest.objects.filter(review=review).exists()


def test_a_reviewer_is_replaced_by_one_with_a_statement_of_their_own(
    panel, coordinator, reviewer, board
):
    newcomer = make_user(board, "newcomer")
    old = Appointment.objects.get(review=panel, person=reviewer.person)
    words = {"by": coordinator, "on": ASKED, "appointment": old, "why": "Ill."}
    with pytest.raises(NotNow) as caught:
        replace(panel, **words, person=newcomer.person)
    assert codes(caught) == ["no_statement"]
    new = replace(panel, **words, person=newcomer.person, is_independent=True, independence=NO_PART)
    old.refresh_from_db()
    assert (old.until_on, old.ended_why) == (ASKED, "Ill.")
    assert (new.replaces, new.capacity, new.independence) == (old, "reviewer", NO_PART)
    assert newcomer.has_perm(May.WRITE_REPORT, fresh(panel))
    assert not reviewer.has_perm(May.WRITE_REPORT, fresh(panel))


def test_nobody_is_replaced_twice(panel, coordinator, reviewer, board):
    old = Appointment.objects.get(review=panel, person=reviewer.person)
    words = {"by": coordinator, "on": ASKED, "appointment": old, "why": "Ill."}
    words |= {"is_independent": True, "independence": NO_PART}
    replace(panel, **words, person=make_person(board, "one"))
    with pytest.raises(NotNow) as caught:
        replace(fresh(panel), **words, person=make_person(board, "two"))
    assert codes(caught) == ["ended_already"]


def test_the_page_replaces_and_says_what_is_wanting(
    panel,
    coordinator,
    reviewer,
    board,
    as_user,
):
    client = as_user(coordinator)
    address = f"/reviews/{panel.slug}/people/replace/"
    old = Appointment.objects.get(review=panel, person=reviewer.person)
    person = make_person(board, "newcomer")
    sent = filled(client.get(address), appointment=old.pk, person=person.pk, why="Ill.")
    assert set(client.post(address, sent).context["form"].errors) == {"independence"}
    sent |= {"is_independent": "yes", "independence": "\x00"}
    assert set(client.post(address, sent).context["form"].errors) == {"independence"}
    sent["independence"] = NO_PART
    assert client.post(address, sent).status_code == 302
    assert "In place of:" in client.get(url("panel", panel)).text


def test_an_extended_review_says_which_reviewer_is_missing(panel, coordinator, as_user):
    type(panel).objects.filter(pk=panel.pk).update(kind="extended")
    page = as_user(coordinator).get(url("panel", panel)).text
    assert "One reviewer must come from outside the Board&#x27;s agencies." in page
    assert "There is no reviewer with local knowledge." in page


def test_costs_start_from_the_recommendation_and_are_read_as_people_write_them(
    panel,
    coordinator,
    as_user,
):
    Recommendation.objects.filter(review=panel).update(reviewer_cost="4500.00")
    client = as_user(coordinator)
    page = client.get(url("costs", panel))
    assert str(page.context["form"]["fee"].value()) == "4500.00"
    sent = filled(page, fee="£4,750.50", met_by="The Board's budget.", spent="")
    assert client.post(url("costs", panel), sent).status_code == 302
    assert str(costs_of(panel).fee) == "4750.50"
    assert "£4750.50" in client.get(url("panel", panel)).text


@pytest.mark.parametrize("wrong", ["much", "-1", "1.234", "99999999999", "NaN", "Infinity", "1e99"])
def test_a_sum_that_is_none_is_said_so_and_kept(panel, coordinator, as_user, wrong):
    client = as_user(coordinator)
    page = client.post(url("costs", panel), filled(client.get(url("costs", panel)), fee=wrong))
    assert page.status_code == 200
    assert page.context["form"].errors["fee"] == [
        ("Enter an amount in pounds, such as 4500 or 4500.50.")
    ]
    assert wrong in page.text


def test_two_people_do_not_overwrite_each_others_costs(panel, coordinator):
    record_costs(panel, by=coordinator, on=TODAY, version=0, spent=100)
    with pytest.raises(Overtaken):
        record_costs(fresh(panel), by=coordinator, on=TODAY, version=0, spent=200)
    record_costs(fresh(panel), by=coordinator, on=TODAY, version=1, spent=300)
    assert (costs_of(panel).spent, costs_of(panel).version) == (300, 2)


def test_a_panel_member_records_no_costs(panel, panel_member):
    with pytest.raises(Refused):
        record_costs(panel, by=panel_member, on=TODAY, version=0)


def test_who_could_review_stands_with_what_to_think_of(
    panel, coordinator, board, agency, reviewer, django_assert_max_num_queries
):
    involve(panel, agency)
    free, busy = make_person(board, "free"), make_person(board, "employed", agency=agency)
    away = make_person(board, "away")
    for person, facts in (
        (busy, {}),
        (away, {"available_from_on": TODAY + dt.timedelta(days=30)}),
        (free, {"skills": ["facilitation"]}),
        (reviewer.person, {}),
    ):
        enter(board, by=coordinator, on=TODAY, person=person, facts=facts)
    with django_assert_max_num_queries(7):
        found = candidates(panel, TODAY)
    assert found[0].row.person == free
    assert found[0].cautions == ()
    said = {each.row.person: [str(one) for one in each.cautions] for each in found}
    assert said[busy] == [f"Works for an agency involved: {agency}"]
    assert said[away] == ["Not available today."]
    assert found[-1].row.person == reviewer.person
    assert found[-1].is_barred
    assert found[-1].row.load == 1


def test_another_boards_agency_is_no_choice(panel, coordinator, other_board_coordinator, as_user):
    foreign = make_agency(other_board_coordinator.person.holdings.get().board, "health")
    client = as_user(coordinator)
    address = f"/reviews/{panel.slug}/people/appoint/"
    sent = filled(client.get(address), capacity="panel_member", agency=foreign.pk)
    assert "agency" in client.post(address, sent).context["form"].errors
