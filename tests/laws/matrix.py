"""Every address, and to whom it opens. One line an address; whoever is not named is turned away.

A new URL fails tests/laws/test_matrix.py until it has its line here. `at` is the stage of the case
it is tried on (a deed's page is tried where the deed is done); `by` names those to whom it opens.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviews.journey import BEFORE, Stage

# Who knocks. `excluded` is a co-ordinator with an interest that keeps them out; `former-member` was
# on the panel; `agency-author` and `action-owner` have a part, but not the case.
STRANGERS = ("anonymous", "outsider", "root", "other-coordinator", "excluded", "former-member")
BESIDE = ("agency-author", "action-owner", "board-member")
READERS = (
    "coordinator",
    "board-chair",
    "subgroup-chair",
    "panel-chair",
    "reviewer",
    "panel-member",
    "auditor",
)
PERSONAS = (*STRANGERS, *BESIDE, *READERS)
ACCOUNTS = tuple(each for each in PERSONAS if each != "anonymous")
OFFICERS = ("coordinator", "board-chair", "subgroup-chair", "auditor")
MEMBERS = tuple(each for each in READERS if each != "auditor")


@dataclass(frozen=True)
class Row:
    """One address, and what it answers to whom."""

    name: str
    by: tuple[str, ...]
    at: str = ""
    kind: str = "concise"
    get: int = 200
    post: int = 405
    otherwise: int = 404  # to those with an account who are not named
    forbidden: tuple[str, ...] = ()  # these are told 403 instead: they know the case is there
    about: str = ""  # what else stands in the address
    anonymous: int = 302
    only_read: bool = False  # a POST is not understood, whoever sends it

    def expected(self, persona: str, method: str) -> int:
        if persona == "anonymous":
            return self.anonymous if method == "GET" else 403  # what was typed is given back
        if method == "POST" and self.only_read:
            return 405
        if persona in self.by:
            return self.get if method == "GET" else self.post
        return 403 if persona in self.forbidden else self.otherwise


def page(name: str, *, by: tuple[str, ...] = READERS, at: str = Stage.PANEL, **more: Any) -> Row:
    """A page of a case that is only read."""
    return Row(name, by, at, **more)


def deed(name: str, by: str, *, at: str, **more: Any) -> Row:
    """A page that does something to a case; the other readers of the case are told no."""
    names = tuple(by.split())
    readers = OFFICERS if at in BEFORE else READERS  # nobody is appointed yet
    forbidden = tuple(each for each in readers if each not in names)
    return Row(name, names, at, **{"post": 200, "forbidden": forbidden} | more)


def open_to_all(name: str, **more: Any) -> Row:
    get = more.pop("get", 200)
    return Row(name, ACCOUNTS, get=get, otherwise=get, anonymous=more.pop("anonymous", get), **more)


def own(name: str, **more: Any) -> Row:
    """A page about the reader, for everybody with an account."""
    return Row(name, ACCOUNTS, **more)


CHAIRS = "coordinator board-chair subgroup-chair panel-chair"
KEEPERS = f"{CHAIRS} reviewer"


def meeting(name: str, about: str = "meeting") -> Row:
    """A deed on a meeting of the panel; the other chairs keep their own."""
    forbidden = ("reviewer", "panel-member", "auditor")
    by = ("coordinator", "panel-chair")
    return Row(name, by, Stage.PANEL, post=200, forbidden=forbidden, about=about)


LOGGING = ("coordinator", "excluded", "board-chair", "subgroup-chair")
CASES = [
    own("desk:desk"),
    own("desk:clocks"),
    own("desk:clocks_figures"),
    own("desk:clocks_csv"),
    own("desk:clocks_xlsx"),
    own("desk:clocks_paper", get=302, post=302),
    own("reviews:list"),
    # What goes up, and what was sent
    Row("desk:going_up", ("coordinator", "excluded", "other-coordinator"), only_read=True),
    Row("desk:board_sent", ("coordinator", "excluded", "board-chair", "subgroup-chair", "auditor"),
        about="board", only_read=True),
    Row("desk:tell_of_board", ("coordinator", "excluded", "board-chair"), post=200,
        about="undelivered_by_board"),
    page("desk:sent"),
    deed("desk:write_reminder", "coordinator", at=Stage.PANEL),
    deed("desk:hold_step", "coordinator", at=Stage.PANEL, about="going_up"),
    deed("desk:release_step", "coordinator", at=Stage.PANEL, about="held_up", post=302),
    deed("desk:tell_otherwise", "coordinator", at=Stage.PANEL, about="undelivered"),
    Row("reviews:log", ("coordinator", "excluded", "other-coordinator", "board-chair",
                        "subgroup-chair"), post=200, otherwise=403),
    # The referral, and what comes from the public page
    page("reviews:referral"),
    deed("reviews:complete_referral", "coordinator", at=Stage.REFERRAL),
    deed("reviews:early_action", "coordinator subgroup-chair panel-chair", at=Stage.PANEL),
    deed("reviews:join_referral", "coordinator", at=Stage.PANEL),
    deed("reviews:join_case", "coordinator", at=Stage.REFERRAL),
    deed("reviews:tell_referrer", "coordinator", at=Stage.PANEL),
    Row("reviews:incoming", ("coordinator", "excluded", "other-coordinator", "board-chair",
                             "subgroup-chair"), otherwise=403, only_read=True),
    Row("reviews:incoming_referral", LOGGING, about="incoming"),
    Row("reviews:incoming_file", LOGGING, about="incoming_file"),
    Row("reviews:accept_referral", LOGGING, post=200, about="incoming"),
    Row("reviews:accept_into", LOGGING, post=200, about="incoming"),
    Row("reviews:return_referral", LOGGING, post=200, about="incoming"),
    Row("reviews:refuse_referral", LOGGING, post=200, about="incoming"),
    Row("reviews:agree_refusal", LOGGING, get=302, post=409, about="incoming"),
    Row("reviews:keep_public_referral", LOGGING, get=302, post=409, about="incoming"),
    page("reviews:overview"),
    page("reviews:history"),
    page("reviews:children"),
    page("reviews:decision"),
    page("reviews:people"),
    page("reviews:names", by=("coordinator", "board-chair", "subgroup-chair", "panel-chair",
                              "reviewer")),
    deed("reviews:forward", "coordinator board-chair", at=Stage.REFERRAL),
    deed("reviews:add_child", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:record_facts", "coordinator panel-chair", at=Stage.PANEL, about="child"),
    deed("reviews:record_names", "coordinator panel-chair", at=Stage.PANEL, about="child",
         forbidden=("board-chair", "subgroup-chair", "reviewer")),  # the rest may see no names
    deed("reviews:add_spell", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:correct_spell", "coordinator panel-chair", at=Stage.PANEL, about="spell"),
    deed("reviews:withdraw_spell", "coordinator panel-chair", at=Stage.PANEL, about="spell"),
    deed("reviews:add_relative", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:relative", "coordinator panel-chair", at=Stage.PANEL, about="relative",
         post=409),
    deed("reviews:withdraw_relative", "coordinator panel-chair", at=Stage.PANEL,
         about="relative"),
    page("reviews:criteria"),
    deed("reviews:answer_criteria", "coordinator subgroup-chair", at=Stage.RECOMMENDATION),
    Row("reviews:search_names", ("coordinator", "excluded", "other-coordinator", "board-chair",
                                 "subgroup-chair", "panel-chair", "reviewer"), post=200,
        otherwise=403),
    deed("reviews:record_voice", "coordinator panel-chair reviewer", at=Stage.PANEL),
    page("reviews:subgroup"),
    deed("reviews:recommend", "coordinator subgroup-chair", at=Stage.RECOMMENDATION),
    deed("reviews:check_recommendation", "coordinator subgroup-chair", at=Stage.RECOMMENDATION),
    deed("reviews:complete_recommendation", "coordinator subgroup-chair", at=Stage.PANEL),
    deed("reviews:defer", "coordinator subgroup-chair", at=Stage.RECOMMENDATION),
    deed("reviews:ask_scoping", "coordinator subgroup-chair", at=Stage.RECOMMENDATION),
    deed("reviews:decide", "coordinator board-chair", at=Stage.DECISION),
    deed("reviews:record_discussion", "coordinator board-chair", at=Stage.BOARD_DISCUSSION),
    deed("reviews:send_notice", "coordinator board-chair", at=Stage.PANEL),
    deed("reviews:notice_pdf", "coordinator board-chair", at=Stage.PANEL, post=302),
    deed("reviews:record_answer", "coordinator board-chair", at=Stage.CLOSED),
    deed("reviews:correct_notice", "coordinator board-chair", at=Stage.CLOSED),
    deed("reviews:change_kind", "coordinator board-chair", at=Stage.PANEL),
    deed("reviews:appoint", "coordinator subgroup-chair panel-chair", at=Stage.PANEL),
    deed("reviews:replace", "coordinator subgroup-chair panel-chair", at=Stage.PANEL),
    deed("reviews:end_appointment", "coordinator subgroup-chair panel-chair", at=Stage.PANEL),
    deed("reviews:declare_interest", " ".join(MEMBERS), at=Stage.PANEL),
    deed("reviews:set_interest", "coordinator board-chair subgroup-chair panel-chair",
         at=Stage.PANEL),
    deed("reviews:lift_interest", "coordinator board-chair subgroup-chair panel-chair",
         at=Stage.PANEL),
    # Other boards
    page("reviews:boards"),
    deed("reviews:add_board", "coordinator board-chair subgroup-chair", at=Stage.PANEL),
    deed("reviews:end_participation", "coordinator board-chair subgroup-chair", at=Stage.PANEL),
    deed("reviews:open_names", "board-chair", at=Stage.PANEL),
    deed("reviews:record_country", "coordinator board-chair subgroup-chair", at=Stage.PANEL),
    deed("reviews:close", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    # Meetings: the co-ordinator all, each chair their own
    page("reviews:meetings"),
    deed("reviews:plan_meeting", CHAIRS, at=Stage.PANEL),
    deed("reviews:record_meeting", CHAIRS, at=Stage.PANEL),
    meeting("reviews:hold_meeting"),
    meeting("reviews:move_meeting"),
    meeting("reviews:cancel_meeting"),
    meeting("reviews:keep_minutes", about="meeting-held"),
    page("reviews:meeting_calendar", about="meeting"),
    # Papers; those that name somebody, and legal advice, are open to few
    page("reviews:documents"),
    page("reviews:document", about="document", only_read=True),
    deed("reviews:add_document", KEEPERS, at=Stage.PANEL),
    deed("reviews:replace_document", KEEPERS, at=Stage.PANEL, about="document"),
    deed("reviews:classify_document", KEEPERS, at=Stage.PANEL, about="document"),
    deed("reviews:withdraw_document", KEEPERS, at=Stage.PANEL, about="document"),
    page("reviews:legal", by=tuple(CHAIRS.split())),
    page("reviews:ask_advice", by=tuple(CHAIRS.split()), post=200),
    page("reviews:give_advice", by=tuple(CHAIRS.split()), post=200, about="advice"),
    # Dates
    page("reviews:dates"),
    deed("reviews:plan_dates", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:extend_plan", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:look_at_causes", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:withdraw_extension", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:record_step", "coordinator panel-chair", at=Stage.PANEL),
    deed("reviews:take_back_step", "coordinator panel-chair", at=Stage.PANEL),
    # Other proceedings
    page("reviews:proceedings"),
    deed("reviews:add_proceeding", CHAIRS, at=Stage.PANEL),
    deed("reviews:change_proceeding", CHAIRS, at=Stage.PANEL, about="proceeding", post=409),
    deed("reviews:add_hearing", CHAIRS, at=Stage.PANEL, about="proceeding"),
    deed("reviews:put_hold", CHAIRS, at=Stage.PANEL, about="proceeding"),
    deed("reviews:look_at_hold", CHAIRS, at=Stage.PANEL, about="hold"),
    deed("reviews:lift_hold", CHAIRS, at=Stage.PANEL, about="hold"),
    deed("reviews:refer_staff_matter", CHAIRS, at=Stage.PANEL),
    deed("reviews:end", "coordinator board-chair", at=Stage.PANEL),
    deed("reviews:tell_of_end", "coordinator board-chair", at=Stage.DISCONTINUED),
    # The record: taken on, put right, confirmed
    Row("reviews:take_on", ("coordinator", "excluded", "other-coordinator", "board-chair"),
        post=200, otherwise=403),
    page("reviews:record"),
    deed("reviews:correct_day", "coordinator board-chair", at=Stage.PANEL),
    deed("reviews:undo", "coordinator board-chair", at=Stage.TIMELINES),
    # The panel and its timelines
    page("panels:panel"),
    page("panels:timelines"),
    page("panels:family"),
    deed("panels:agree_terms", "coordinator panel-chair", at=Stage.PANEL),
    page("panels:terms", at=Stage.TIMELINES, about="version"),
    page("panels:changes", at=Stage.TIMELINES, about="later_version"),
    page("panels:choose_reviewer", by=("coordinator", "subgroup-chair", "panel-chair")),
    deed("panels:costs", "coordinator board-chair", at=Stage.PANEL),
    deed("panels:extend_return", "coordinator panel-chair", at=Stage.TIMELINES),
    deed("panels:ask_agencies", "coordinator panel-chair", at=Stage.PANEL),
    deed("panels:ask_another", "coordinator panel-chair", at=Stage.TIMELINES),
    deed("panels:waive_return", "coordinator panel-chair", at=Stage.TIMELINES),
    deed("panels:release", "coordinator panel-chair", at=Stage.TIMELINES),
    deed("panels:record_family", "coordinator panel-chair reviewer", at=Stage.PANEL),
    deed("panels:change_family", "coordinator panel-chair reviewer", at=Stage.REPORT,
         about="family", post=409),  # an empty form says of no version that it saw it
    # An agency's timeline before release: its own people, and those who read all.
    Row("panels:return", ("coordinator", "panel-chair", "reviewer", "panel-member",
                          "agency-author"), Stage.TIMELINES, about="return"),
    Row("panels:give_return", ("coordinator", "panel-member", "agency-author"), Stage.TIMELINES,
        post=200, forbidden=("panel-chair", "reviewer"), about="return"),
    # A return that came is asked about, signed off, opened again
    Row("panels:sign_off_return", ("coordinator", "panel-member"), Stage.LEARNING, about="return",
        post=200, forbidden=("panel-chair", "reviewer", "agency-author", "board-chair",
                             "subgroup-chair", "auditor")),
    Row("panels:ask_query", ("coordinator", "panel-chair", "reviewer"), Stage.LEARNING, post=200,
        about="return", forbidden=("panel-member", "agency-author", "board-chair",
                                   "subgroup-chair", "auditor")),
    Row("panels:unlock_return", ("coordinator", "panel-chair", "reviewer"), Stage.LEARNING,
        post=200, about="return", forbidden=("panel-member", "agency-author", "board-chair",
                                             "subgroup-chair", "auditor")),
    Row("panels:answer_query", ("coordinator", "panel-member", "agency-author"), Stage.LEARNING,
        about="query", post=200, forbidden=("panel-chair", "reviewer", "board-chair",
                                            "subgroup-chair", "auditor")),
    # Learning events
    page("learning_events:room"),
    deed("learning_events:hold", "coordinator panel-chair reviewer", at=Stage.LEARNING),
    deed("learning_events:another", "coordinator panel-chair reviewer", at=Stage.REPORT),
    deed("learning_events:plan", "coordinator panel-chair reviewer", at=Stage.LEARNING),
    *(deed(f"learning_events:{each}", "coordinator panel-chair reviewer", at=Stage.LEARNING,
           about="event")
      for each in ("replan", "cancel", "invite", "attendance", "hold_planned")),
    # The report
    page("reports:room", at=Stage.ACCEPTANCE),
    deed("reports:ratify", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    page("reports:version", at=Stage.ACCEPTANCE, about="version"),
    page("reports:compare", at=Stage.ACCEPTANCE, about="versions"),
    deed("reports:write", "reviewer", at=Stage.REPORT),
    deed("reports:sign", "coordinator reviewer", at=Stage.REPORT),
    deed("reports:agree", "coordinator panel-chair", at=Stage.REPORT),
    deed("reports:accept", "coordinator board-chair", at=Stage.ACCEPTANCE, post=409),
    deed("reports:send_back", "coordinator board-chair", at=Stage.ACCEPTANCE),
    # The action plan
    page("action_plans:room", at=Stage.FOLLOW_THROUGH),
    own("action_plans:mine"),
    deed("action_plans:outline", "coordinator panel-chair panel-member", at=Stage.REPORT),
    deed("action_plans:add", "coordinator panel-chair panel-member", at=Stage.REPORT),
    deed("action_plans:finalise", "coordinator panel-chair", at=Stage.FOLLOW_THROUGH),
    deed("action_plans:approve", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("action_plans:send", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("action_plans:disseminate", "coordinator", at=Stage.FOLLOW_THROUGH),
    deed("action_plans:close", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("action_plans:difference", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    Row("action_plans:action", (*READERS, "action-owner"), Stage.CLOSED, about="action",
        only_read=True),
    deed("action_plans:change", "coordinator panel-chair panel-member", at=Stage.ACCEPTANCE,
         about="action", post=409),
    deed("action_plans:progress", "coordinator", at=Stage.ACCEPTANCE, about="action"),
    deed("action_plans:complete", "coordinator", at=Stage.ACCEPTANCE, about="action"),
    deed("action_plans:verify", "coordinator subgroup-chair", at=Stage.ACCEPTANCE, about="action"),
    deed("action_plans:raise", "coordinator board-chair", at=Stage.ACCEPTANCE, about="action"),
    deed("action_plans:carry_over", "coordinator subgroup-chair", at=Stage.ACCEPTANCE,
         about="action"),
    # Publication
    page("publication:room", at=Stage.FOLLOW_THROUGH),
    deed("publication:text_ready", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:check", "coordinator subgroup-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:waive_welsh", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:send", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:receive", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:answer", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:tell_first", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:place", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:end_place", "coordinator board-chair", at=Stage.CLOSED, about="place"),
    deed("publication:agree_earlier", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:publish", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:take_down", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:decide_not", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
    deed("publication:tell_of_decision", "coordinator board-chair", at=Stage.FOLLOW_THROUGH),
]  # fmt: skip

MANAGING = ("coordinator", "excluded", "board-chair")
SEEING = (*MANAGING, "subgroup-chair", "auditor")
BOARDS = [
    Row("my_boards", (*SEEING, "other-coordinator"), get=302, only_read=True),
    Row("people", SEEING, about="board", only_read=True),
    Row("add_person", MANAGING, post=200, about="board"),
    Row("person", SEEING, about="person", only_read=True),
    *(
        Row(name, MANAGING, post=200, about="person")
        for name in ("change_person", "join_agency", "give_office")
    ),
    Row("leave_agency", MANAGING, post=200, about="membership"),
    Row("end_office", MANAGING, post=200, about="holding"),
    Row("remove_person", MANAGING, post=302, about="person"),
    Row("leave", MANAGING, post=200, about="person"),
    Row("board_words", MANAGING, post=302, about="board"),
    Row("board_time", SEEING, about="board", only_read=True),
    Row("set_target", MANAGING, post=200, about="target"),
    Row("add_closure", MANAGING, post=200, about="board"),
    Row("remove_closure", MANAGING, post=200, about="closure"),
    Row("set_six_months_end", MANAGING, post=200, about="board"),
    Row("record_annual_report", MANAGING, post=200, about="year"),
    # One's own office, or one manages the board's people; a 404 to the others.
    Row("set_absence", MANAGING, post=200, about="held"),
    Row("end_absence", MANAGING, post=200, about="absence"),
    Row("invite", MANAGING, post=409, about="person"),
    Row("withdraw_invitation", MANAGING, post=302, about="invited"),
    Row("close_account", MANAGING, post=302, about="person"),
    Row("reopen_account", MANAGING, post=302, about="closed"),
]

ON_THE_REGISTER = ("coordinator", "excluded", "subgroup-chair")
REGISTER = [
    Row("panels:register", SEEING, about="board", only_read=True),
    Row("panels:reviewer", SEEING, about="registered", only_read=True),
    Row("panels:enter_reviewer", ON_THE_REGISTER, post=200, about="board"),
    *(
        Row(f"panels:{name}", ON_THE_REGISTER, post=status, about="registered")
        for name, status in (
            ("change_reviewer", 409),  # an empty form says of no version that it saw it
            ("record_training", 200),
            ("reviewer_leaves", 200),
        )
    ),
]

# Pages about the reader's own account: to anybody who has one, and nobody sees another's.
ACCOUNT = {
    "my_account",
    "my_calendar",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "usersessions_list",
    "still_here",
    "task_done",
}
# Theirs who asked for it or made it; tested beside what makes them.
ELSEWHERE = {
    "reviews:scoping_return": "tests/reviews/scoping/test_scoping.py",
    "paper": "tests/common/test_papers.py",
    "paper_file": "tests/common/test_papers.py",
    "mfa_edit_webauthn": "tests/boards/test_signing_in.py",
    "mfa_remove_webauthn": "tests/boards/test_signing_in.py",
    "reviews:confirm": "tests/reviews/confirming/test_confirming.py",
    "reviews:correct_early_action": "tests/reviews/referral/test_early_actions.py",
    "reviews:settle": "tests/reviews/confirming/test_confirming.py",
}


AT_WORK = ("coordinator", "excluded", "board-chair", "subgroup-chair")
WORK = [
    Row("reviews:choose_board_of_work", (*AT_WORK, "other-coordinator"), get=302, only_read=True),
    Row("reviews:add_work", AT_WORK, post=200, about="code"),
    Row("reviews:other_work", (*AT_WORK, "auditor"), about="work",
        only_read=True),
    Row("reviews:change_work", AT_WORK, post=200, about="work"),
    Row("reviews:keep_forum", AT_WORK, post=200, about="work"),
]  # fmt: skip


def rows() -> Iterator[Row]:
    yield from WORK
    yield from CASES
    yield from BOARDS
    yield from REGISTER
