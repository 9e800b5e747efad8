"""The one place that reaches into what Wagtail keeps to itself, or what it or Django has changed
between versions (rule A4): a new version is looked at here first.
"""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.mail.backends import smtp
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Model
from wagtail import permissions
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.base import BasePermissionPolicy


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


def note_parent(page: Page, parent: Page) -> None:
    """What Wagtail leaves with a page to which it has come from the one above: `get_parent` then
    asks no query."""
    page._cached_parent_obj = parent


def mail_backend() -> BaseEmailBackend:
    """The site's way to send mail: Django 6.1 has `mailers`, earlier ones `get_connection`."""
    mailers = getattr(mail, "mailers", None)
    return mailers.default if mailers is not None else mail.get_connection()


def mail_timeout() -> float | None:
    """After how many seconds the site's mail server is no longer waited for; None: never. Other
    backends than SMTP are taken to look after themselves."""
    backend = mail_backend()
    return backend.timeout if isinstance(backend, smtp.EmailBackend) else 0


def register_policy(model: type[Model], policy: BasePermissionPolicy) -> None:
    """Wagtail 8.0 keeps permission policies in a registry; in 7.4 a view set's own property is
    all there is."""
    register = getattr(permissions, "register_permission_policy", None)
    if register is not None:
        register(model, policy, exact_class=True)
