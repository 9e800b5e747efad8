"""Text messages: a site's own gateway is told of each event in a line. Off until one registers.

    @hooks.register("register_prcouncil_sms_gateway")
    def gateway() -> Gateway:
        return sms.send_later

It is called after the commit with the key of the recipient, "r12" for one of a mailing list, "a5"
for an agency, and a text of our own words; which telephone belongs to it is the site's to know.
"""

import logging
from collections.abc import Callable, Sequence

from django.db import transaction
from wagtail import hooks

from wagtail_prcouncil.clock.attempts import Attempt

logger = logging.getLogger("wagtail_prcouncil.meetings")

HOOK = "register_prcouncil_sms_gateway"
Gateway = Callable[[str, str], object]


def pass_on_after_commit(messages: Sequence[tuple[str, str]]) -> None:
    """Hand each over, by the key of its recipient, once what it tells of is committed."""
    gateways = [make() for make in hooks.get_hooks(HOOK)]
    if gateways:
        transaction.on_commit(lambda: _pass_on(gateways, messages))


def _pass_on(gateways: Sequence[Gateway], messages: Sequence[tuple[str, str]]) -> None:
    for gateway in gateways:
        for key, text in messages:
            with Attempt() as attempt:
                gateway(key, text)
            if attempt.raised is not None:
                # What a gateway raises may quote the number: the log gets its kind alone.
                kind = type(attempt.raised).__name__
                logger.error("A text message to %s was not handed over: %s.", key, kind)
