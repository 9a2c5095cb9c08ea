"""What a sentence leaves open for those behind it: who banned or licensed those not yet named, and who is accused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.zh.clauses import Clauses, Group
from kg.extract.zh.spans import Span
from kg.model import EntityType

_AUTHORITIES = frozenset({EntityType.GOVERNMENT, EntityType.PLACE})


@dataclass(frozen=True, slots=True)
class Opening:
    """What the sentences before leave open.

    Attributes:
        banner: The authority that banned, or put on a list, a number of things: "|印度政府|宣布禁用118款应用".
        licenser: The authority that gave out permits: "|陕西省|发放5张测试牌照".
        accused: The companies that were sued: "被告|远图公司|…".
    """

    banner: Span | None = None
    licenser: Span | None = None
    accused: tuple[Span, ...] = ()


def opened(clauses: Clauses, before: Opening) -> Opening:
    """What is open behind a sentence, given what was open before it."""
    return Opening(
        _doer(clauses, _BANS) or before.banner,
        _doer(clauses, _LICENSES) or before.licenser,
        _accused(clauses) or before.accused,
    )


_LEAD = (
    r"(?:政府|当局|方面)?(?:[\d一二三四五六日上下今昨本周年月天早晚中午]{0,10})"
    r"(?:再次|再度|又|再|也|已|将|正式|首次|宣布|公告|表示|决定|，|日前|近日|拟)*"
)
_LIST = r"[^，。；]{0,20}?(?:制裁|限制|管制|管控|实体|黑|禁用|禁止|涉军)[^，。；]{0,4}(?:名单|清单)"
_BANS = re.compile(
    _LEAD + r"(?:(?:禁用|封禁|封杀|禁止|下架|封|制裁|查禁)(?:了)?[^，。；]{0,14}?\d+[余多]?[款家间个名]"
    rf"|(?:[^，。；]{{0,24}}?(?:列入|加入|纳入|列为|公布|发布|更新|增列)){_LIST})"
)
_LICENSES = re.compile(
    _LEAD + r"(?:发出|发放|颁发|核发|批出|签发|颁授|派发|发)(?:了)?[^，。；]{0,20}?"
    r"(?:牌照|执照|许可证|号牌|通行证|准运证|测试资格|测试通知书)"
)


def _doer(clauses: Clauses, act: re.Pattern[str]) -> Span | None:
    return next((g.members[-1] for g in clauses.groups if _governs(g) and act.match(clauses.text, g.end)), None)


def _governs(group: Group) -> bool:
    return group.members[-1].type in _AUTHORITIES and group.mark in {"", "由", "被", "遭"} and not group.modifies


_DEFENDANT = re.compile(r"(?:(?<!原告)被告(?:人|方)?(?:系|是|为)?|起诉|状告|控告|控诉)(?:了)?$")
_SUED = re.compile(r"(?:告上|诉至|诉诸|告到)[^，。；]{0,16}(?:法院|法庭)")
_ALL_SUED = re.compile(r"(?:起诉|状告|控告)(?:了)?(?:这|上述|该)?(?P<count>[两二三四2-4])家(?:公司|企业)")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "2": 2, "3": 3, "4": 4}


def _accused(clauses: Clauses) -> tuple[Span, ...]:
    """The companies that somebody sues; with "起诉两家公司" those named behind the first, if they are two."""
    text, found = clauses.text, list[Span]()
    for group in clauses.groups:
        given = group.mark in {"将", "把"} and _SUED.match(text, group.end)
        joined = bool(found) and group.linked and group.start - found[-1].end <= 2
        if given or joined or _DEFENDANT.search(text, 0, group.start):
            found += [s for s in group.members if s.type is EntityType.COMPANY]
    every = _ALL_SUED.search(text)
    if found or not every:
        return tuple(found)
    firms = {s.key: s for g in clauses.groups for s in g.members if s.type is EntityType.COMPANY}
    behind = tuple(firms.values())[1:]
    return behind if len(behind) == _NUMBERS[every["count"]] else ()
