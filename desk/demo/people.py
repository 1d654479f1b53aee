"""Who the people of the demo are: plainly invented names, a post, an agency, a language."""

from dataclasses import dataclass

from boards.models import Hold, Language, Office

CY, EN, UNKNOWN = Language.WELSH, Language.ENGLISH, Language.UNKNOWN


@dataclass(frozen=True)
class Part:
    """One person of a board. `role` is also the address: <role>@<board>.demo."""

    role: str
    name: str
    title: str
    language: Language = EN
    agency: str = ""
    office: Office | None = None
    hold: Hold = Hold.HOLDER


PEOPLE = {
    "be": (
        Part("coordinator", "Mali Rhedyn", "Business Manager", CY, "", Office.COORDINATOR),
        Part(
            "coordinator-before",
            "Gwilym Brwyn",
            "Review Officer",
            CY,
            "",
            Office.COORDINATOR,
            Hold.JOINT,
        ),
        Part(
            "board-chair",
            "Huw Derwen",
            "Corporate Director of Social Services",
            CY,
            "social-services",
            Office.BOARD_CHAIR,
        ),
        Part(
            "vice-chair",
            "Catherine Larkspur",
            "Executive Director of Nursing",
            EN,
            "health",
            Office.BOARD_CHAIR,
            Hold.DEPUTY,
        ),
        Part(
            "subgroup-chair",
            "Owen Foxglove",
            "Head of Safeguarding",
            EN,
            "police",
            Office.SUBGROUP_CHAIR,
        ),
        Part("panel-chair", "Nia Helyg", "Head of Inclusion", CY, "education"),
        Part("reviewer", "David Marigold", "Independent reviewer"),
        Part("reviewer-local", "Sioned Banadl", "Designated nurse", UNKNOWN, "health"),
        Part("panel-member", "James Thistle", "Detective Chief Inspector", EN, "police"),
        Part("agency-author", "Lowri Briallu", "Named nurse", CY, "health"),
        Part(
            "board-member",
            "Ruth Campion",
            "Chief Executive",
            UNKNOWN,
            "families",
            Office.BOARD_MEMBER,
        ),
        Part("auditor", "Gareth Onnen", "Data Protection Officer", CY, "", Office.AUDITOR),
        Part("outsider", "Emma Bracken", "Social worker", EN, "social-services"),
    ),
    "dc": (
        Part("coordinator", "Rhys Eiddew", "Business Manager", EN, "", Office.COORDINATOR),
        Part(
            "board-chair",
            "Angharad Meillion",
            "Independent Chair of the Board",
            CY,
            "",
            Office.BOARD_CHAIR,
        ),
        Part(
            "vice-chair",
            "Peter Hawthorn",
            "Assistant Chief Constable",
            EN,
            "police",
            Office.BOARD_CHAIR,
            Hold.DEPUTY,
        ),
        Part(
            "subgroup-chair",
            "Bethan Criafol",
            "Associate Director of Safeguarding",
            CY,
            "health",
            Office.SUBGROUP_CHAIR,
        ),
        Part("panel-chair", "Martin Sorrel", "Head of Probation", EN, "probation"),
        Part("reviewer", "Elin Llygad", "Independent reviewer", CY),
        Part(
            "reviewer-local", "Joanna Teasel", "Principal educational psychologist", EN, "education"
        ),
        Part("panel-member", "Dafydd Ysgall", "Service Manager", CY, "social-services"),
        Part("agency-author", "Sarah Clover", "School safeguarding lead", UNKNOWN, "education"),
        Part(
            "board-member",
            "Idris Bedwen",
            "Director of Housing",
            CY,
            "housing",
            Office.BOARD_MEMBER,
        ),
        Part("auditor", "Helen Tansy", "Data Protection Officer", EN, "", Office.AUDITOR),
        Part("outsider", "Aled Gwern", "Youth worker", UNKNOWN, "young-people"),
    ),
}

WITHOUT_ACCOUNT = {
    "be": (
        Part(
            "subgroup-deputy",
            "Llinos Fioled",
            "Head of Children's Services",
            CY,
            "social-services",
            Office.SUBGROUP_CHAIR,
            Hold.DEPUTY,
        ),
        Part("member-social-services", "Tom Yarrow", "Service Manager", EN, "social-services"),
        Part("member-health", "Non Meillionen", "Head of Safeguarding", CY, "health"),
        Part(
            "member-education", "Carys Ffawydd", "Safeguarding in education lead", CY, "education"
        ),
        Part("member-housing", "Alan Burdock", "Head of Support", UNKNOWN, "housing"),
        Part(
            "subgroup-member",
            "Grace Tormentil",
            "Head of Service",
            EN,
            "probation",
            Office.SUBGROUP_MEMBER,
        ),
    ),
    "dc": (
        Part("member-police", "Susan Madder", "Detective Superintendent", EN, "police"),
        Part("member-health", "Iolo Banhadlen", "Head of Nursing", CY, "health"),
        Part("member-education", "Fflur Gellyg", "Inclusion Manager", CY, "education"),
        Part("member-young-people", "Karen Willow", "Project Manager", UNKNOWN, "young-people"),
        Part(
            "subgroup-member",
            "Neil Comfrey",
            "Head of Service",
            EN,
            "housing",
            Office.SUBGROUP_MEMBER,
        ),
    ),
}
