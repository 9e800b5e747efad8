"""As many news items as wanted, for trying the site at size.

Plausible at a glance, endless, and always the same for the same seed. Headlines recur, as they do
in life. Two words have a known frequency, for measuring search: RARE and COMMON.
"""

import datetime as dt
from collections.abc import Iterator
from random import Random

from home.demo.reading import BodyPart, DemoNews, Words
from home.demo.vocabulary import (
    AGENCIES,
    CLOSINGS,
    HEADINGS,
    HEADLINES,
    KICKERS,
    LEADS,
    OFFICES,
    PLACES,
    QUOTES,
    SENTENCES,
    TOPICS,
)
from wagtail_prcouncil.persian.dates import TEHRAN
from wagtail_prcouncil.persian.digits import to_persian

# «شباهنگ», the evening star, stands in one item of 333: 0.3 %.
RARE = "شباهنگ"
RARE_EVERY = 333
# «روابط عمومی» stands in all items but one of 50.
COMMON = "روابط عمومی"
COMMON_NOT_EVERY = 50

# The written items are all younger, so they stay on top of every list.
NEWEST = dt.datetime(2026, 1, 23, 9, tzinfo=TEHRAN)
# Characters: about 3 kB in UTF-8.
BODY_LENGTH = 1600
SENTENCES_IN_PARAGRAPH = 4


def generate(count: int, *, seed: int) -> Iterator[DemoNews]:
    """`count` items an hour apart, oldest first: codes allotted in this order rise with time."""
    chance = Random(seed)  # noqa: S311  (variety, not secrecy)
    for number in range(count):
        yield _news(number, NEWEST - dt.timedelta(hours=count - 1 - number), chance)


def _news(number: int, published_at: dt.datetime, chance: Random) -> DemoNews:
    pick = chance.choice
    section = pick(tuple(TOPICS))
    agency, place, topic = (
        pick(tuple(AGENCIES[section])),
        pick(tuple(PLACES)),
        pick(TOPICS[section]),
    )
    slots = {
        "agency": agency,
        "place": place,
        "topic": topic,
        "office": pick(OFFICES),
        "count": to_persian(chance.randrange(12, 480)),
        "more": to_persian(chance.randrange(20, 900)),
        "people": to_persian(chance.randrange(110, 999)),
        "percent": to_persian(chance.randrange(3, 68)),
        "share": to_persian(chance.randrange(20, 60)),
    }
    silent = number % COMMON_NOT_EVERY == 0 or COMMON in agency
    unit = agency if silent else f"{COMMON} {agency}"
    return DemoNews(
        key=f"generated-{number}",
        index="ministry",
        section=section,
        published_at=published_at,
        picture="",
        tags=(topic, place),
        english=None,
        persian=Words(
            title=pick(HEADLINES).format_map(slots),
            kicker=pick(KICKERS).format_map(slots),
            lead=pick(LEADS).format_map(slots),
            body=tuple(_body(number, slots, unit, chance)),
            source_outlet=unit,
            dateline_place=place,
        ),
        agency=AGENCIES[section][agency],
        province=PLACES[place],
    )


def _body(number: int, slots: dict[str, str], unit: str, chance: Random) -> Iterator[BodyPart]:
    sentences = [pattern.format_map(slots) for pattern in chance.sample(SENTENCES, len(SENTENCES))]
    sentences[0] = f"به گزارش {unit}، {sentences[0]}"
    if number % RARE_EVERY == RARE_EVERY // 2:
        sentences[1] += f" نام این طرح «{RARE}» است."
    length = 0
    for start in range(0, len(sentences), SENTENCES_IN_PARAGRAPH):
        if length > BODY_LENGTH:
            break
        if start == 2 * SENTENCES_IN_PARAGRAPH:
            yield BodyPart(type="heading", text=chance.choice(HEADINGS))
        text = " ".join(sentences[start : start + SENTENCES_IN_PARAGRAPH])
        length += len(text)
        yield BodyPart(type="paragraph", text=text)
    quote = chance.choice(QUOTES)
    yield BodyPart(type="quote", text=quote, attribution=f"{slots['office']} {slots['agency']}")
    yield BodyPart(type="paragraph", text=chance.choice(CLOSINGS).format_map(slots))
