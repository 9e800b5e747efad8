"""The editing form of a charter as a browser sends it."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from wagtail_prcouncil.charters.models import Charter


def provision(label: str, text: str = "متن", **said: Any) -> tuple[str, Any]:
    """A clause as it is typed; `parts` are such."""
    parts = said.pop("parts", None)
    typed_in: dict[str, Any] = {
        "anchor": "",
        "label": label,
        "heading": "",
        "text": rich_text(f"<p>{text}</p>"),
        "note": rich_text(""),
        "rationale": rich_text(""),
    } | said
    return "clause", typed_in | ({"parts": streamfield(parts)} if parts is not None else {})


def other(**fields: Any) -> dict[str, Any]:
    """What the form asks for besides the words of the text."""
    flat: dict[str, Any] = nested_form_data(
        {
            "slug": "a-charter",
            "seo_title": "",
            "search_description": "",
            "summary": "",
            "picture": "",
            "gallery": inline_formset([]),
            "go_live_at": "",
            "expire_at": "",
        }
        | fields
    )
    return flat | {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}


def words(*clauses: tuple[str, Any], **fields: Any) -> dict[str, Any]:
    """The words of the text."""
    flat: dict[str, Any] = nested_form_data(
        {
            "title": "میثاق‌نامه",
            "scope": "",
            "preamble": rich_text(""),
            "clauses": streamfield(list(clauses)),
            "appendices": streamfield([]),
            "references": streamfield([]),
        }
        | fields
    )
    return flat


def save(admin: Client, one: Charter, **sent: Any) -> Any:
    return admin.post(reverse("wagtailadmin_pages:edit", args=[one.page_id]), sent)


def opened(admin: Client, one: Charter) -> Any:
    return admin.get(reverse("wagtailadmin_pages:edit", args=[one.page_id]))
