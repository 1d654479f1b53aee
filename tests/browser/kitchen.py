"""Every part of the look on a few pages, with no database behind them: for tests and eyes only.

What a case page, a desk, a list, forms and errors look like when the rooms fill them.
"""

import datetime as dt
from types import SimpleNamespace as Thing

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from common import clock, errors
from common.bilingual import is_welsh
from common.forms import DateField, Form, Guidance, PlainTextField
from common.rules import ShownRule
from common.typed import Typed
from guidance.editions import DEFAULT, edition

handler400 = "common.errors.bad_request"
handler403 = "common.errors.forbidden"
handler404 = "common.errors.not_found"
handler500 = "common.errors.server_error"

TODAY = dt.date(2024, 11, 21)


def t(english, welsh):
    return welsh if is_welsh() else english


def rule(key):
    return ShownRule(edition(DEFAULT).limit(key))


class Recommend(Form):
    kind = forms.ChoiceField(
        label="Recommendation",
        choices=[
            ("concise", "Concise review"),
            ("extended", "Extended review"),
            ("none", "No review"),
        ],
        widget=forms.RadioSelect,
    )
    reasons = PlainTextField(
        label="Reasons why no review is recommended", max_length=400, widget=forms.Textarea
    )
    agreed_on = DateField(
        label="Date of the meeting", help_text="For example 27 3 2024", latest=clock.today
    )
    chair = PlainTextField(label="Name of the chair", help_text="As it should stand in the letter.")
    email = forms.EmailField(
        label="E-mail address", widget=forms.EmailInput({"autocomplete": "email"})
    )
    board = forms.ChoiceField(
        label="Who leads", choices=[("", "Choose"), ("be", "Bro Eithin"), ("dc", "Dyffryn Celyn")]
    )
    criteria = forms.MultipleChoiceField(
        label="Criteria met",
        choices=[("death", "A child has died"), ("injury", "A child was seriously harmed")],
        widget=forms.CheckboxSelectMultiple,
    )
    summary = PlainTextField(
        label="Summary", max_length=400, required=False, widget=forms.Textarea({"rows": 4})
    )
    minutes = forms.FileField(label="Minutes of the meeting", required=False)
    password = forms.CharField(
        label="Your password", widget=forms.PasswordInput({"autocomplete": "current-password"})
    )
    sure = forms.BooleanField(label="I have read the referral")

    reveals = {"kind": {"none": ["reasons"]}}
    choice_hints = {
        "kind": {"concise": "The child was not on the register in the last six months."}
    }
    guidance = {
        "kind": Guidance(
            "A review is extended where the child was on the child protection register.",
            "3.4 to 3.12",
        )
    }


class Reader:
    """A signed-in reader, without accounts: what base.html asks of `user`."""

    is_authenticated = True

    def __str__(self):
        return "coordinator@be.demo"


def frame(request, **more):
    board = Thing(
        name=t("Bro Eithin Safeguarding Board", "Bwrdd Diogelu Bro Eithin"), is_fictional=True
    )
    return {"user": Reader(), "board": board, "today": TODAY} | more


def a_pill(kind, english, welsh):
    return Thing(kind=kind, word=t(english, welsh))


def a_stage(state, english, welsh, detail_english, detail_welsh):
    return Thing(state=state, label=t(english, welsh), detail=t(detail_english, detail_welsh))


