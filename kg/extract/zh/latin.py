"""Companies with names in Latin letters, which only the words beside them show: "收购美国制药商|Spring Arbor|"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.zh.lexicon import any_of, words

_NAME = (
    r"(?<![A-Za-z0-9.À-ɏ])(?:[A-Z][A-Za-z0-9À-ɏ&'’+-]+|[a-z]{1,2}[A-Z][A-Za-z0-9]+)"
    r"(?: (?:&|of|and|[A-Z0-9][A-Za-z0-9À-ɏ&'’+-]*)){0,4}(?![A-Za-z0-9À-ɏ])"
)
_KINDS = (
    "公司|子公司|巨头|制药商|制造商|开发商|运营商|供应商|零售商|承包商|生产商|代工厂|券商|车企|药企|厂商|企业"
    "|初创公司|集团|对冲基金|投资机构|财团|独角兽|创企|大厂|业者|经销商|分销商|供货商|承运商|供应链企业"
    "|(?:零售|时装|服装|服饰|运动|快餐|咖啡|美妆|奢侈品|家居|汽车|手机)品牌|(?:电商|短剧|社交|支付|外卖|视频|直播|网购|招聘|旅游)平台"
)
_BEFORE = rf"(?:收购|并购|入股|增持|减持|注资|母公司|股东|旗下|{_KINDS})(?:的|了)?“? ?"


def latin_names(text: str, whole: str) -> Iterator[str]:
    """Words in Latin letters that act, are bought or are called a company.

    Args:
        text: A simplified sentence.
        whole: The article: an abbreviation must stand in it more than once.

    >>> list(latin_names("凯悦将收购度假村运营商Playa Hotels，CEO已同意。", ""))
    ['Playa Hotels']
    """
    for match in _pattern().finditer(text):
        name = match["bought"] or match["acts"]
        brief = name.isupper() and len(name) <= 4 and whole.count(name) < 2
        if not brief and name not in words("technologies") and name not in words("latin_common"):
            yield name


@cache
def _pattern() -> re.Pattern[str]:
    acts = any_of(words("latin_acts"))
    return re.compile(
        rf"{_BEFORE}(?P<bought>{_NAME})(?!产品|手机|技术|芯片|大?模型|平台|系统|系列|软件|应用|业务|认证|标准|项目|牌照|资质|资格|分析师)"
        rf"|(?<!（)(?P<acts>{_NAME})(?=(?:（[^（）]{{1,20}}）)?{acts})"
    )
