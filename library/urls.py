"""The library's pages within a case."""

from library.publication.urls import urlpatterns

app_name = "library"

__all__ = ["app_name", "urlpatterns"]
