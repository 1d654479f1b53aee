"""The answers offered about a child or a member of the family. Blank is "not yet recorded"; "not
known" is an answer of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.answers import IT_IS, IT_WAS, THERE_IS

NOT_RECORDED = _("Not yet recorded")
IS_IT = IT_IS.choices(blank=NOT_RECORDED, unknown=_("Not known"))
WAS_IT = IT_WAS.choices(blank=NOT_RECORDED, unknown=_("Not known"))
IS_THERE = THERE_IS.choices(blank=NOT_RECORDED, unknown=_("Not known"))


class YesNoUnknown(models.TextChoices):
    """What the answers are called depends on the question: IS_IT, WAS_IT, IS_THERE."""

    NOT_SAID = "", _("Not yet recorded")
    YES = "yes", IT_IS.yes
    NO = "no", IT_IS.no
    UNKNOWN = "unknown", _("Not known")


class AgeUnit(models.TextChoices):
    NOT_SAID = "", _("Not yet recorded")
    YEARS = "years", _("Years")
    MONTHS = "months", _("Months")
    WEEKS = "weeks", _("Weeks")
    DAYS = "days", _("Days")


class Sex(models.TextChoices):
    NOT_SAID = "", _("Not yet recorded")
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    INDETERMINATE = "indeterminate", _("Indeterminate")
    UNKNOWN = "unknown", _("Not known")


class Gender(models.TextChoices):
    NOT_SAID = "", _("Not yet recorded")
    GIRL = "girl", _("Girl or young woman")
    BOY = "boy", _("Boy or young man")
    NON_BINARY = "non_binary", _("Non-binary")
    OTHER = "other", _("In another way")
    UNKNOWN = "unknown", _("Not known")


class Ethnicity(models.TextChoices):
    """The groups of the Census of 2021 in Wales."""

    NOT_SAID = "", _("Not yet recorded")
    WHITE_BRITISH = "white_british", _("White: Welsh, English, Scottish, Northern Irish or British")
    WHITE_IRISH = "white_irish", _("White: Irish")
    WHITE_TRAVELLER = "white_traveller", _("White: Gypsy or Irish Traveller")
    WHITE_ROMA = "white_roma", _("White: Roma")
    WHITE_OTHER = "white_other", _("White: another White background")
    MIXED_CARIBBEAN = "mixed_caribbean", _("Mixed: White and Black Caribbean")
    MIXED_AFRICAN = "mixed_african", _("Mixed: White and Black African")
    MIXED_ASIAN = "mixed_asian", _("Mixed: White and Asian")
    MIXED_OTHER = "mixed_other", _("Mixed: another Mixed or Multiple background")
    ASIAN_INDIAN = "asian_indian", _("Asian: Indian")
    ASIAN_PAKISTANI = "asian_pakistani", _("Asian: Pakistani")
    ASIAN_BANGLADESHI = "asian_bangladeshi", _("Asian: Bangladeshi")
    ASIAN_CHINESE = "asian_chinese", _("Asian: Chinese")
    ASIAN_OTHER = "asian_other", _("Asian: another Asian background")
    BLACK_AFRICAN = "black_african", _("Black: African")
    BLACK_CARIBBEAN = "black_caribbean", _("Black: Caribbean")
    BLACK_OTHER = "black_other", _("Black: another Black background")
    ARAB = "arab", _("Another group: Arab")
    OTHER = "other", _("Another ethnic group")
    UNKNOWN = "unknown", _("Not known")


class Language(models.TextChoices):
    NOT_SAID = "", _("Not yet recorded")
    WELSH = "welsh", _("Welsh")
    ENGLISH = "english", _("English")
    BOTH = "both", _("Welsh and English")
    BSL = "bsl", _("British Sign Language")
    OTHER = "other", _("Another language")
    UNKNOWN = "unknown", _("Not known")


class Religion(models.TextChoices):
    NOT_SAID = "", _("Not yet recorded")
    NONE = "none", _("No religion")
    CHRISTIAN = "christian", _("Christian")
    BUDDHIST = "buddhist", _("Buddhist")
    HINDU = "hindu", _("Hindu")
    JEWISH = "jewish", _("Jewish")
    MUSLIM = "muslim", _("Muslim")
    SIKH = "sikh", _("Sikh")
    OTHER = "other", _("Another religion")
    UNKNOWN = "unknown", _("Not known")


class Authority(models.TextChoices):
    """The principal areas of Wales: where the child is or was normally resident (§5.3)."""

    NOT_SAID = "", _("Not yet recorded")
    BLAENAU_GWENT = "blaenau_gwent", _("Blaenau Gwent")
    BRIDGEND = "bridgend", _("Bridgend")
    CAERPHILLY = "caerphilly", _("Caerphilly")
    CARDIFF = "cardiff", _("Cardiff")
    CARMARTHENSHIRE = "carmarthenshire", _("Carmarthenshire")
    CEREDIGION = "ceredigion", _("Ceredigion")
    CONWY = "conwy", _("Conwy")
    DENBIGHSHIRE = "denbighshire", _("Denbighshire")
    FLINTSHIRE = "flintshire", _("Flintshire")
    GWYNEDD = "gwynedd", _("Gwynedd")
    ANGLESEY = "anglesey", _("Isle of Anglesey")
    MERTHYR_TYDFIL = "merthyr_tydfil", _("Merthyr Tydfil")
    MONMOUTHSHIRE = "monmouthshire", _("Monmouthshire")
    NEATH_PORT_TALBOT = "neath_port_talbot", _("Neath Port Talbot")
    NEWPORT = "newport", _("Newport")
    PEMBROKESHIRE = "pembrokeshire", _("Pembrokeshire")
    POWYS = "powys", _("Powys")
    RHONDDA_CYNON_TAF = "rhondda_cynon_taf", _("Rhondda Cynon Taf")
    SWANSEA = "swansea", _("Swansea")
    TORFAEN = "torfaen", _("Torfaen")
    VALE_OF_GLAMORGAN = "vale_of_glamorgan", _("Vale of Glamorgan")
    WREXHAM = "wrexham", _("Wrexham")
    ENGLAND = "england", _("An authority in England")
    ELSEWHERE = "elsewhere", _("Elsewhere")
    UNKNOWN = "unknown", _("Not known")


class Setting(models.TextChoices):
    """What kind of school or setting; never which."""

    NOT_SAID = "", _("Not yet recorded")
    NONE_YET = "none_yet", _("None: too young")
    EARLY_YEARS = "early_years", _("Nursery, childminder or other early years")
    PRIMARY = "primary", _("Primary school")
    SECONDARY = "secondary", _("Secondary school")
    THROUGH = "through", _("Middle or all-through school")
    SPECIAL = "special", _("Special school")
    INDEPENDENT = "independent", _("Independent school")
    EOTAS = "eotas", _("Education other than at school")
    HOME = "home", _("Electively home educated")
    MISSING = "missing", _("Not in education, or missing from it")
    COLLEGE = "college", _("College, training or work")
    UNKNOWN = "unknown", _("Not known")


class LegalStatus(models.TextChoices):
    """The child's status in law before the event (Annex 2, box 1)."""

    NOT_SAID = "", _("Not yet recorded")
    NO_ORDER = "no_order", _("No order: in the care of parents")
    UNBORN = "unborn", _("Not yet born")
    SUPERVISION = "supervision", _("Supervision order, interim or full")
    ARRANGEMENTS = "arrangements", _("Child arrangements order")
    GUARDIANSHIP = "guardianship", _("Special guardianship order")
    VOLUNTARY = "voluntary", _("Looked after by agreement (section 76)")
    INTERIM_CARE = "interim_care", _("Interim care order (section 38)")
    CARE = "care", _("Care order (section 31)")
    PLACEMENT = "placement", _("Placement order")
    ADOPTED = "adopted", _("Adopted")
    EMERGENCY = "emergency", _("Emergency protection order or police protection")
    REMAND = "remand", _("Remanded or in custody")
    OTHER = "other", _("Another status")
    UNKNOWN = "unknown", _("Not known")


