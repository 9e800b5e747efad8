"""Links in a revision to rows that are gone by the time it is opened.

What protects a row from deletion are the rows of the database; a draft that alone names it does
not count. modelcluster then refuses to open the draft, with an error no view expects.
"""

from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations

# What modelcluster itself has an answer for.
ANSWERED = (models.CASCADE, models.SET_NULL, models.DO_NOTHING)


def without_dangling_links(model: type[models.Model], content: dict[str, Any]) -> dict[str, Any]:
    """A revision's content with emptied links where the linked row no longer exists: the form then
    asks for another, and publishing needs none."""
    kept = dict(content)
    for field in model._meta.concrete_fields:
        if _dangles(field, kept.get(field.name)):
            kept[field.name] = None
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if kept.get(name):
            children = kept[name]
            kept[name] = [without_dangling_links(relation.related_model, row) for row in children]
    return kept


def _dangles(field: models.Field, value: object) -> bool:
    if value is None or not isinstance(field, models.ForeignKey):
        return False
    if field.remote_field.parent_link or field.remote_field.on_delete in ANSWERED:
        return False
    rows = field.remote_field.model._default_manager
    return not rows.filter(**{str(field.remote_field.field_name): value}).exists()
