"""Waiting for a paper, and taking it away. Works without JavaScript."""

import datetime as dt
import uuid

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common import clock
from common.files import attachment
from common.models import PaperRequest, PaperState
from common.papers import makers, services

LOOK_AGAIN = 3
PATIENCE = dt.timedelta(minutes=2)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Whether the paper is ready. The browser looks again by itself, for two minutes; the header
    does what a meta element would, and ends as soon as there is an answer. A paper that could not
    be made, or takes too long, is asked for again."""
    row, paper = _paper(request, pk)
    is_patient = row.state == PaperState.WAITING and clock.now() - row.asked_at < PATIENCE
    may_ask_again = row.state != PaperState.MADE and not is_patient and not row.pdf_missing
    if request.method == "POST":
        again = services.ask_again(row) if may_ask_again else row
        return redirect("paper", again.pk)
    context = {"row": row, "paper": paper, "may_ask_again": may_ask_again}
    response = render(request, "common/papers/progress.html", context)
    if is_patient:
        response.headers["Refresh"] = str(LOOK_AGAIN)
    return response


@login_required
@require_safe
def download(request: HttpRequest, pk: uuid.UUID) -> FileResponse:
    """The paper itself."""
    row, paper = _paper(request, pk)
    if row.file is None:
        raise Http404
    paper.on_download(request.user, row.subject)
    return attachment(row.file, f"{paper.filename(row.subject)}.{paper.extension}")


def _paper(request: HttpRequest, pk: uuid.UUID) -> tuple[PaperRequest, makers.Paper]:
    """The asker's own paper, if they may still have it. To everybody else there is none."""
    row = get_object_or_404(
        PaperRequest.objects.select_related("file"), pk=pk, asked_by_id=request.user.pk
    )
    paper = makers.find(row.kind)
    if not paper.may(request.user, row.subject):
        raise Http404
    return row, paper
