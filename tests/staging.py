"""Setting the stage: writing what a test begins with."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from asgiref.local import Local
from django.db.models import Model
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=Model)

_now = Local()


@contextmanager
def setting_the_stage() -> Iterator[None]:
    """Without Wagtail's index of references, which takes a third of what writing a page costs. What
    a test writes when the stage is set comes into it; for the rest there is `with_references`. May
    be entered within itself; for this thread.
    """
    if getattr(_now, "is_set", False):
        yield
        return
    _now.is_set = True
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        _now.is_set = False


def staged(make: Callable[P, R]) -> Callable[P, R]:
    """Of a function that makes what tests begin with."""

    @functools.wraps(make)
    def made(*arguments: P.args, **options: P.kwargs) -> R:
        with setting_the_stage():
            return make(*arguments, **options)

    return made


def with_references(row: M) -> M:
    """A row of the stage, of whose references Wagtail knows."""
    ReferenceIndex.create_or_update_for_object(row)
    return row
