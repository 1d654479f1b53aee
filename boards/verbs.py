"""What is done to a board and its people, with the words on the button and in the history."""

from django.utils.translation import gettext_lazy as _

from audit.verbs import verb
from boards.models import Hold, Office
from boards.permissions import MayBoard
from common.deeds import declare

PERSON_ADDED = declare(
    "boards.person_added",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Add a person"),
    sentence=_("A person was added to the board's list of people."),
    url="add_person",
)
PERSON_CHANGED = declare(
    "boards.person_changed",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Change details"),
    sentence=_("A person's details were changed."),
    url="change_person",
)
PERSON_REMOVED = declare(
    "boards.person_removed",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Remove from the list"),
    sentence=_("A person was removed from the board's list of people."),
    url="remove_person",
)
AGENCY_JOINED = declare(
    "boards.agency_joined",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Add an agency"),
    sentence=_("A person's agency was recorded."),
    url="join_agency",
)
AGENCY_LEFT = declare(
    "boards.agency_left",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("End"),
    sentence=_("A person's last day at an agency was recorded."),
    url="leave_agency",
)
OFFICE_GIVEN = declare(
    "boards.office_given",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Give an office"),
    sentence=_("An office was given. Office: {office}. Held as: {hold}."),
    url="give_office",
    codes={"office": Office, "hold": Hold},
)
OFFICE_ENDED = declare(
    "boards.office_ended",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("End the office"),
    sentence=_("An office was ended. Office: {office}. Last day: {until}."),
    url="end_office",
    codes={"office": Office},
)
INVITED = declare(
    "boards.invited",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Invite"),
    sentence=_("A person was invited to open an account."),
    url="invite",
)
INVITATION_WITHDRAWN = declare(
    "boards.invitation_withdrawn",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Withdraw the invitation"),
    sentence=_("An invitation was withdrawn."),
    url="withdraw_invitation",
)
ACCOUNT_CLOSED = declare(
    "boards.account_closed",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Close the account"),
    sentence=_("An account was closed and signed out everywhere."),
    url="close_account",
)
ACCOUNT_REOPENED = declare(
    "boards.account_reopened",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Open the account again"),
    sentence=_("An account was opened again."),
    url="reopen_account",
)
PERSON_LEFT = declare(
    "boards.person_left",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("This person leaves"),
    sentence=_("A person left and their open work was handed over. Last day: {last}."),
    url="leave",
)
ABSENCE_SET = declare(
    "boards.absence_set",
    may=MayBoard.BE_AWAY,
    label=_("Away for a time"),
    sentence=_("It was recorded who stands in. Office: {office}. From: {from_on}."),
    url="set_absence",
    codes={"office": Office},
)
ABSENCE_ENDED = declare(
    "boards.absence_ended",
    may=MayBoard.BE_AWAY,
    label=_("Back"),
    sentence=_("It was recorded that a holder is back. Office: {office}."),
    url="end_absence",
    codes={"office": Office},
)
WORDS_CHOSEN = declare(
    "boards.words_chosen",
    may=MayBoard.CHOOSE_WORDS,
    label=_("The board's own words"),
    sentence=_("The board's words for its offices and groups were set."),
    url="board_words",
)
INVITATION_ACCEPTED = verb(
    "boards.invitation_accepted",
    label=_("Invitation accepted"),
    sentence=_("An invitation was accepted and an account opened."),
)
CALENDAR_MADE = verb(
    "boards.calendar_made",
    label=_("Calendar address made"),
    sentence=_("An address for a personal calendar was made."),
)
CALENDAR_REVOKED = verb(
    "boards.calendar_revoked",
    label=_("Calendar address withdrawn"),
    sentence=_("The address of a personal calendar was withdrawn."),
)
