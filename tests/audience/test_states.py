from wagtail_prcouncil.audience.states import LENGTHS, About, Period, Scope


def test_every_period_has_its_length() -> None:
    assert set(LENGTHS) == set(Period)
    assert LENGTHS[Period.DAY] < LENGTHS[Period.WEEK] < LENGTHS[Period.MONTH]


def test_a_list_is_of_the_whole_site_unless_said() -> None:
    assert About(1, 2, Scope.SITE).about_id == 0
