"""What actions write on a row that editors have revisions of (rule A17)."""

from typing import Any, ClassVar, Self

from django.db import models
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations

from wagtail_prcouncil.pages.dangling_links import without_dangling_links


class LiveFieldsMixin(models.Model):
    """A revision carries words, never state.

    `live_fields` names the columns that only actions write, by `QuerySet.update` or by naming
    them in `update_fields`: a revision never brings an old value of these back, and a stale
    instance never overwrites them. For pages and for snippets with revisions alike.
    """

    live_fields: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """An existing row writes its words only."""
        existing = self.pk and not self._state.adding
        if existing and self.live_fields and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = self._word_fields()
        return super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """The revision's words on the row's own state, without links to rows that are gone."""
        revised = super().with_content_json(without_dangling_links(type(self), content))
        if self.live_fields:
            rows = type(self)._base_manager.filter(pk=self.pk)
            for name, value in (rows.values(*self.live_fields).first() or {}).items():
                setattr(revised, type(self)._meta.get_field(name).attname, value)
        return revised

    def _word_fields(self) -> list[str]:
        """Names of all that `save` may write: everything but the key and the live fields."""
        columns = [
            field.name
            for field in type(self)._meta.concrete_fields
            if not field.primary_key and field.name not in self.live_fields
        ]
        relations = [relation.get_accessor_name() for relation in get_all_child_relations(self)]
        return columns + relations + [f.name for f in get_all_child_m2m_relations(self)]
