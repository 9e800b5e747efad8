from wagtail_prcouncil.audience.voters import VOTER


def test_the_cookie_goes_where_votes_are_cast() -> None:
    assert (VOTER.name, VOTER.path()) == ("prc-voter", "/audience/vote/")
    assert VOTER.cookie().days == 365
