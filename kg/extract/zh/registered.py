"""Names with their legal form that begin with a numeral, with 和, or where an item of a list does."""

from __future__ import annotations

import re

from kg.extract.zh.lexicon import words

_NUMERAL = re.compile(r"(?:^|[，。；：（、]|股东|公司|[与由向对及])[一二三四五六七八九]$")


def registered(text: str, start: int, end: int) -> int:
    """Where a registered name begins that a numeral or a sentence's first 和 opens: "|四合聚力|有限公司"."""
    start = min(start, _item(text, end))
    if end - start >= 3 and (_NUMERAL.search(text[:start]) or text[:start] == "和"):
        return start - 1
    return start


_ITEM = re.compile(r"(?:、|与(?![我某该]))(?P<name>[一-鿿]{3,16})(?:（[一-鿿]{2,4}）)?$")


def _item(text: str, end: int) -> int:
    """Where a registered company's name begins that is a whole item: "、|广成全球资本|有限公司", "与|科图服务|…"."""
    item = _ITEM.search(text, max(0, end - 23), end)
    name = item["name"] if item else ""
    plain = name and not set(name) & set("的了在与向对由被把将于从给和") and not name.endswith(("下属", "旗下", "等"))
    verbal = any(w in name for w in words("stops") - words("joined") if len(w) > 1)
    whole = item is not None and (item[0][0] == "、" or not verbal)
    return item.start("name") if item and plain and whole and not _COUNTED_ITEM.search(name) else end


_COUNTED_ITEM = re.compile(r"公司|股东|控制人|客户|供应商|[家名]$|^(?:及|以及|包括|其|原|现)")
