"""What a page's script shows when it says that the page was opened: nobody can make one up for a
page that he never got, so that guessing costs no look into the database."""

from django.core.signing import BadSignature, Signer

LONGEST = 100  # characters; a token is some sixty
MOST_DIGITS = 18  # no database takes a longer number for a key


class ForgedTokenError(Exception):
    """Not a token of this site."""


def token_for(page_id: int) -> str:
    """ "1729:…": the page's key and a signature."""
    return _signer().sign(str(page_id))


def page_id_in(token: str) -> int:
    """The page that a token is for. ForgedTokenError for anything that we did not sign."""
    try:
        key = _signer().unsign(token)
    except BadSignature as error:
        raise ForgedTokenError from error
    if not (key.isascii() and key.isdecimal() and len(key) <= MOST_DIGITS):
        raise ForgedTokenError
    return int(key)


def _signer() -> Signer:
    return Signer(salt="prcouncil_audience.seen")
