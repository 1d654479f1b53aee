"""People of a board."""
urlpatterns = []
