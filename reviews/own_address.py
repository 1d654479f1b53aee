"""A page about one row of a case at the row's own address: whoever it concerns opens it without
the frame of the case, and perhaps without the case."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from audit import ledger
from audit.verbs import Verb
from common import clock
from reviews.case.telling import capacity_label
from reviews.pages import CasePage
from reviews.permissions import May
from reviews.standing import standing_of


class OwnAddress(CasePage):
    """A stranger gets 404; reading is recorded, in the first of `reads_by` that the reader holds.

    Subclasses say which `rows` somebody may open, and under which name the template knows one.
    """

    read: ClassVar[Verb]
    reads_by: ClassVar[tuple[May, ...]]
    row_name: ClassVar[str] = "row"
    both_template = "both_page.html"

    def rows(self, user: Any) -> Any:
        """Those that this reader may open, each with its review."""
        raise NotImplementedError

    def dispatch(  # type: ignore[override]  # found by its own address, not by the case's
        self, request: HttpRequest, *args: Any, uuid: UUID, **kwargs: Any
    ) -> HttpResponse:
        self.row: Any = get_object_or_404(self.rows(request.user), uuid=uuid)
        self.review = self.row.review
        standing = standing_of(request.user, self.review)
        self.capacity = next(filter(None, map(standing.capacity, self.reads_by)), "")
        if request.method == "GET":
            self.record_reading(request)
        return View.dispatch(self, request, *args, **kwargs)  # type: ignore[return-value]

    def record_reading(self, request: HttpRequest) -> None:
        ledger.record(
            self.read,
            by=request.user.pk,
            capacity=self.capacity,
            board=self.review.board_id,
            review=self.review.pk,
            on=clock.today(),
            target=self.row._meta.label_lower,
            target_id=self.row.pk,
        )

    def back(self) -> str:
        address: str = self.row.get_absolute_url()
        return address

    def show(
        self, request: HttpRequest, context: dict[str, Any], status: int = 200, template: str = ""
    ) -> HttpResponse:
        own = {
            self.row_name: self.row,
            "review": self.review,
            "board": self.review.board,
            "today": clock.today(),
            "capacity": capacity_label(self.capacity),
            "may_view": request.user.has_perm(May.VIEW, self.review),
        }
        return render(request, template or self.template_name, own | context, status=status)
