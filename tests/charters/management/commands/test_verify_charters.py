"""`verify_charters` proves a database, and fails on a tampered row."""

import json
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.documents import get_document_model

from tests.charters.making import adopted, charter, in_english
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import CharterVersion


def verified() -> str:
    out = StringIO()
    call_command("verify_charters", stdout=out)
    return out.getvalue()


def tamper(version: CharterVersion, **columns: object) -> None:
    """As somebody with the database in hand does, past the model and past the trigger."""
    table = CharterVersion._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        for name, value in columns.items():
            sql = f"UPDATE {table} SET {name} = %s WHERE id = %s"  # noqa: S608 (names of ours)
            cursor.execute(sql, [json.dumps(value), version.pk])
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = origin")


def test_it_proves_what_was_adopted_in_all_languages(site: SmallSite) -> None:
    one = charter(council(site))
    in_english(one, site)
    adopted(one)
    assert "1 adopted versions" in verified()


def test_it_fails_on_a_word_that_was_changed(site: SmallSite) -> None:
    one = charter(council(site))
    in_english(one, site)
    version = adopted(one)
    texts = json.loads(json.dumps(version.texts))
    texts["en"]["clauses"][1]["text"] = "<p>Whatever we like.</p>"
    tamper(version, texts=texts)
    with pytest.raises(CommandError, match="1 findings in 1"):
        verified()


def test_it_fails_where_a_language_or_a_hash_is_gone(site: SmallSite) -> None:
    one = charter(council(site))
    in_english(one, site)
    version = adopted(one)
    tamper(version, texts={"fa": version.texts["fa"]})
    assert CharterVersion.objects.get(pk=version.pk).false_digests() == ["en"]
    tamper(version, texts=version.texts, digests={"fa": version.digests["fa"]})
    assert CharterVersion.objects.get(pk=version.pk).false_digests() == ["en"]
    tamper(version, texts={}, digests={})
    with pytest.raises(CommandError):
        verified()


def test_it_fails_where_the_file_of_an_appendix_is_another(site: SmallSite) -> None:
    document = get_document_model()(title="پیوست فنی")
    document.file.save("appendix.txt", ContentFile(b"one"))
    value = {"title": "پیوست ۱", "text": "", "document": document.pk}
    one = charter(council(site), appendices=[{"type": "appendix", "value": value, "id": "a"}])
    adopted(one)
    assert verified()
    with document.file.storage.open(document.file.name, "wb") as file:
        file.write(b"other")
    with pytest.raises(CommandError):
        verified()
