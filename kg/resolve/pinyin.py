"""Chinese personal names and their pinyin."""

from __future__ import annotations

from functools import lru_cache


def romanizes(chinese: str, latin: str) -> bool:
    """Whether the Latin name is the Chinese one in pinyin, surname first or last: 雷军 and "lei jun" or "jun lei"."""
    letters = latin.replace(" ", "")
    words = latin.split()
    turned = "".join([*words[1:], *words[:1]])
    back = "".join([*words[-1:], *words[:-1]])
    return bool({letters, turned, back} & set(spellings(chinese)))


@lru_cache(maxsize=20_000)
def spellings(chinese: str) -> tuple[str, ...]:
    """Pinyin of a name of two to four characters, in lower-case letters."""
    from pypinyin import Style, pinyin  # imported late: a large table that English corpora never need

    if not 2 <= len(chinese) <= 4:
        return ()
    surname, *given = pinyin(chinese, style=Style.NORMAL, heteronym=True)
    rest = "".join(readings[0] for readings in given)
    plain = [reading + rest for reading in surname]
    return tuple(dict.fromkeys(form for one in plain for form in (one, one.replace("ü", "v"), one.replace("v", "u"))))
