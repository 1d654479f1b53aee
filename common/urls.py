"""Addresses of the toolbox, all open to people not signed in: health, the pages about the service
itself, the language switch."""

from django.urls import path

from common import views
from common.health import views as health
from common.rule_book import RuleBook

urlpatterns = [
    path("health/", health.health, name="health"),
    path("health/live/", health.live, name="health_live"),
    path("language/", views.choose_language, name="language"),
    path("help/", views.AboutPage.as_view(template_name="pages/help.html"), name="help"),
    path("help/rules/", RuleBook.as_view(), name="rule_book"),
    path(
        "accessibility/",
        views.AboutPage.as_view(template_name="pages/accessibility.html"),
        name="accessibility",
    ),
    path("privacy/", views.AboutPage.as_view(template_name="pages/privacy.html"), name="privacy"),
]
