"""The demo's outbox."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from common.outbox import views


class CodeConverter(StringConverter):
    """The left part of a Message-ID."""

    regex = "[0-9a-f]{40}"


register_converter(CodeConverter, "message_code")

urlpatterns = [
    path("", views.ListMessages.as_view(), name="outbox"),
    path("<message_code:code>/", views.ReadMessage.as_view(), name="outbox_message"),
]
