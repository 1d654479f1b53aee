"""The case page, the list of reviews, and the history."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from audit.history import Show
from common import clock
from guidance.editions import edition
from reviews.case.aside import next_meeting, shown_dates, shown_people, standing_holds
from reviews.case.listing import InOneOrder, chips_of, page_of
from reviews.case.next_steps import next_steps
from reviews.case.offers import offers
from reviews.case.telling import days_of, known_by, reasons_of
from reviews.decision.notices import notices_due
from reviews.journey import COMMISSIONED, Stage
from reviews.names.index import may_search
from reviews.other_work.reading import boards_keeping, work_visible_to
from reviews.pages import CasePage
from reviews.permissions import May
from reviews.querysets import by_older_reference, visible_to
from reviews.references import parse
from reviews.referral.boards import boards_to_log_for, boards_where
from reviews.timing.picture import picture_of

PAGE = 25


class Overview(CasePage):
    """What this case is, what happens next, its dates, its people, the latest acts."""

    template_name = "reviews/case/overview.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        today = clock.today()
        # After its end a review may still owe Welsh Government a notice.
        goes_on = self.review.is_running or notices_due(self.review)
        return {
            "next": next_steps(self.review, request.user, today) if goes_on else None,
            "ending": getattr(self.review, "ending", None),
            "other_work": work_visible_to(request.user).filter(review=self.review),
            "work_url": self.work_url(request),
            "taken_on": getattr(self.review, "taken_on", None),
            "older": list(self.review.older_references.all()),
            "dates": shown_dates(self.review, today),
            "edition": edition(self.review.timetable.edition),
            "meeting": next_meeting(self.review, today),
            "holds": standing_holds(self.review, today),
            "people": shown_people(self.review, today),
            "days": days_of(self.review, at_most=6),
            "reasons": reasons_of(self.review),
            **known_by(self.review, request.user),
            "offers": offers(self.review, request.user, "overview"),
            "timing": picture_of(self.review) if self.review.stage in COMMISSIONED else None,
        }

    def work_url(self, request: HttpRequest) -> str:
        """A case that was decided to be a forum goes on as other work."""
        decided = self.review.stage == Stage.FORUM
        if not decided or not request.user.has_perm(May.KEEP_OTHER_WORK, self.review.board):
            return ""
        address = reverse("reviews:add_work", args=[self.review.board.code])
        return f"{address}?review={self.review.slug}"


class History(CasePage):
    """Everything that was done and read, in sentences, by the day on which it happened."""

    room = "history"
    template_name = "reviews/case/history.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        asked = request.GET.get("show", "")
        show = Show(asked) if asked in list(Show) else Show.ACTS
        sees_all = request.user.has_perm(May.READ_LOG, self.review)
        return {
            "days": days_of(self.review, show, readings_by=None if sees_all else request.user.pk),
            "sees_all": sees_all,
            "reasons": reasons_of(self.review),
            **known_by(self.review, request.user),
            "show": show.value,
        }


class List(View):
    """Every review the reader may see: few columns, late first, found by reference."""

    def get(self, request: HttpRequest) -> HttpResponse:
        visible = visible_to(request.user)
        sought = request.GET.get("q", "").replace("\x00", "").strip()
        reference = parse(sought) if sought else None
        found = visible
        if reference:
            found = found.filter(number=reference.number, year=reference.year)
            if reference.prefix:
                found = found.filter(board__prefix__iexact=reference.prefix)
            if len(found) == 1:
                return HttpResponseRedirect(found[0].get_absolute_url())
        works = work_visible_to(request.user)
        if sought:
            works = works.filter(reference__icontains=sought)
        if sought and not (reference and found.exists()):
            found = by_older_reference(visible, sought)
            if len(found[:2]) == 1 and not works.exists():
                return HttpResponseRedirect(found[0].get_absolute_url())
        stage = request.GET.get("stage", "all" if sought else "running")
        chips, count = chips_of(found, stage, works)
        rows: Any = InOneOrder(found, works, stage, count)  # read in slices, like a query
        pages = Paginator(rows, PAGE)
        page = pages.get_page(request.GET.get("page"))
        return render(
            request,
            "reviews/case/list.html",
            {
                "page_obj": page,
                "rows": page_of(page, clock.today()),
                "query": f"stage={stage}&" if stage in {chip.code for chip in chips} else "",
                "sought": sought,
                "chips": chips,
                "may_add_work": boards_keeping(request.user).exists(),
                "may_take_on": boards_where(request.user, May.TAKE_ON).exists(),
                "may_log": boards_to_log_for(request.user).exists(),
                "may_search_names": may_search(request.user),
            },
        )
