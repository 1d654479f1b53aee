"""The page of a board's time, and the forms that change it. A change that touches running reviews
shows them first, and is saved from there."""

import datetime as dt
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.permissions import MayBoard
from boards.views import BoardForm, open_board
from common import clock
from common.deeds import Sentence
from common.forms.shown import SHOWN as DIGEST
from deadlines.board_rules import BoardRules, Setting, rules_of
from deadlines.board_time import services
from deadlines.board_time.annual_report import due_on, missing_reports
from deadlines.board_time.reading import annual_reports_of, closure_of, closures_of
from deadlines.board_time.touched import Touched, touched
from deadlines.clocks import ClockDate
from deadlines.models import BoardTarget, Closure
from guidance.holidays_of_wales import holidays_of
from guidance.limit import Unit
from guidance.milestones import ENDS_OF_A_REVIEW, Milestone
from guidance.targets import BY_KEY, TARGETS, Target
from reviews.board_time.forms import AnnualReportForm, ClosureForm, EndForm, TargetForm
from reviews.querysets import visible_to

SHOWN = 100
FIRST_YEAR = 2016  # section 136 of the Act began on 6 April 2016


def amount(setting: Setting | BoardTarget | None) -> str:
    """A target's number in words; '' where it is none."""
    if setting is None or setting.value is None:
        return ""
    return f"{gettext(Unit(setting.unit).label)}: {setting.value}"


@dataclass(frozen=True)
class ShownTarget:
    """One line of the list of targets; `ahead` is what is set from a later day."""

    target: Target
    now: str
    since: dt.date | None
    ahead: tuple[tuple[dt.date, str], ...]

    @property
    def label(self) -> str:
        return gettext(self.target.rule.label)

    @property
    def sentence(self) -> str:
        return gettext(self.target.rule.sentence)


def shown_targets(rules: BoardRules, today: dt.date) -> list[ShownTarget]:
    found = []
    for target in TARGETS:
        setting = rules.on(target.key, today)
        later = [each for each in rules.settings.get(target.key, ()) if each.from_on > today]
        found.append(
            ShownTarget(
                target,
                amount(setting),
                setting.from_on if setting else None,
                tuple((each.from_on, amount(each)) for each in later),
            )
        )
    return found


class BoardTimePage(View):
    """Targets, closures, bank holidays, the end of the six months, the annual report."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        board = open_board(request, code, MayBoard.SEE_TIME)
        today = clock.today()
        rules = rules_of([board.pk])[board.pk]
        end = rules.six_months_end or Milestone.REPORT_ACCEPTED
        holidays = {**holidays_of(today.year), **holidays_of(today.year + 1)}
        reports = list(annual_reports_of(board))
        asked = set(missing_reports([board.pk], today).get(board.pk, []))
        missing = asked | ({today.year} - {report.year for report in reports})
        context = {
            "board": board,
            "sets": request.user.has_perm(MayBoard.SET_TIME, board),
            "targets": shown_targets(rules, today),
            "closures": closures_of(board).filter(until_on__gte=today),
            "past_closures": closures_of(board).filter(until_on__lt=today),
            "holidays": [
                (day, gettext(name)) for day, name in sorted(holidays.items()) if day >= today
            ],
            "end": gettext(end.label),
            "others": [gettext(each.label) for each in ENDS_OF_A_REVIEW if each is not end],
            "missing": [
                (year, due_on(year), year in asked) for year in sorted(missing, reverse=True)
            ],
            "reports": reports,
        }
        return render(request, "reviews/board_time/page.html", context)


@dataclass(frozen=True)
class ShownTouch:
    """A date that would differ, with the review it is a date of."""

    reference: str
    url: str
    label: str
    before: ClockDate | None
    after: ClockDate | None


class SettingForm(BoardForm):
    """A form that first shows which running reviews it touches."""

    right = MayBoard.SET_TIME
    done = _("It is saved.")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        is_seen = form.is_valid() and request.POST.get("seen") == self.mark(form)
        if form.is_valid() and not is_seen and not self.is_older():
            return self.shown_first(form)
        return super().post(request, *args, **kwargs)

    def changed(self, rules: BoardRules, given: dict[str, Any]) -> BoardRules:
        """The board's rules as the form would have them."""
        raise NotImplementedError

    def mark(self, form: BaseForm) -> str:
        """What the reader has seen touched belongs to these answers and to no others."""
        given = {name: each for name, each in form.cleaned_data.items() if name != DIGEST}
        return sha256(repr(sorted(given.items())).encode()).hexdigest()

    def shown_first(self, form: BaseForm) -> HttpResponse:
        rules = rules_of([self.board.pk])[self.board.pk]
        found = touched(self.board, rules, self.changed(rules, form.cleaned_data), self.on)
        mine = self.of_reviews(found)
        context = {
            "board": self.board,
            "eyebrow": self.eyebrow(),
            "heading": self.heading,
            "form": form,
            "key": self.key(),
            "seen": self.mark(form),
            "touched": mine[:SHOWN],
            "count": len(found),
            "hidden": len(found) - len(mine),
            "more": max(0, len(mine) - SHOWN),
            "submit_label": _("Save"),
            "cancel_url": self.back(),
            "back_url": self.back(),
        }
        return render(self.request, "reviews/board_time/touched.html", context)

    def of_reviews(self, found: list[Touched]) -> list[ShownTouch]:
        """Those of reviews that the reader may read; of the others only the number is told."""
        reviews = {
            row.timetable_id: row
            for row in visible_to(self.by).filter(timetable__in={t.timetable_id for t in found})
        }
        return [
            ShownTouch(
                str(review.reference),
                review.get_absolute_url(),
                each.label,
                each.before,
                each.after,
            )
            for each in found
            if (review := reviews.get(each.timetable_id))
        ]

    def back(self) -> str:
        return reverse("board_time", args=[self.board.code])


