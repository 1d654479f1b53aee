"""The demo's outbox: what would have been sent, for all to read. Elsewhere it is not there."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views import View

from common.models import OutboxMessage

ON_A_PAGE = 50


class OnlyInTheDemo(View):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.MODE != "demo":
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class ListMessages(OnlyInTheDemo):
    def get(self, request: HttpRequest) -> HttpResponse:
        newest_first = OutboxMessage.objects.defer("text", "html").order_by("-created_at", "-pk")
        page = Paginator(newest_first, ON_A_PAGE).get_page(request.GET.get("page"))
        context = {"page_obj": page, "delivers": settings.OUTBOX_DELIVERS}
        return render(request, "outbox/list.html", context)


class ReadMessage(OnlyInTheDemo):
    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        message = OutboxMessage.objects.filter(message_id__startswith=f"<{code}@").first()
        if message is None:
            raise Http404
        return render(request, "outbox/message.html", {"message": message})
