"""A board's people, their offices and invitations."""

from django.urls import include, path

from boards.absence.views import EndAbsence, SetAbsence
from boards.invitations.views import Invite, WithdrawInvitation
from boards.leaving.views import Leave
from boards.offices.views import EndOffice, GiveOffice
from boards.people import views
from boards.wording.views import BoardWords

of_a_person = [
    path("", views.ShowPerson.as_view(), name="person"),
    path("change/", views.ChangePerson.as_view(), name="change_person"),
    path("remove/", views.RemovePerson.as_view(), name="remove_person"),
    path("agencies/add/", views.JoinAgency.as_view(), name="join_agency"),
    path("agencies/<uuid:membership>/end/", views.LeaveAgency.as_view(), name="leave_agency"),
    path("offices/give/", GiveOffice.as_view(), name="give_office"),
    path("offices/<uuid:holding>/end/", EndOffice.as_view(), name="end_office"),
    path("invite/", Invite.as_view(), name="invite"),
    path("invite/withdraw/", WithdrawInvitation.as_view(), name="withdraw_invitation"),
    path("leave/", Leave.as_view(), name="leave"),
    path("offices/<uuid:holding>/away/", SetAbsence.as_view(), name="set_absence"),
    path("absences/<uuid:absence>/end/", EndAbsence.as_view(), name="end_absence"),
    path("account/close/", views.CloseAccount.as_view(), name="close_account"),
    path("account/reopen/", views.ReopenAccount.as_view(), name="reopen_account"),
]

urlpatterns = [
    path("", views.MyBoards.as_view(), name="my_boards"),
    path("<slug:code>/", views.ListPeople.as_view(), name="people"),
    path("<slug:code>/add/", views.AddPerson.as_view(), name="add_person"),
    path("<slug:code>/words/", BoardWords.as_view(), name="board_words"),
    path("<slug:code>/<uuid:uuid>/", include(of_a_person)),
]
