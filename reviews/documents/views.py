"""The papers of a case: the list, the download, and what is done to one."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from audit import ledger
from common import clock
from common.deeds import Answer
from common.files import attachment
from reviews.access import Moved, open_case, to_true_address
from reviews.case.offers import offers
from reviews.documents import services
from reviews.documents.deeds import CLASSIFY, KEEP, READ_DOCUMENT, REPLACE, WITHDRAW
from reviews.documents.forms import AddForm, ClassifyForm, ReplaceForm, WithdrawForm
from reviews.documents.reading import documents_of, file_name
from reviews.door import ask
from reviews.models import Document
from reviews.pages import CasePage, DeedPage
from reviews.permissions import May
from reviews.references import Reference
from reviews.standing import standing_of


class Room(CasePage):
    """Every paper that is open to the reader: those that stand, their older versions, the
    withdrawn."""

    room = "documents"
    template_name = "reviews/documents/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        rows = list(documents_of(request.user, self.review))
        older: dict[int, list[Document]] = {}
        for row in sorted(rows, key=lambda row: -row.version):
            if not is_newest(row):
                older.setdefault(row.number, []).append(row)
        newest = sorted((row for row in rows if is_newest(row)), key=lambda row: -row.number)
        may_keep = ask(self.review, KEEP, request.user).is_yes
        return {
            "standing_papers": [
                (row, older.get(row.number, [])) for row in newest if row.withdrawn_on is None
            ],
            "withdrawn": [row for row in newest if row.withdrawn_on is not None],
            "may_keep": may_keep,
            "offers": offers(self.review, request.user, "documents"),
        }


def is_newest(document: Document) -> bool:
    return not hasattr(document, "replaced_by")


def stands(document: Document) -> bool:
    return is_newest(document) and document.withdrawn_on is None


class Download(View):
    """One version of a paper, to whoever may read it. It is recorded who had it."""

    def get(self, request: HttpRequest, *, ref: Reference, uuid: uuid.UUID) -> HttpResponse:
        try:
            review = open_case(request, ref, page="documents")
        except Moved as moved:
            answer: HttpResponse = to_true_address(moved)
            return answer
        document = get_object_or_404(documents_of(request.user, review), uuid=uuid)
        if document.withdrawn_on and not request.user.has_perm(May.KEEP_DOCUMENTS, review):
            raise Http404
        ledger.record(
            READ_DOCUMENT,
            by=request.user.pk,
            capacity=standing_of(request.user, review).capacity(May.VIEW),
            board=review.board_id,
            review=review.pk,
            on=clock.today(),
            target=document._meta.label_lower,
            target_id=document.pk,
            details={"number": document.number, "version": document.version},
        )
        return attachment(document.file, file_name(document))  # type: ignore[return-value]


class PaperDeed(DeedPage):
    """A deed that leads back to the papers."""

    room = "documents"

    def back(self) -> str:
        return reverse("reviews:documents", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"reader": self.request.user}


class Add(PaperDeed):
    kind = KEEP
    form_class = AddForm
    done = _("The paper is added.")

    def act(self, form: Any, **words: Any) -> None:
        services.add_document(self.review, **form.facts(), **words)


class OnePaper(PaperDeed):
    """A deed on one paper that stands. It is looked for before the door is asked."""

    document: Document
    template_name = "reviews/documents/one.html"

    def question(self, request: HttpRequest) -> Answer:
        answer = super().question(request)
        self.document = get_object_or_404(
            documents_of(request.user, self.review), uuid=self.kwargs["uuid"]
        )
        # Whoever had the form open while somebody was quicker is told so by the door, words kept.
        if request.method == "GET" and not stands(self.document):
            raise Http404
        return answer

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"document": self.document}


class Replace(OnePaper):
    kind = REPLACE
    form_class = ReplaceForm
    done = _("The new version is added.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"initial": {"title": self.document.title}}

    def act(self, form: Any, **words: Any) -> None:
        services.replace_document(self.review, document=self.document, **form.facts(), **words)


class Classify(OnePaper):
    kind = CLASSIFY
    form_class = ClassifyForm
    done = _("The classification has been changed.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"initial": {"marking": self.document.marking}}

    def act(self, form: Any, **words: Any) -> None:
        services.classify_document(self.review, document=self.document, **form.facts(), **words)


class Withdraw(OnePaper):
    kind = WITHDRAW
    form_class = WithdrawForm
    done = _("The paper is withdrawn.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        words = super().form_words(answer)
        words.pop("reader")
        return words

    def act(self, form: Any, **words: Any) -> None:
        services.withdraw_document(self.review, document=self.document, **form.facts(), **words)
