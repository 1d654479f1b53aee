"""Why reviews take longer than planned: the causes that the studies of Child Practice Reviews found
(Care and Social Services Inspectorate, 2015; Cardiff University, 2019). A delay has one or more."""

from guidance.words import Worded, noop


class Cause(Worded):
    """One cause of delay. `other` says nothing without words of its own."""

    DIARIES = "diaries", noop("Finding days for the panel")
    NO_REVIEWER = "no_reviewer", noop("No reviewer available")
    REVIEWER_CAPACITY = "reviewer_capacity", noop("The reviewer's other work")
    BETWEEN_MEETINGS = "between_meetings", noop("Too long between panel meetings")
    NUMBER_OF_MEETINGS = "number_of_meetings", noop("More panel meetings than planned")
    SAME_PEOPLE = "same_people", noop("The same people sit on the panel and the sub-group")
    PRACTITIONERS = "practitioners", noop("Practitioners could not come to the event")
    AGENCY_TIMELINE = "agency_timeline", noop("An agency's timeline came late")
    CRIMINAL = "criminal", noop("Criminal proceedings")
    INQUEST = "inquest", noop("Inquest")
    OTHER_REVIEW = "other_review", noop("Domestic homicide review or another review")
    DISCIPLINARY = "disciplinary", noop("Disciplinary process")
    FAMILY = "family", noop("Family proceedings, or contact with the family")
    BOARD_TIME = "board_time", noop("Time for the Board to sign off")
    RE_EDITED = "re_edited", noop("The report was edited again")
    LEGAL = "legal", noop("Legal advice or disclosure")
    TRANSLATION = "translation", noop("Translation")
    ANONYMISATION = "anonymisation", noop("Anonymisation")
    OTHER = "other", noop("Another cause")
