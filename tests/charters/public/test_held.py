from tests.charters.making import adopted, charter, signed
from tests.charters.public.making import told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.public.held import held, held_one
from wagtail_prcouncil.councils.models.seat import today


def test_the_one_in_force_with_its_title_and_signatures(site: SmallSite) -> None:
    told = told_charter(site)
    (found,) = held("en", charter=told.one).values()
    assert (found.pk, found.said, found.signed) == (told.second.pk, "Sample covenant", 1)
    (persian,) = held("xx", charter__key=told.one.key).values()
    assert persian.said == "میثاق‌نامهٔ نمونه"


def test_none_in_force_yet_else_the_last(site: SmallSite) -> None:
    one = charter(council(site))
    assert held("fa", charter=one) == {}
    assert held_one(one.key) is None
    coming = adopted(one, in_force_from=today().replace(year=today().year + 1))
    signed(coming)
    assert held_one(one.key) == coming
