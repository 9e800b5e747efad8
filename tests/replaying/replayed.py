"""The mark of functions that make what many tests begin with."""

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from django.db import models
from django.utils import translation

from tests.replaying import keeping
from tests.replaying.keys import key_of
from tests.replaying.recorder import recorder

Given = ParamSpec("Given")
Made = TypeVar("Made", bound=models.Model)


def replayed(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """The function makes a row and what belongs to it, and changes nothing that it is given. What
    it returns is read anew, whether the function has run or its tape."""

    @functools.wraps(make)
    def made(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        def key() -> Any:
            held = frozenset((name, value) for name, (value, _until) in keeping.held().items())
            return make, key_of(args), key_of(kwargs), translation.get_language(), held

        return cast(Made, recorder.call(lambda: make(*args, **kwargs), key))

    return made
