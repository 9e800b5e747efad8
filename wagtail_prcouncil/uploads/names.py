"""Names of uploaded files, as they stand in addresses and on the disks of readers."""

import re
import unicodedata

from wagtail_prcouncil.persian.text import canonical

LONGEST = 80
"""Letters before the ending. A path of ours ends up in a column of 100 characters."""


def safe_name(name: str) -> str:
    """`گزارش  نهايي.PDF` → `گزارش نهایی.pdf`: no folder, one ending, Persian letters.

    Marks that turn the writing direction go, since `gnp.exe` could read as `exe.png`; so do inner
    dots, since some servers obey the first ending of `a.php.pdf`.
    """
    name = re.split(r"[/\\]", name)[-1]
    name = name.replace("\u200c", " ")  # a disk would join what a half-space parts
    name = "".join(letter for letter in name if unicodedata.category(letter) not in {"Cc", "Cf"})
    stem, dot, ending = canonical(name).strip(" .").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem = re.sub(r"[\s.]+", " ", re.sub(r'[<>:"|?*%#&;]', "", stem)).strip(" -")[:LONGEST].strip()
    ending = re.sub(r"[^a-z0-9]", "", ending.lower())[:10]
    return f"{stem or 'file'}.{ending}" if ending else stem or "file"
