"""Places that take part themselves, and those that only say where the noun behind them is from ("德国|制药企业")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.extract.zh.lexicon import any_of, words
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Site
from kg.model import EntityType

# Where the place within a name, a route or a disaster is what is meant.
_WITHIN = "project place inner owner at job works object use struck"
_PART_OF_NAME = frozenset(_WITHIN.split(" "))
_QUANTITY = r"\d[\d.]*[余多万]*[台辆列架艘套吨]"  # "出口|新西兰|48台机车"
_SUM = r"\d[\d.,]*[百千万亿]*[美欧日港]?元"


@cache
def _goes_on() -> re.Pattern[str]:
    many = r"等(?![一-鿿]{0,6}(?:公司|企业|大学|银行|机构))"
    struck = r"[一-鿿]{2,4}(?:地震|灾区|灾民)"
    counted = (
        r"[两三四五六七八九十\d]+(?:省市|省区|市县|区县|[地市省县区国州旗镇])(?![一-鿿]{0,4}(?:企业|公司|居民|高校))"
    )
    return re.compile(
        rf"$|[^一-鿿A-Za-z0-9]|\d{{1,2}}[月日]|{_SUM}|{_QUANTITY}|{many}|{counted}|{struck}|{any_of(words('goes_on'))}"
    )


def alone(text: str, span: Span) -> bool:
    """Whether a place stands for itself: what follows goes on about it, or is its government; true of other names."""
    return span.type is not EntityType.PLACE or span.source == "anaphor" or bool(_goes_on().match(text, span.end))


def whole(site: Site, found: Found) -> Found:
    """What was found without places that are only part of what is meant: "|深圳|事故使用的电梯"."""
    if found.how in _PART_OF_NAME:
        return found
    named = {s.start for g in site.clauses.groups for s in g.members}
    text = site.clauses.text
    if found.how in {"aided", "helped"}:
        return replace(found, spans=tuple(s for s in found.spans if not _PEOPLE.match(text, s.end)))
    kept = (s for s in found.spans if s.start not in named or 0 <= site.start - s.end <= 1 or alone(text, s))
    return replace(found, spans=tuple(kept))


_PEOPLE = re.compile(r"[^，。；]{0,6}?(?:企业|公司|居民|群众|农户|学生|高校|医院|学校|商户)")  # "支持|绍兴|企业发展"
_LISTED = re.compile(r"[^，。；由]*[、和及与]")


def among(site: Site, subjects: Found, objects: Found) -> bool:
    """Whether the one who seems to act is the last of those it is for: "向|远图、|华成和|海岳|提供"."""
    if not (subjects.spans and objects.spans) or objects.how != "to" or subjects.how != "subject" or subjects.distance:
        return False
    receiver, doer = objects.spans[-1], subjects.spans[0]
    return receiver.end <= doer.start and bool(_LISTED.fullmatch(site.clauses.text, receiver.end, doer.start))


_INTO = re.compile(r"[向对][^，。；的向对]{2,14}$")


def to_no_name(site: Site, objects: Found) -> bool:
    """Whether the money goes to what is no name here: "|白宫|…，将向星际之门投入1000亿美元"."""
    text, begin = site.clauses.text, site.clauses.bounds[site.clause][0]
    into = _INTO.search(text, begin, site.start)
    return into is not None and objects.how != "to" and objects.spans[0].start < begin
