"""What wagtail-localize knows of the outlet, by the name and in the words that it has now.

It keeps translations by the name of the field and by the words that were translated; of both it
would find none at the next synchronisation, and put the original in their place.
"""

import uuid
from collections.abc import Callable
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OPENING = "به گزارش "
# wagtail-localize finds names and words by these (TranslationContext and String).
PATHS = uuid.UUID("fcab004a-2b50-11ea-978f-2e728ce88125")
STRINGS = uuid.UUID("59ed7d1c-7eb5-45fa-9c8b-7a7057ed56d7")
MODELS = ("TranslationContext", "String", "StringTranslation", "StringSegment")


def rename(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _move(apps, schema_editor, "source_line", "source_outlet", _without_opening)


def rename_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _move(apps, schema_editor, "source_outlet", "source_line", _with_opening)


def _move(
    apps: Apps,
    schema_editor: BaseDatabaseSchemaEditor,
    old: str,
    new: str,
    reword: Callable[[str, Any], str],
) -> None:
    # No dependency: a site may begin with wagtail-localize after this migration, or never.
    try:
        models = [apps.get_model("wagtail_localize", name) for name in MODELS]
    except LookupError:
        return
    connection = schema_editor.connection
    if not {model._meta.db_table for model in models} <= set(
        connection.introspection.table_names()
    ):
        return
    contexts, strings, translations, segments = (
        model._base_manager.using(connection.alias) for model in models
    )
    news = apps.get_model("prcouncil_news", "NewsPage").objects.using(connection.alias)
    keys = news.values("translation_key")
    for context in contexts.filter(path=old, object__translation_key__in=keys):
        # A synchronisation since may have made the new name, without translations.
        named = contexts.filter(object=context.object_id, path=new).first()
        if named is None:
            context.path = context.field_path = new
            context.path_id = uuid.uuid5(PATHS, new)
            context.save()
            named = context
        for segment in segments.filter(context=context).select_related("string"):
            segment.context, segment.string = named, _reworded(strings, segment.string, reword)
            segment.save()
        for row in translations.filter(context=context).select_related("translation_of", "locale"):
            row.context = named
            row.translation_of = _reworded(strings, row.translation_of, reword)
            row.data = reword(row.data, row.locale)
            taken = translations.filter(
                context=named, translation_of=row.translation_of, locale=row.locale
            )
            if not taken.exclude(pk=row.pk).exists():
                row.save()


def _reworded(strings: Any, string: Any, reword: Callable[[str, Any], str]) -> Any:
    data = reword(string.data, string.locale)
    known = {"data_hash": uuid.uuid5(STRINGS, data), "defaults": {"data": data}}
    return strings.get_or_create(locale_id=string.locale_id, **known)[0]


def _without_opening(words: str, locale: Any) -> str:
    return words.removeprefix(OPENING)


def _with_opening(words: str, locale: Any) -> str:
    is_persian = locale.language_code == "fa"
    return OPENING + words.removeprefix(OPENING) if is_persian else words


class Migration(migrations.Migration):
    dependencies = [("prcouncil_news", "0003_outlet_without_opening")]

    operations = [migrations.RunPython(rename, rename_back)]