def case(request: HttpRequest) -> HttpResponse:
    context = frame(
        request,
        reference="BE 3/2024",
        capacity=t("Co-ordinator", "Cydlynydd"),
        pills=[
            a_pill("", "Extended review", "Adolygiad estynedig"),
            a_pill("soon", "Planned past six months", "Cynlluniwyd heibio i chwe mis"),
        ],
        facts=[
            t("Child A and Sibling 1", "Plentyn A a Brawd neu Chwaer 1"),
            t("Bro Eithin leads", "Bro Eithin sy'n arwain"),
            t("Under the 2016 guidance", "O dan ganllawiau 2016"),
            t("Commissioned: 14 July 2024", "Comisiynwyd: 14 Gorffennaf 2024"),
        ],
        fold=t("Stage 5 of 9: Timelines", "Cam 5 o 9: Llinellau amser"),
        stages=[
            a_stage("done", "Referral", "Atgyfeiriad", "12 June", "12 Mehefin"),
            a_stage("done", "Recommendation", "Argymhelliad", "3 July", "3 Gorffennaf"),
            a_stage("done", "Decision", "Penderfyniad", "14 July", "14 Gorffennaf"),
            a_stage("done", "Panel", "Panel", "11 August", "11 Awst"),
            a_stage(
                "now", "Timelines", "Llinellau amser", "6 of 8 returned", "6 o 8 wedi cyrraedd"
            ),
            a_stage(
                "",
                "Learning event",
                "Digwyddiad dysgu",
                "planned: 9 December",
                "cynllun: 9 Rhagfyr",
            ),
            a_stage("", "Report", "Adroddiad", "planned: January", "cynllun: Ionawr"),
            a_stage("", "Board", "Bwrdd", "planned: February", "cynllun: Chwefror"),
            a_stage("", "Published", "Cyhoeddwyd", "after February", "ar ôl Chwefror"),
        ],
        next=Thing(
            heading=t("Merge the agencies' timelines", "Cyfuno llinellau amser yr asiantaethau"),
            sentence=t(
                "The panel chair can release the merged timeline now,"
                " or when every agency has answered.",
                "Gall cadeirydd y panel ryddhau'r llinell amser gyfun yn awr,"
                " neu pan fydd pob asiantaeth wedi ateb.",
            ),
            who=t("Panel chair", "Cadeirydd y panel"),
            due_on=dt.date(2024, 11, 20),
            missing=[
                Thing(
                    sentence=t(
                        "Eithin Health Board: no timeline yet",
                        "Bwrdd Iechyd Eithin: dim llinell amser eto",
                    ),
                    url="#",
                ),
                Thing(
                    sentence=t(
                        "Youth justice service: two queries open",
                        "Gwasanaeth cyfiawnder ieuenctid: dau ymholiad ar agor",
                    ),
                    url="",
                ),
            ],
            button=t("Remind the health board", "Atgoffa'r bwrdd iechyd"),
            button_url="#",
            links=[
                Thing(
                    label=t(
                        "Go on without it, still expected", "Mynd ymlaen hebddi, a'i disgwyl o hyd"
                    ),
                    url="#",
                )
            ],
            kind="",
        ),
        dates=[
            Thing(
                label=t("Agency timelines", "Llinellau amser asiantaethau"),
                day=dt.date(2024, 11, 20),
                shown=rule("agency_return"),
            ),
            Thing(
                label=t("Learning event", "Digwyddiad dysgu"),
                day=dt.date(2024, 12, 2),
                note=t("Moved once", "Symudwyd unwaith"),
            ),
            Thing(
                label=t("Review complete", "Cwblhau'r adolygiad"),
                day=dt.date(2024, 12, 26),
                shown=rule("review_complete"),
            ),
            Thing(
                label=t("First panel meeting", "Cyfarfod cyntaf y panel"),
                day=dt.date(2024, 8, 11),
                met_on=dt.date(2024, 8, 11),
            ),
            Thing(label=t("Publication", "Cyhoeddi"), day=None),
        ],
        people=[
            Thing(
                capacity=t("Panel chair", "Cadeirydd y panel"),
                name="Nia Bowen",
                note=t("Head of Safeguarding, Police", "Pennaeth Diogelu, yr Heddlu"),
            ),
            Thing(
                capacity=t("Reviewer, external", "Adolygydd, allanol"),
                name="Gwenllïan Prŷs",
                note=t("Appointed: 11 August 2024", "Penodwyd: 11 Awst 2024"),
            ),
            Thing(capacity=t("Co-ordinator", "Cydlynydd"), name=t("You", "Chi")),
        ],
        rooms=[
            Thing(label=t(en, cy), state=t(s_en, s_cy), url="#", here=here)
            for en, cy, s_en, s_cy, here in [
                ("Overview", "Trosolwg", "", "", True),
                ("Children and family", "Plant a theulu", "2 of 5 met", "2 o 5", False),
                (
                    "Criteria and decision",
                    "Meini prawf a phenderfyniad",
                    "signed",
                    "llofnodwyd",
                    False,
                ),
                ("Panel", "Panel", "complete", "cyflawn", False),
                ("Timelines", "Llinellau amser", "6 of 8", "6 o 8", False),
                ("Learning event", "Digwyddiad dysgu", "planned", "cynllun", False),
                ("Report", "Adroddiad", "", "", False),
                ("Publication", "Cyhoeddi", "", "", False),
                ("Action plan", "Cynllun gweithredu", "", "", False),
                ("People", "Pobl", "17", "17", False),
                ("Documents", "Dogfennau", "14", "14", False),
                ("History", "Hanes", "", "", False),
            ]
        ],
        days=[
            Thing(
                day=dt.date(2024, 11, 19),
                acts=[
                    Thing(
                        sentence=t(
                            "Education returned its timeline.", "Dychwelwyd llinell amser Addysg."
                        ),
                        who=t("Education", "Addysg"),
                        at=dt.datetime(2024, 11, 19, 16, 12, tzinfo=dt.UTC),
                    ),
                    Thing(
                        sentence=t("The timelines were read.", "Darllenwyd y llinellau amser."),
                        who=t("Co-ordinator", "Cydlynydd"),
                        at=dt.datetime(2024, 11, 19, 9, 2, tzinfo=dt.UTC),
                        reading=True,
                    ),
                ],
            ),
            Thing(
                day=dt.date(2024, 9, 18),
                acts=[
                    Thing(
                        sentence=t(
                            "A hold was recorded until 30 October: criminal trial.",
                            "Cofnodwyd ataliad tan 30 Hydref: treial troseddol.",
                        ),
                        who=t("Panel chair", "Cadeirydd y panel"),
                        at=dt.datetime(2024, 9, 18, 10, 5, tzinfo=dt.UTC),
                        note=t(
                            "Recorded later: 20 September 2024", "Cofnodwyd wedyn: 20 Medi 2024"
                        ),
                    )
                ],
            ),
        ],
    )
    return render(request, "kitchen_case.html", context)


