import pytest
from django.http import Http404

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin.finding import comment_or_404, seen_by


def test_a_moderator_finds_what_is_his(site: SmallSite) -> None:
    comment = posted(open_page(site))
    boss, other = moderator(site.section), moderator(site.index_en)
    assert comment_or_404(boss, comment.pk) == comment
    assert list(seen_by(boss)[0]) == [comment]
    assert list(seen_by(other)[0]) == []
    with pytest.raises(Http404):
        comment_or_404(other, comment.pk)
