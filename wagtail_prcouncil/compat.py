"""The one place that reaches into what Wagtail keeps to itself or has changed between its versions
(rule A4): a new version is looked at here first.
"""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex


def note_references(model: type[Model], rows: Sequence[Model]) -> None:
    """What `ReferenceIndex.create_or_update_for_object` notes of one row, for many of `model` in
    two queries. Wagtail 7.4 to 8.0 offer it for one row only; the two private methods, which find
    the references and hash their places, are the same in both."""
    kind = ContentType.objects.get_for_model(model)
    root = [model, *model._meta.get_parent_list()][-1]
    base = ContentType.objects.get_for_model(root)
    keys = [str(row.pk) for row in rows]
    ReferenceIndex.objects.filter(base_content_type=base, object_id__in=keys).delete()
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=kind,
            base_content_type=base,
            object_id=str(row.pk),
            to_content_type_id=to_content_type_id,
            to_object_id=to_object_id,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for row in rows
        # A row may refer to the same from one place twice; Wagtail notes it once.
        for to_content_type_id, to_object_id, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(row)
        )
    )
