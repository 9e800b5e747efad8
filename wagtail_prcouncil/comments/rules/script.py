"""What a text seems to be written in: letters that decide alone, then words that are met in every
sentence. A hint; the measured alternatives lose more Persian than they stop of anything else.

It reads the text as it was sent: stored text has the letters of Persian keyboards, and letters are
what tells Urdu, Pashto and Kurdish apart. ي and ك alone say nothing: many keyboards in Iran type
them.
"""

import re
from collections import Counter

from wagtail_prcouncil.comments.states import Script
from wagtail_prcouncil.persian.letters import ARABIC_SCRIPT
from wagtail_prcouncil.persian.text import fold

FEWEST_LETTERS = 8
"""Of fewer letters («سلام») nothing is said."""

# Letters that no other of these languages has; Persian has أ within words («تأثیر»).
_CUES: dict[Script, re.Pattern[str]] = {
    Script.URDU: re.compile("[ٹڈڑںےہھ]"),
    Script.PASHTO: re.compile("[ټډړږښځڅېۍګڼ]"),
    Script.KURDISH: re.compile("[ڕڵۆێە]"),
    Script.ARABIC: re.compile("^[أإ]|[ةى]$"),
}
# Folded words that Persian sentences can hardly do without, and other languages do without.
_PERSIAN = frozenset(
    "را که است این برای های می نمی شود شده شد کند کنند کنید کنم کرد کردن کردند "
    "باید هست هستند هستم نیست بود بودند دارد دارند دارم داریم ندارد خیلی چرا "
    "اگر لطفا خواهش همه هیچ دیگر چه چون ولی اما یک آن آنها ایشان خود شما ما "
    "بسیار سپاس ممنون مرسی سلام خسته نباشید خوب عالی رسیدگی از با به در تا هم "
    "نه یا پس کجا کی کو چطور چقدر واقعا متاسفانه لطف فرمایید بفرمایید دست درد "
    "نکند اون رو تو مردم آقای خانم میشه نمیشه بشه کنه داره نداره هستش بوده باشد "
    "باشه خدا قوت احسنت درود".split()
)
_PERSIAN_FOLDED = frozenset(fold(word) for word in _PERSIAN)
_WORDS: dict[Script, frozenset[str]] = {
    Script.ARABIC: frozenset(
        fold(word)
        for word in "في على هذا هذه التي الذي الذين ذلك كان كانت لم لن قد إلى عن أن إن هو "
        "هي نحن أنتم لكن حتى عند كل بعد قبل بين منذ حول ليس لماذا كيف متى أين "
        "جدا شكرا يجب".split()
    ),
    Script.AZERI: frozenset(
        fold(word)
        for word in "ائله ایله اوچون وار یوخ یوخدور چوخ سیز بیز بیزیم سیزین کیمی اولسون "
        "اولدو اولار گؤزل تشکور تشککور ائدیرم ائدین دئییر دیر دور لار لر نئجه "
        "هامی یاخشی ساغ قارداش منیم سنین واردیر اولان اونون بونون بوردا اوردا "
        "گلدی ائتدی".split()
    ),
    Script.URDU: frozenset(
        fold(word)
        for word in "ہے ہیں کے کی کا کو نہیں میں نے سے پر بہت اور یہ وہ تھا تھی گیا کر".split()
    )
    - _PERSIAN_FOLDED,
    Script.KURDISH: frozenset(
        fold(word) for word in "لە بۆ کە ئەم ئەو نییە هەیە زۆر دەکات ئێمە ئێوە سوپاس هەموو".split()
    )
    - _PERSIAN_FOLDED,
    Script.PASHTO: frozenset(
        fold(word) for word in "دی ده یې په چې څخه کوي دغه هغه زموږ مننه ډېر نه دي".split()
    )
    - _PERSIAN_FOLDED,
}
_FINGLISH = frozenset(
    "salam mersi merci mamnun mamnoon kheili kheyli khoob khub khoda baraye "
    "vali chera lotfan lotfa nist ast hast hastam mishe nemishe mikonam mikone "
    "mikonid konid kon shoma ma oon az ke ta ba dar ro hamishe "
    "agar dige digeh chi chetor koja doost dooste rast dorood merc daste "
    "dard nakone khaste nabashid aghaye khanom mardom keshvar roosta rusta abe "
    "barq rasidegi bayad nadare nadarim darim shod shode bood hich "
    "hame bazam kasi farda emrooz doroste dorost ghashang aali ali tashakor "
    "sepas migam mige begid".split()
)
# Persian letters make these, and Persian speakers say them.
_DEVOTIONAL = re.compile(
    "اللهم صل علی محمد و ال محمد(?: و عجل فرجهم)?|الحمد ?لله(?: رب العالمین)?"
    r"|السلام علیکم?(?: یا \w+(?: \w+)?)?(?: و رحمه الله(?: و برکاته)?)?|سلام علیکم"
    "|بسم ?الله(?: الرحمن الرحیم)?"
    "|ان ?شا ?الله|ما ?شا ?الله|سبحان الله|لا حول و لا قوه الا بالله(?: العلی العظیم)?"
    "|انا لله و انا الیه راجعون|یا (?:حسین|علی|زهرا|مهدی|ابالفضل|رضا|الله)"
    "|صلی الله علیه و اله(?: و سلم)?|علیه ?السلام|رحمه الله علیه|عجل الله تعالی فرجه(?: الشریف)?"
    r"|لبیک یا \w+|جزاک الله(?: خیرا)?|بارک الله|الله اکبر|استغفر الله"
)

