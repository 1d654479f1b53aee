"""What a board has set, for its page."""

from django.db.models import QuerySet

from boards.models import Board
from deadlines.models import AnnualReport, Closure


def closures_of(board: Board) -> QuerySet[Closure]:
    return Closure.objects.filter(board=board)


def closure_of(board: Board, pk: int) -> Closure | None:
    """One closure of this board and of no other."""
    return closures_of(board).filter(pk=pk).first()


def annual_reports_of(board: Board) -> QuerySet[AnnualReport]:
    """Those that are recorded, the newest first."""
    return AnnualReport.objects.filter(board=board)
