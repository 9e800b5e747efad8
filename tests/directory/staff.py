"""Who works with the directory in the admin, and what their browsers send."""

from typing import Any

from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from wagtail_prcouncil.directory.models import Agency


def chief() -> Client:
    """A superuser, logged in."""
    return logged_in(User.objects.create_superuser("chief", "chief@example.invalid", "x"))


def with_permissions(*codenames: str) -> Client:
    """Somebody who may enter the admin and do no more than named ("change_agency")."""
    user = User.objects.create_user(f"user-{'-'.join(codenames)}")
    names = ["access_admin", *codenames]
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    return logged_in(user)


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(verb: str, row: Any = None, model: str = "agency") -> str:
    """The address of a view of the admin: "list", "add", "edit", "close"…"""
    name = f"wagtailsnippets_prcouncil_directory_{model}:{verb}"
    return reverse(name, args=[row.pk] if row else [])


def agency_words(*other_names: str, **fields: Any) -> dict[str, Any]:
    """What the editing screen of an agency sends."""
    empty = [
        *["name_en", "code", "parent", "relation", "province", "pr_kind", "founded_on", "website"],
        *["email", "telephone", "postal_code", "address", "address_en", "summary", "summary_en"],
        "logo",
    ]
    words = dict.fromkeys(empty, "") | {"name": "سازمان نمونه", "kind": "organisation"} | fields
    return nested_form_data(
        words | {"other_names": inline_formset([{"name": name} for name in other_names])}
    )


def words_of(agency: Agency, **fields: Any) -> dict[str, Any]:
    """What the screen of an existing agency sends back when nothing but `fields` is changed."""
    kept = {
        "name": agency.name,
        "code": agency.code,
        "kind": agency.kind,
        "parent": agency.parent_id or "",
        "province": agency.province_id or "",
    }
    return agency_words(**(kept | fields))
