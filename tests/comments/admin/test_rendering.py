from typing import Any

from django.template.loader import render_to_string
from django.test import override_settings

from tests.comments.making import moderator, open_page, posted, published
from tests.comments.test_nothing_left import in_caches
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin.moulds import place
from wagtail_prcouncil.comments.admin.phrases import words
from wagtail_prcouncil.comments.admin.queue import ROW
from wagtail_prcouncil.comments.admin.rendering import rendered
from wagtail_prcouncil.comments.admin.rows import Row
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.states import Hold, Script, Urgency
from wagtail_prcouncil.ui.keeping import Parts

from .test_rows import rows


def some_of_each_kind(site: SmallSite) -> list[Row]:
    boss, page = moderator(site.index), open_page(site, title="سد <نمونه>")
    root = published(page, 'ریشه & "شاخه" ' + "بلند " * 80)
    for number in range(3):
        seen = posted(page, f"آب <b>{number}</b> {place('age')}", parent=root)
        RuleHit.objects.create(comment=seen, code=Hold.WORD, start=0, end=2)
        RuleHit.objects.create(comment=seen, code=Hold.DECOY, start=0, end=0)
    nameless = posted(page, "گمنام")
    ReaderComment.objects.filter(pk=nameless.pk).update(
        name="", urgency=Urgency.URGENT, script=Script.LATIN, reports=2
    )
    return rows(boss)


def test_rows_say_what_the_template_says_of_each(site: SmallSite) -> None:
    found, asked = some_of_each_kind(site), {"words": words(), "queue": "/q/", "is_pending": True}
    shapes: list[dict[str, Any]] = []

    def render(row: dict[str, Any]) -> str:
        shapes.append(row)
        return render_to_string(ROW, asked | {"row": row})

    quick = list(rendered(found, render, Parts("test", None)))
    assert quick == [render_to_string(ROW, asked | {"row": row}) for row in found]
    assert len(shapes) < len(found)
    assert "<b>" not in "".join(quick)


def test_nothing_that_readers_wrote_is_kept(site: SmallSite) -> None:
    found, kept = some_of_each_kind(site), Parts("test", ("fa",))
    asked = {"words": words(), "queue": "/q/", "is_pending": True}
    with override_settings(DEBUG=False):
        list(rendered(found, lambda row: render_to_string(ROW, asked | {"row": row}), kept))
    moulds = [value for _key, value in in_caches() if "prc-comment__head" in value]
    assert moulds
    for word in ("آب", "گمنام", "ریشه", "نمونه"):
        assert word not in str(moulds)
