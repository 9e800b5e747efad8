"""By which key two headlines are known for the same, however they are spelled."""

import hashlib
from typing import Any

from django.db import models

from wagtail_prcouncil.persian.text import fold


def title_key(title: str) -> int | None:
    """64 bits of the folded headline, so that an index of whole numbers finds its like; None for
    one without a letter or digit."""
    folded = fold(title)
    if not folded:
        return None
    digest = hashlib.blake2b(folded.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


class TitleKeyField(models.BigIntegerField):
    """The key of the title beside it, made anew whenever it is written: by a form, by a draft, by
    an import in bulk. Migrations name this path."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"null": True, "editable": False}))

    def pre_save(self, model_instance: models.Model, add: bool) -> int | None:
        key = title_key(model_instance.title)
        setattr(model_instance, self.attname, key)
        return key
