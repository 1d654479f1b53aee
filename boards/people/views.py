"""The list of a board's people, one person's page, and the forms about a person."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.absence.services import open_absences
from boards.models import Agency, Board, Holding, Invitation, Leaving, Membership, Person
from boards.people import services
from boards.people.forms import AddPersonForm, DetailsForm, JoinAgencyForm, LastDayForm
from boards.permissions import MayBoard
from boards.standing import boards_where
from boards.views import BoardForm, PersonForm, open_board, person_on
from common import clock


def with_what_they_hold(people: QuerySet[Person], board: Board) -> QuerySet[Person]:
    """Persons with their agencies, their offices here and the state of their account."""
    today = clock.today()
    held = Holding.objects.filter(board=board).exclude(until_on__lt=today).order_by("from_on")
    employed = Membership.objects.current(today).select_related("agency")
    invited = Invitation.objects.open(clock.now()).filter(person=OuterRef("pk"))
    return (
        people.select_related("user")
        .prefetch_related(
            Prefetch("holdings", held, to_attr="offices_here"),
            Prefetch("memberships", employed, to_attr="employed_by"),
        )
        .annotate(is_invited=Exists(invited))
    )


class MyBoards(View):
    """The boards whose people I may see; the list itself where it is one."""

    def get(self, request: HttpRequest) -> HttpResponse:
        boards = list(boards_where(request.user, MayBoard.SEE_PEOPLE))
        if not boards:
            raise Http404
        if len(boards) == 1:
            return redirect("people", boards[0].code)
        return render(request, "boards/people/boards.html", {"boards": boards})


class ListPeople(View):
    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        board = open_board(request, code, MayBoard.SEE_PEOPLE)
        listed = Person.objects.of_board(board, clock.today())
        context = {
            "board": board,
            "people": with_what_they_hold(listed, board),
            "manages": request.user.has_perm(MayBoard.MANAGE_PEOPLE, board),
            "sees_time": request.user.has_perm(MayBoard.SEE_TIME, board),
            "names": request.user.has_perm(MayBoard.CHOOSE_WORDS, board),
        }
        return render(request, "boards/people/list.html", context)


class ShowPerson(View):
    def get(self, request: HttpRequest, code: str, uuid: Any) -> HttpResponse:
        board = open_board(request, code, MayBoard.SEE_PEOPLE)
        found = person_on(board, uuid)
        person = with_what_they_hold(Person.objects.filter(pk=found.pk), board).get()
        past = Holding.objects.filter(board=board, person=person, until_on__lt=clock.today())
        context = {
            "board": board,
            "person": person,
            "past_offices": past.order_by("-until_on"),
            "invitation": person.invitations.open(clock.now()).first(),
            "is_me": (is_me := person.user_id == request.user.pk),
            "manages": (manages := request.user.has_perm(MayBoard.MANAGE_PEOPLE, board)),
            "sets_absence": manages or (is_me and request.user.has_perm(MayBoard.BE_AWAY, board)),
            "absences": open_absences(board, person, clock.today()),
            "leaving": Leaving.objects.filter(board=board, person=person).first(),
        }
        return render(request, "boards/people/person.html", context)


class AddPerson(BoardForm):
    heading = _("Add a person")
    intro = _("People on the list do not need an account. You can invite them when they need one.")
    done = _("The person has been added to the list.")
    added: Person | None = None

    def make_form(self, data: Any = None) -> BaseForm:
        return AddPersonForm(data, board=self.board)

    def do(self, form: BaseForm) -> None:
        self.added = services.add_person(self.board, by=self.by, on=self.on, **form.cleaned_data)

    def back(self) -> str:
        if self.added:
            return self.added.page_on(self.board)
        return reverse("people", args=[self.board.code])


class ChangePerson(PersonForm):
    heading = _("Change details")
    done = _("The details are changed.")

    def make_form(self, data: Any = None) -> BaseForm:
        initial = {name: getattr(self.person, name) for name in DetailsForm.base_fields}
        return DetailsForm(data, initial=initial)

    def do(self, form: BaseForm) -> None:
        services.change_person(self.board, self.person, by=self.by, on=self.on, **form.cleaned_data)


class RemovePerson(PersonForm):
    heading = _("Remove this person from the list?")
    intro = _("What the person did stays in the history. Their account does not change.")
    submit_label = _("Remove from the list")
    done = _("The person has been removed from the list.")
    warning = True
    is_done = False

    def do(self, form: BaseForm) -> None:
        services.remove_person(self.board, self.person, by=self.by, on=self.on)
        self.is_done = True

    def back(self) -> str:
        return reverse("people", args=[self.board.code]) if self.is_done else super().back()


class JoinAgency(PersonForm):
    heading = _("Add an agency")
    done = _("The agency is added.")

    def make_form(self, data: Any = None) -> BaseForm:
        return JoinAgencyForm(data, board=self.board)

    def do(self, form: BaseForm) -> None:
        agency: Agency = form.cleaned_data["agency"]
        services.join_agency(
            self.board,
            self.person,
            agency,
            by=self.by,
            on=self.on,
            from_on=form.cleaned_data["from_on"],
        )


class LeaveAgency(PersonForm):
    heading = _("No longer works for this agency")
    done = _("The last day is recorded.")
    form_class = LastDayForm
    membership: Membership

    def prepare(self) -> None:
        super().prepare()
        found = self.person.memberships.filter(uuid=self.kwargs["membership"]).first()
        if found is None:
            raise Http404
        self.membership = found

    def do(self, form: BaseForm) -> None:
        services.leave_agency(
            self.board,
            self.membership,
            by=self.by,
            on=self.on,
            until_on=form.cleaned_data["until_on"],
        )

    def eyebrow(self) -> str:
        return f"{self.person.name}, {self.membership.agency}"


class CloseAccount(PersonForm):
    heading = _("Close this account?")
    intro = _("The person is signed out everywhere and cannot sign in again.")
    submit_label = _("Close the account")
    done = _("The account is closed.")
    warning = True

    def do(self, form: BaseForm) -> None:
        services.close_account(self.board, self.person, by=self.by, on=self.on)


class ReopenAccount(PersonForm):
    heading = _("Open this account again?")
    intro = _("The person uses the same password and second step as before.")
    submit_label = _("Open the account again")
    done = _("The account is open again.")

    def do(self, form: BaseForm) -> None:
        services.reopen_account(self.board, self.person, by=self.by, on=self.on)
