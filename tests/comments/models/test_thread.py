from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import Thread


def test_it_is_filed_as_its_page_was_when_the_last_comment_came(site: SmallSite) -> None:
    page = open_page(site)
    posted(page)
    thread = Thread.objects.get()
    assert (thread.page_title, thread.section_id) == (page.title, site.section.pk)
    page.title, page.section = "تیتر تازه", None
    page.save()
    posted(type(page).objects.get(pk=page.pk))
    thread.refresh_from_db()
    assert (thread.page_title, thread.section_id) == ("تیتر تازه", None)


def test_it_outlives_its_page(site: SmallSite) -> None:
    page = open_page(site)
    comment = posted(page)
    page.delete()
    comment.refresh_from_db()
    assert comment.thread.page is None
    assert str(comment.thread) == page.title


def test_an_alias_shows_that_of_the_page_it_mirrors(site: SmallSite) -> None:
    page = open_page(site)
    alias = page.create_alias(parent=site.index_en, update_slug="alias")
    posted(page)
    posted(alias)
    assert Thread.objects.of(alias).get() == Thread.objects.of(page).get() == Thread.objects.get()


def test_a_copy_begins_without(site: SmallSite) -> None:
    page = open_page(site)
    posted(page)
    assert not Thread.objects.of(page.copy(update_attrs={"slug": "copy"})).exists()
