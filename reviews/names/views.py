"""Names: those of one case, recording one, and the search. Every look is written down."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from audit import ledger
from common import clock
from common.deeds import Answer
from reviews.access import record_reading
from reviews.children.deeds import RECORD_NAMES
from reviews.door import ask
from reviews.models import PublicReferral, Relative, RelativeName, SubjectName
from reviews.names import services
from reviews.names.forms import NamesForm, SearchForm
from reviews.names.index import Hit, may_search, search, searchable_boards
from reviews.pages import CasePage, DeedPage
from reviews.permissions import May
from reviews.referral.incoming.finding import referrals_named
from reviews.standing import standing_of, standing_on_board
from reviews.verbs import NAMES_SEARCHED, READ_NAMES


class Names(CasePage):
    """The names of the case, to those who may see them. They are asked for; it is recorded."""

    room = "children"
    may = May.VIEW_NAMES
    template_name = "reviews/names/names.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        with transaction.atomic():
            record_reading(request.user, self.review, "names", READ_NAMES)
            children = {
                row.subject_id: row
                for row in SubjectName.objects.filter(subject__review=self.review)
            }
            relatives = {
                row.relative_id: row
                for row in RelativeName.objects.filter(relative__review=self.review)
            }
        everybody = [(child, children.get(child.pk)) for child in self.review.subjects.all()]
        family = Relative.objects.filter(review=self.review, withdrawn_at=None)
        return {
            "people": [*everybody, *((each, relatives.get(each.pk)) for each in family)],
            "may_record": ask(self.review, RECORD_NAMES, request.user).is_yes,
        }


class RecordNames(DeedPage):
    """Record who one child or relative is. Opening the form is a look at the name."""

    kind = RECORD_NAMES
    may = May.VIEW_NAMES
    form_class: Any = NamesForm
    room = "children"
    intro = _("Every word on this page is encrypted. That you looked at it has been recorded.")
    done = _("The names are recorded.")

    def back(self) -> str:
        return reverse("reviews:names", args=[self.review.slug])

    def question(self, request: HttpRequest) -> Answer:
        uuid = self.kwargs["uuid"]
        family = Relative.objects.filter(review=self.review, withdrawn_at=None)
        self.of: Any = self.review.subjects.filter(uuid=uuid).first()
        self.of = self.of or family.filter(uuid=uuid).first()
        if self.of is None:
            raise Http404
        self.heading = f"{self.kind.label}: {self.of.pseudonym}"
        answer = super().question(request)
        if request.method == "GET" and answer.is_yes:
            record_reading(request.user, self.review, "names", READ_NAMES)
        return answer

    def form_words(self, answer: Answer) -> dict[str, Any]:
        identity = getattr(self.of, "identity", None)
        written = {name: getattr(identity, name, "") for name in services.WRITTEN}
        return super().form_words(answer) | {
            "pseudonym": self.of.pseudonym,
            "initial": written,
        }

    def act(self, form: Any, **words: Any) -> None:
        services.record_names(self.review, of=self.of, facts=form.facts(), **words)


class Search(View):
    """Find the case of a person by name, on one's own boards and reviews. Posted, never in an
    address; what was typed is not kept, that there was a search is."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_search(request.user):
            raise PermissionDenied(_("Names are searched by those who may see them."))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "reviews/names/search.html", {"form": SearchForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = SearchForm(request.POST)
        hits: list[Hit] | None = None
        referrals: list[PublicReferral] = []
        if form.is_valid():
            facts = form.cleaned_data
            with transaction.atomic():
                hits = search(request.user, facts["name"], facts["born_on"])
                referrals = referrals_named(request.user, facts["name"], facts["born_on"])
                write_down(request.user, hits, referrals)
        context = {"form": form, "hits": hits, "referrals": referrals}
        return render(request, "reviews/names/search.html", context)


def write_down(user: Any, hits: list[Hit], referrals: list[PublicReferral]) -> None:
    """A line on each board that was searched, and one on each case or referral that was found."""
    for board in searchable_boards(user):
        ledger.record(
            NAMES_SEARCHED,
            by=user.pk,
            capacity=standing_on_board(user, board).capacity(May.VIEW_NAMES),
            board=board.pk,
            on=clock.today(),
            details={"found": sum(hit.review.board_id == board.pk for hit in hits)},
        )
    found = {hit.review.pk: hit.review for hit in hits}
    for review in found.values():
        ledger.record(
            NAMES_SEARCHED,
            by=user.pk,
            capacity=standing_of(user, review).capacity(May.VIEW_NAMES),
            board=review.board_id,
            review=review.pk,
            on=clock.today(),
            details={"found": sum(hit.review.pk == review.pk for hit in hits)},
        )
    for referral in referrals:
        ledger.record(
            NAMES_SEARCHED,
            by=user.pk,
            capacity=standing_on_board(user, referral.board).capacity(May.VIEW_NAMES),
            board=referral.board_id,
            on=clock.today(),
            target=referral._meta.label_lower,
            target_id=referral.pk,
            details={"found": 1},
        )
