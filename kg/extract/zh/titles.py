"""The titles of persons: their words, and whether their bearers lead or own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.zh.lexicon import any_of, characters, words
from kg.extract.zh.spans import Span

_GAP = r"(?:、|兼|暨|及|和|/|，)"
_PARTY = re.compile(r"(?:省|市|区|县|州|自治区|党)委$")


@cache
def title_pattern() -> re.Pattern[str]:
    """One title or several of one person: "党委书记、董事长"."""
    prefixes = any_of(words("title_prefixes"))
    chief = "首席[一-鿿]{2,8}?官(?![方员司网邸署])"
    one = rf"{prefixes}{{0,3}}(?:{any_of(words('title_cores'))}|{chief})"
    return re.compile(rf"{one}(?:{_GAP}{one})*")


def title_places(text: str, mentions: Sequence[Span]) -> list[tuple[int, int]]:
    """Where titles stand; what belongs to the name of an organization ("…集团|董事长") is cut off."""
    places = []
    for match in title_pattern().finditer(text):
        cut = [m.end for m in mentions if m.start < match.start() < m.end < match.end()]
        start = max(cut, default=match.start())
        inner = title_pattern().match(text, start) or (title_pattern().match(text, start - 1) if cut else None)
        if inner:
            places.append(inner.span())  # "国家开发银行|行长", "美国国防|部长"
        else:
            places.append((match.start(), match.end()))
    return places


def leads(role: str) -> bool:
    """Whether a role heads its organization (a member or a founder does not)."""
    return any(not _is_member(part) for part in re.split(_GAP, role) if part)


def _is_member(part: str) -> bool:
    return part.endswith(tuple(words("title_not_leads"))) and not part.endswith(("总经理", "首席代表", "常务秘书"))


_HOLDS = re.compile(r"(?:控股|大)?股东$|(?:实际控制|实控)人$")


def holds(role: str) -> bool:
    """Whether a title says that its bearer owns the company: "控股股东、实际控制人"."""
    return any(_HOLDS.search(part) for part in re.split(_GAP, role) if part)


def party_of(span: Span) -> bool:
    """Whether an organization is a party committee ("杭州市委"), whose head leads the place."""
    return bool(_PARTY.search(span.text))


def given_name(text: str, start: int, end: int) -> bool:
    """Whether a short name of a company is a person's given name: "受李|小鹏|部长委托"."""
    before, wider = text[start - 1 : start], text[start - 2 : start - 1]
    surname = before in characters("surnames") - set("和与同于向") and wider not in words("stops")
    return surname and bool(_CALLED.match(text, end))


_CALLED = re.compile(
    r"(?:副?(?:部长|省长|市长|县长|区长|局长|厅长|书记|主任|校长|院长)|同志|先生|女士|一行)"
    r"(?![一-鿿]{2,3}(?:表示|说|指出|出席))"
)
