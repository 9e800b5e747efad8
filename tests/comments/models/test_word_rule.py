import pytest
from django.db import IntegrityError, transaction

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import RuleHit, WordRule


def test_a_word_is_listed_once_however_it_was_typed(db: None) -> None:
    WordRule.objects.create(words="كلاهبردار")
    with pytest.raises(IntegrityError), transaction.atomic():
        WordRule.objects.create(words="کلاهبردار")


def test_what_was_found_outlives_the_rule(site: SmallSite) -> None:
    rule = WordRule.objects.create(words="کلاهبردار")
    posted(open_page(site), "این یک کلاهبردار است و همه می‌دانند")
    hit = RuleHit.objects.get(word_rule=rule)
    assert (hit.start, hit.end, hit.rule_version) == (7, 16, 1)
    rule.delete()
    hit.refresh_from_db()
    assert hit.word_rule is None
