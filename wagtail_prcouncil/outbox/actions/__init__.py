from wagtail_prcouncil.outbox.actions.putting import (
    Letter,
    empty,
    put,
    put_all,
    withdraw,
    withdraw_about,
    withdraw_beginning,
)
from wagtail_prcouncil.outbox.actions.sending import send_waiting
from wagtail_prcouncil.outbox.actions.tidying import tidy

__all__ = [
    "Letter",
    "empty",
    "put",
    "put_all",
    "send_waiting",
    "tidy",
    "withdraw",
    "withdraw_about",
    "withdraw_beginning",
]
