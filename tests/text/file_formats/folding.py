"""What two readings of one letter are compared by: letters and digits, no blanks, marks or line ends."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
