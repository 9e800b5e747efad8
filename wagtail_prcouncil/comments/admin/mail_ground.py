"""What the outbox's list says of mail to commenters, and to whom it shows it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.scopes import NOTHING, scope_of, within
from wagtail_prcouncil.comments.states import Right
from wagtail_prcouncil.outbox.grounds import Ground, Subject

ABOUT = "comment:"
EVENTS = {
    "decided": _("Comment decided"),
    "answered": _("Comment answered officially"),
    "own_data": _("Own data, asked for by a reader"),
}


def mail_ground() -> Ground:
    return Ground("comments", EVENTS, subjects, seen_by)


def subjects(abouts: Iterable[str]) -> Mapping[str, Subject]:
    """Comments by "comment:17", by the page below which each stands: words of readers are not for
    a list. What goes to an address alone is about no comment."""
    keys = [about.removeprefix(ABOUT) for about in abouts if about.startswith(ABOUT)]
    rows = ReaderComment.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    told = gettext("Comment on “%(page)s”")
    return {
        f"{ABOUT}{key}": Subject(
            told % {"page": title}, reverse("prcouncil_comments_comment", args=[key])
        )
        for key, title in rows.values_list("pk", "thread__page_title")
    }


def seen_by(user: Any) -> Q:
    """Mail about comments of which the user may see the reader's address."""
    scope = scope_of(user, Right.VIEW_ORIGINAL)
    if scope == NOTHING:
        return Q(pk__in=())
    rows = within(ReaderComment.objects.order_by(), scope)
    about = Concat(Value(ABOUT), Cast("pk", CharField()))
    return Q(about__in=rows.annotate(mail_about=about).values("mail_about"))
