"""The whole sitemap on one page."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("boards.urls")),
    path("people/", include("boards.people.urls")),
    path("boards/", include("reviews.board_time.urls")),
    path("reviews/", include("reviews.urls")),
    path("refer/", include("reviews.referral.public.urls")),
    path("", include("panels.urls")),
    path("", include("learning_events.urls")),
    path("reviews/", include("reports.urls")),
    path("", include("action_plans.urls")),
    path("reviews/", include("library.publication.urls")),
    path("", include("desk.urls")),
    path("outbox/", include("common.outbox.urls")),
    path("", include("common.papers.urls")),
    path("", include("common.urls")),
]

handler400 = "common.errors.bad_request"
handler403 = "common.errors.forbidden"
handler404 = "common.errors.not_found"
handler429 = "common.errors.too_many"  # allauth asks for it
handler500 = "common.errors.server_error"