_ADDRESS = re.compile(r"://|@|www\.|\.(?:com|ir|net|org)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]")
_ARABIC_WORD = re.compile(f"[{ARABIC_SCRIPT}]+")
_PERSIAN_LETTER = re.compile("[پچژگ]")


def script_of(raw_text: str) -> Script:
    """The likeliest; PERSIAN where nothing speaks against it. Linear in the text."""
    text = " ".join(part for part in raw_text.split() if not _ADDRESS.search(part))
    words = _WORD.findall(text)
    arabic = [word for word in words if _ARABIC_WORD.match(word)]
    latin = [word.lower() for word in words if _LATIN_WORD.match(word)]
    counts = Counter(
        persian=sum(map(len, arabic)), latin=sum(map(len, latin)), all=sum(map(len, words))
    )
    if not counts["all"]:
        return Script.NONE
    if counts["all"] < FEWEST_LETTERS:
        return Script.SHORT
    if (counts["persian"] + counts["latin"]) * 2 < counts["all"]:
        return Script.OTHER
    if counts["persian"] * 3 < counts["all"]:
        return _latin(latin)
    language = _of_arabic_letters(text, arabic)
    if language == Script.PERSIAN and counts["latin"] * 5 > counts["all"]:
        return Script.MIXED
    return language


def _latin(words: list[str]) -> Script:
    """Persian in Latin letters, as soon as every fourth word is one that Persian cannot do
    without."""
    known = sum(word in _FINGLISH for word in words)
    return Script.FINGLISH if known * 4 >= len(words) and known else Script.LATIN


def _of_arabic_letters(text: str, raw_words: list[str]) -> Script:
    folded = _DEVOTIONAL.sub(" ", fold(text)).split()
    if not folded:
        return Script.PERSIAN
    lettered = sum(bool(_PERSIAN_LETTER.search(word)) for word in raw_words)
    persian = sum(word in _PERSIAN_FOLDED for word in folded) + lettered / 2
    for script, cue in _CUES.items():
        said = sum(bool(cue.search(word)) for word in raw_words)
        said += sum(word in _WORDS[script] for word in folded)
        if script == Script.ARABIC:
            said += sum(word.startswith("ال") and len(word) > 4 for word in folded)
        # One such letter in a sentence is a slip, or hides a word from filters.
        if said > persian and said * 5 >= len(folded) and (said > 1 or len(folded) < 4):
            return script
    azeri = sum(word in _WORDS[Script.AZERI] for word in folded)
    if azeri > persian and azeri * 4 >= len(folded):
        return Script.AZERI
    return Script.PERSIAN