def desk(request: HttpRequest) -> HttpResponse:
    todo = [
        Thing(
            label=t(
                "Remind the health board of its timeline: BE 3/2024",
                "Atgoffa'r bwrdd iechyd o'i linell amser: BE 3/2024",
            ),
            url="#",
            due_on=dt.date(2024, 11, 20),
            what=t(
                "The youth justice service has returned; two queries are open.",
                "Mae'r gwasanaeth cyfiawnder ieuenctid wedi ateb; mae dau ymholiad ar agor.",
            ),
        ),
        Thing(
            label=t(
                "Send Welsh Government the outcome: BE 7/2024",
                "Anfon y canlyniad at Lywodraeth Cymru: BE 7/2024",
            ),
            url="#",
            due_on=dt.date(2024, 11, 24),
            what=t(
                "Agreed by the Board Chair on 18 November.",
                "Cytunwyd gan Gadeirydd y Bwrdd ar 18 Tachwedd.",
            ),
        ),
        Thing(
            label=t(
                "Record why the review is past six months: BE 1/2024",
                "Cofnodi pam mae'r adolygiad heibio i chwe mis: BE 1/2024",
            ),
            url="#",
            due_on=dt.date(2025, 1, 9),
            what=t(
                "Asked each month until the Board accepts the report.",
                "Gofynnir bob mis nes i'r Bwrdd dderbyn yr adroddiad.",
            ),
        ),
    ]
    strip = [
        Thing(
            day=dt.date(2024, 12, 2),
            label=t("Learning event: BE 3/2024", "Digwyddiad dysgu: BE 3/2024"),
            url="#",
        ),
        Thing(day=dt.date(2024, 12, 9), label=t("Board meeting", "Cyfarfod y Bwrdd"), url=""),
        Thing(
            day=dt.date(2024, 12, 26),
            label=t("Six months: BE 3/2024", "Chwe mis: BE 3/2024"),
            url="#",
        ),
    ]
    messages.success(
        request,
        t(
            "The reminder was sent to: Eithin Health Board.",
            "Anfonwyd y nodyn atgoffa at: Bwrdd Iechyd Eithin.",
        ),
    )
    page = Paginator(range(100), 10).page(2)
    chips = [
        Thing(label=t("Late", "Yn hwyr"), url="?", on=True),
        Thing(label=t("Extended", "Estynedig"), url="?late", on=False),
    ]
    return render(
        request,
        "kitchen_desk.html",
        frame(request, todo=todo, strip=strip, none=[], page_obj=page, chips=chips, rows=todo),
    )


def form(request: HttpRequest) -> HttpResponse:
    sent = request.POST or (request.GET if "kind" in request.GET else None)
    asked = Recommend(sent, request.FILES if sent else None)
    context = frame(
        request,
        heading=t("Recommend a review", "Argymell adolygiad"),
        eyebrow="BE 3/2024",
        intro=t(
            "The sub-group's recommendation goes to the Board Chair.",
            "Mae argymhelliad yr is-grŵp yn mynd at Gadeirydd y Bwrdd.",
        ),
        form=asked,
        submit_label=t("Check the answers", "Gwirio'r atebion"),
        cancel_url="/desk",
        back_url="/case",
    )
    if asked.is_bound and asked.is_valid():
        return render(
            request,
            "kitchen_check.html",
            context | {"answers": asked.answers(), "form": Form(), "change_url": "/form"},
        )
    return render(request, "form_page.html", context)


def conflict(request):
    raise errors.Conflict(
        theirs=[Typed("Decision", "Agreed with amendments")],
        mine=[Typed("Reasons", "The child was on the register.")],
    )


def broken(request):
    raise RuntimeError("on purpose")


urlpatterns = [
    path("", desk),
    path("desk", desk),
    path("case", case),
    path("form", form),
    path("conflict", conflict),
    path("broken", broken),
    path("", include("cprs.urls")),  # for wherever a page of ours leads
]