class LivedWith(models.TextChoices):
    """With whom the child lived at the event."""

    NOT_SAID = "", _("Not yet recorded")
    BOTH_PARENTS = "both_parents", _("Both parents")
    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    MOTHER_AND_PARTNER = "mother_and_partner", _("Mother and a partner of hers")
    FATHER_AND_PARTNER = "father_and_partner", _("Father and a partner of his")
    BETWEEN = "between", _("In turn with each parent")
    RELATIVES = "relatives", _("Grandparents or other relatives")
    ADOPTERS = "adopters", _("Adoptive parents")
    FOSTER = "foster", _("Foster carers")
    RESIDENTIAL = "residential", _("Children's home or other residential care")
    HOSPITAL = "hospital", _("Hospital, since birth")
    SECURE = "secure", _("Secure accommodation or custody")
    INDEPENDENT = "independent", _("Alone or with a partner")
    NO_HOME = "no_home", _("No fixed address")
    OTHER = "other", _("Another arrangement")
    UNKNOWN = "unknown", _("Not known")


class Home(models.TextChoices):
    """The homes of the people of a case at the event, by number: no address stands here."""

    ONE = "1", _("Home 1")
    TWO = "2", _("Home 2")
    THREE = "3", _("Home 3")
    FOUR = "4", _("Home 4")
    FIVE = "5", _("Home 5")
    SIX = "6", _("Home 6")
    UNKNOWN = "unknown", _("Home not known")


class Kin(models.TextChoices):
    """What somebody is to the child. Fathers and new partners are named as such."""

    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    MOTHERS_PARTNER = "mothers_partner", _("Partner of the mother")
    FATHERS_PARTNER = "fathers_partner", _("Partner of the father")
    FORMER_PARTNER = "former_partner", _("Former partner of a parent")
    STEP_PARENT = "step_parent", _("Step-parent")
    ADOPTIVE_PARENT = "adoptive_parent", _("Adoptive parent")
    FOSTER_CARER = "foster_carer", _("Foster carer")
    KINSHIP_CARER = "kinship_carer", _("Kinship carer")
    SIBLING = "sibling", _("Brother or sister")
    HALF_SIBLING = "half_sibling", _("Half-brother or half-sister")
    STEP_SIBLING = "step_sibling", _("Stepbrother or stepsister")
    GRANDPARENT = "grandparent", _("Grandparent")
    OTHER_RELATIVE = "other_relative", _("Another relative")
    OTHER_CARER = "other_carer", _("Another carer")
    OTHER_ADULT = "other_adult", _("Another adult of the household")
    OTHER_CHILD = "other_child", _("Another child of the household")

    @property
    def is_caring(self) -> bool:
        """A parent, a parent's partner or a carer: asked to take part, or it is said why not."""
        return self in CARING


CARING = frozenset(
    {
        Kin.MOTHER,
        Kin.FATHER,
        Kin.MOTHERS_PARTNER,
        Kin.FATHERS_PARTNER,
        Kin.STEP_PARENT,
        Kin.ADOPTIVE_PARENT,
        Kin.FOSTER_CARER,
        Kin.KINSHIP_CARER,
        Kin.OTHER_CARER,
    }
)
