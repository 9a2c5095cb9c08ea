"""What is only spoken of as if it were built: aims, lines of business, works by the hundred, shops on a platform."""

from __future__ import annotations

import re

from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Site

_AIM = re.compile(r"(?:平台|综合体)$")
_DIGITAL = re.compile(
    r"数据|模型|系统|云|线上|在线|网络|网贷|智慧|物联|监测|监管|举报|远程|软件|APP|数字|交易平台|[A-Za-z]"
)
# "发展|物流仓储|服务", "新建|商品住宅|成交2万套"
_BUSINESS = re.compile(
    r"”?等?(?:多元化?|新|相关)?(?:服务(?!区|站|中心|平台|器|项目)|业务|板块|领域|行业|市场|产品|概念|品牌|资产(?!管理)|网签|销售|成交|均价|价格|方面|总监)"
)
_COUNTED = re.compile(r"(?:\d{3,}|\d[\d.]*[百千万]|[百千万])[余多几]?[个座家条处栋套所间]?$")
_COUNT = re.compile(r"(?:约|近|超|超过|逾)?(?:\d{3,}|\d[\d.]*[百千万])[余多]?[个座家条处栋套所间]")
_ONLINE = re.compile(r"平台|天猫|京东|淘宝|线上|官方|易购|抖音|电商")


def unbuilt(site: Site, objects: Found) -> bool:
    """Whether nothing that is "built" is a work that one can point at."""
    text = site.clauses.text
    return all(_vague(text, s) or _business(text, s) or _many(text, s) or _online(text, s) for s in objects.spans)


def _vague(text: str, work: Span) -> bool:
    """Whether it is no more than an aim: "打造|开放创新平台", not "搭建|大数据平台" or a quoted name."""
    named = text[work.start - 1 : work.start] in set("“《") or work.owner or _DIGITAL.search(work.text)
    return bool(_AIM.search(work.text)) and not named


def _business(text: str, work: Span) -> bool:
    return bool(_BUSINESS.match(text, work.end))


def _many(text: str, work: Span) -> bool:
    """Whether there are a hundred of them: "建成|数字农业工厂|1000家", "建设30万套|公寓"."""
    counted = _COUNTED.search(text, max(0, work.start - 12), work.start) or _COUNT.match(work.text)
    return bool(counted or _COUNT.match(text, work.end))


def _online(text: str, work: Span) -> bool:
    return work.text.endswith("旗舰店") and bool(_ONLINE.search(text))
