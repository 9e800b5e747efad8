"""The file of an appendix is gone from where it lay: nothing is adopted with it, and no screen
breaks."""

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from tests.charters.admin.desk import chief, errors, now, place, seen
from tests.charters.making import adopted, charter, draft
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Charter


def with_file(site: SmallSite) -> Charter:
    """With an appendix; its text is nobody's yet."""
    document = get_document_model().objects.create(
        title="فهرست", file=ContentFile(b"%PDF-1.4", name="list.pdf")
    )
    appendix = {"title": "پیوست ۱", "text": "", "document": document.pk}
    return charter(council(site), appendices=[{"type": "appendix", "id": "a", "value": appendix}])


def lose_files() -> None:
    for document in get_document_model().objects.all():
        document.file.storage.delete(document.file.name)


def test_readers_of_a_draft_and_its_secretary_are_answered(site: SmallSite) -> None:
    one = with_file(site)
    draft(one)
    lose_files()
    assert Client().get(one.page.url).status_code == 200
    client = chief()
    for screen in ("text", "adopt", "compare"):
        assert client.get(place(screen, one)).status_code == 200, screen
    look = reverse("wagtailadmin_pages:view_draft", args=[one.page_id])
    assert client.get(look).status_code == 200


def test_it_is_not_adopted_and_the_screen_says_which_file(site: SmallSite) -> None:
    one = with_file(site)
    draft(one)
    lose_files()
    client = chief()
    said = {"how": "consensus", "adopted_on": "1405/08/01", "seen": seen(one)}
    answer = client.post(place("adopt", one), now(one, **said))
    assert answer.status_code == 200
    assert "فهرست" in str(errors(answer))
    assert not one.versions.adopted().exists()


def test_what_was_adopted_before_is_read_amended_and_discarded(site: SmallSite) -> None:
    one = with_file(site)
    version = adopted(one)
    lose_files()
    client = chief()
    assert client.get(place("text", one)).status_code == 200
    assert client.post(place("begin", one), now(one)).status_code == 302
    assert client.get(place("compare", one)).status_code == 200
    assert client.post(place("discard", one), now(one)).status_code == 302
    assert Client().get(one.page.url).status_code == 200
    version.refresh_from_db()
    assert version.false_digests() == []
