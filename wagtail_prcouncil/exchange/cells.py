"""How long a cell may be (`IMPORT_MAX_CELL_LENGTH`, in characters): a longer one is a mistake of
its line, not of the file."""

from django.utils.translation import gettext

from wagtail_prcouncil import conf
from wagtail_prcouncil.pages.numerals import in_numerals


def cut(cell: str) -> str:
    """Whatever came, with no more than it takes to know that it is too long."""
    return cell[: conf.import_max_cell_length() + 1]


def is_too_long(cell: str) -> bool:
    return len(cell) > conf.import_max_cell_length()


def too_long() -> str:
    sentence = gettext("A cell has more than %(count)s characters.")
    return sentence % {"count": in_numerals(conf.import_max_cell_length())}
