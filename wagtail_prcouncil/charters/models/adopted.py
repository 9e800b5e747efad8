"""What a charter's page says while its text is adopted and no draft is open."""

import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models.version import CharterVersion

_KEY = re.compile(r' data-block-key="[^"]*"')


class AdoptedWordsMixin:
    """Mixed into pages of charters, before whatever reads and writes revisions: no form, no
    revision and no translation changes the words of an adopted text until the next version is
    begun. Readers are shown the frozen text in any case; this keeps the page in step with it.
    """

    _is_of_revision = False

    def adopted_version(self) -> CharterVersion | None:
        """The version whose frozen text this page holds. None while a draft is open, and where
        nothing was adopted in its language: a translation that came later is still written."""
        page = self.alias_of or self
        found = CharterVersion.objects.filter(charter__key=page.translation_key)
        latest: CharterVersion | None = found.order_by("-number").first()
        frozen = latest is not None and latest.is_frozen
        return latest if frozen and page.locale.language_code in latest.texts else None

    def adopted_text(self) -> Mapping[str, Any] | None:
        """The frozen text of that version in the page's language; None as above."""
        page, version = self.alias_of or self, self.adopted_version()
        return version.texts[page.locale.language_code] if version else None

    def say_again(self, text: Mapping[str, Any]) -> None:
        """Take the words of a frozen text back, those that differ; stores nothing."""
        for name, value in self._differing(text).items():
            setattr(self, name, value)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """The revision's words, for whoever looks at it; `save` knows where they come from."""
        revised: Self = super().with_content_json(content)
        revised._is_of_revision = True
        return revised

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Publishing an older revision (by a schedule, by a workflow, for an alias) asks no form:
        it brings back its pictures and its summary, and leaves the words as they were adopted."""
        if self._is_of_revision:
            text = self.adopted_text()
            if text is not None:
                self.say_again(text)
        return super().save(*args, **kwargs)

    def check_open(self) -> None:
        """Raise ValidationError beside the words of an adopted text that differ from it. A live row
        that still says what it said before the adoption changes nothing, and neither does a page
        that is made anew after its translation was deleted; a revision of then does."""
        text = None if self._state.adding else self.adopted_text()
        if text is None:
            return
        changed = set(self._differing(text))
        if changed and not self._is_of_revision:
            stored = type(self)._base_manager.filter(pk=self.pk).first()
            changed -= self._as_in(stored) if stored else set()
        if changed:
            sentence = gettext("This text is adopted. Begin a new version to change it.")
            raise ValidationError(dict.fromkeys(sorted(changed), sentence))

    def _as_in(self, other: Self) -> set[str]:
        """Fields of words that say the same on both."""
        one = texts.stream_of(texts.words_of(self, with_digests=False))
        two = texts.stream_of(texts.words_of(other, with_digests=False))
        return {
            name for name in texts.WORDS if _without_keys(one[name]) == _without_keys(two[name])
        }

    def _differing(self, text: Mapping[str, Any]) -> dict[str, Any]:
        """Fields that say something else than a frozen text, with its value. Both sides are read
        by the page's own fields: a document that was deleted or renamed since is no change."""
        stored = texts.stream_of(text)
        fields = {name: self._meta.get_field(name) for name in texts.WORDS}
        adopted = {name: field.to_python(stored[name]) for name, field in fields.items()}
        now = texts.stream_of(texts.words_of(self, with_digests=False))
        meant = texts.stream_of(texts.words_of(SimpleNamespace(**adopted), with_digests=False))
        return {
            name: adopted[name]
            for name in texts.WORDS
            if _without_keys(now[name]) != _without_keys(meant[name])
        }


def _without_keys(value: Any) -> Any:
    """Wagtail's editor marks paragraphs by keys, and has one where there is nothing: neither says
    anything."""
    if isinstance(value, str):
        return _KEY.sub("", value).removeprefix("<p></p>")
    if isinstance(value, list):
        return [_without_keys(one) for one in value]
    if isinstance(value, dict):
        return {name: _without_keys(one) for name, one in value.items()}
    return value