class SetTarget(SettingForm):
    submit_label = _("Show what it touches")
    target: Target

    def prepare(self) -> None:
        target = BY_KEY.get(self.kwargs["key"])
        if target is None:
            raise Http404
        self.target = target
        self.heading = _(target.rule.label)
        self.intro = _(target.rule.sentence)

    def make_form(self, data: Any = None) -> BaseForm:
        setting = rules_of([self.board.pk])[self.board.pk].on(self.target.key, self.on)
        initial = {
            "value": setting.value if setting else None,
            "unit": str(setting.unit if setting else Unit.WORKING_DAYS),
            "from_on": self.on,
        }
        return TargetForm(data, initial=initial)

    def changed(self, rules: BoardRules, given: dict[str, Any]) -> BoardRules:
        setting = Setting(given["from_on"], given["value"], Unit(given["unit"]))
        return rules.with_setting(self.target.key, setting)

    def do(self, form: BaseForm) -> None:
        services.set_target(
            self.board, by=self.by, on=self.on, key=self.target.key, **form.cleaned_data
        )


class AddClosure(SettingForm):
    heading = _("Add a closure")
    intro = _("Days on which the board does not work. Weekends and bank holidays are known.")
    submit_label = _("Show what it touches")
    form_class = ClosureForm

    def changed(self, rules: BoardRules, given: dict[str, Any]) -> BoardRules:
        closures = (*rules.working.closures, (given["from_on"], given["until_on"]))
        return replace(rules, working=replace(rules.working, closures=closures))

    def do(self, form: BaseForm) -> None:
        services.add_closure(self.board, by=self.by, on=self.on, **form.cleaned_data)


class RemoveClosure(SettingForm):
    heading = _("Take off a closure")
    intro = _("The board works on these days after all.")
    submit_label = _("Show what it touches")
    closure: Closure

    def prepare(self) -> None:
        found = closure_of(self.board, self.kwargs["closure"])
        if found is None:
            raise Http404
        self.closure = found

    def eyebrow(self) -> str:
        return self.closure.name

    def changed(self, rules: BoardRules, given: dict[str, Any]) -> BoardRules:
        gone = (self.closure.from_on, self.closure.until_on)
        closures = tuple(each for each in rules.working.closures if each != gone)
        return replace(rules, working=replace(rules.working, closures=closures))

    def do(self, form: BaseForm) -> None:
        services.remove_closure(self.board, self.closure, by=self.by, on=self.on)


class SetSixMonthsEnd(SettingForm):
    heading = _("Choose the end of the six months")
    intro = _(
        "The guidance says that a review is complete within six months and not which day that is."
        " The other days are shown beside the one you choose."
    )
    submit_label = _("Show what it touches")

    def make_form(self, data: Any = None) -> BaseForm:
        end = rules_of([self.board.pk])[self.board.pk].six_months_end
        return EndForm(data, initial={"end": str(end or Milestone.REPORT_ACCEPTED)})

    def changed(self, rules: BoardRules, given: dict[str, Any]) -> BoardRules:
        return replace(rules, six_months_end=Milestone(given["end"]))

    def do(self, form: BaseForm) -> None:
        services.set_six_months_end(self.board, by=self.by, on=self.on, **form.cleaned_data)


class RecordAnnualReport(BoardForm):
    """When the report of a year was published."""

    right = MayBoard.SET_TIME
    heading: Sentence = _("Record the annual report")
    done = _("The annual report is recorded.")
    form_class = AnnualReportForm

    def prepare(self) -> None:
        self.year: int = self.kwargs["year"]
        if not FIRST_YEAR <= self.year <= self.on.year:
            raise Http404

    def eyebrow(self) -> str:
        return f"{self.board} · {self.year}"

    def do(self, form: BaseForm) -> None:
        services.record_annual_report(
            self.board, by=self.by, on=self.on, year=self.year, **form.cleaned_data
        )

    def back(self) -> str:
        return reverse("board_time", args=[self.board.code])
