"""Names of organizations that no list and no suffix gives away, from what is said about them ("与|萨博|签署")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.zh.gazetteer import Hit, gazetteer, is_cjk
from kg.extract.zh.lexicon import characters, words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import Span
from kg.model import EntityType

_BEHIND = re.compile(
    r"(?=(?:（[^）]{1,20}）)?(?:(?:今日|昨日|近日|日前|今天|昨天|昨晚|\d{1,2}日|\d{1,2}月\d{1,2}日)?晚?(?:间)?(?:发布|披露|晚间)?公告(?:称|，|显示|，)|发布公告|披露公告"
    r"|(?:\d{1,2}日|昨日|今日|近日|日前|今天)?宣布(?:，|将|与|已|计划|收购|投资|推出|拟|在)|拟(?:投资|收购|出资|以|斥资)|中标|成功中标|旗下|"
    r"(?:\d{1,2}日)?(?:正式)?(?:签署|签订|签约)|(?:\d{1,2}日)?(?:分别|共同)?与[^，。；]{2,30}?(?:签署|签订|签约|达成|宣布)|达成[^，。]{0,10}(?:合作|协议)|建立[^，。]{0,10}合作|战略合作|(?:成功)?收购|向[^，。]{2,12}(?:注资|提供|捐赠|投资|采购)|斥资|投资\d|(?:将|计划|已)?在[^，。]{2,12}(?:投资|建设|设立|建厂)"
    r"|(?:的)?(?:全资|控股)子公司|获批|获得[^，。]{0,12}(?:牌照|许可|批准|订单)))"
)
_STRONG = re.compile(
    r"(?:今日|昨日|近日|\d{1,2}日)?晚?间?(?:发布|披露)?公告|股份|旗下|的?(?:全资|控股)子公司|(?:约|的)?\d"
)
_ALLIED = re.compile(r"签|合作|携手|联合|共同|合组|组建|引进|等\d*多?家?(?:企业|公司|机构|集团)")
_OPENING = re.compile(r"^|[，。；：”“、（《\s]|与|和|同|跟|由|被|对|向|及")
_ACQUIRED = re.compile(
    r"(?:收购|并购|入股|持有|控股|增持|减持|参股|领投|战略投资|投资入股)(?:了)?(?P<name>[一-鿿A-Za-z]{2,9}?)(?=\d|约\d|的?(?:全部|百分之|多数|控股权|股权|股份|三分之|部分股))"
)
_ADDRESSED = re.compile(r"向(?P<name>[一-鿿]{2,8}?)(?=采购|购买|订购|下单|增资|注资|收购|支付)")
_JOINED = re.compile(
    r"(?:携手|联手|牵手)(?P<one>[一-鿿]{2,6}?)(?:(?:、|与|和)(?P<two>[一-鿿]{2,6}?))?(?=合组|共同|共建|打造|推出|推进|成立|组建|建设|布局|，|。)"
)
_LISTED = re.compile(r"(?P<name>[^与和同、由及是有了，。；：“”（）\s\d]{2,8})(?:、|和|与|及|以及)$")
_LISTED_AFTER = re.compile(
    r"^(?:、|和|与|及|以及)(?P<name>[一-鿿A-Za-z]{2,8}?)(?=等|、|和|，|。|与|签|在|达成|共同|将|已|宣布|合作|及)"
)


def discover(text: str, mentions: Sequence[Span], hits: dict[int, Hit]) -> Iterator[str]:
    """Words of a sentence that act, are acted on or are listed as only an organization is.

    Args:
        text: A simplified sentence.
        mentions: The names already found in it.
        hits: Known names by their end.
    """
    taken = [(m.start, m.end) for m in mentions]
    for start, end in (*_acting(text, hits), *_acquired(text, hits), *_listed(text, mentions)):
        free = all(end <= a or start >= b for a, b in taken)
        if free and plausible(text[start:end]) and not (_personal(text[start:end]) and not _STRONG.match(text[end:])):
            yield text[start:end]


def _personal(name: str) -> bool:
    """Whether words have the shape of a person's name, or end in one ("温商|林春平")."""
    return any(len(name) >= n and name[-n] in characters("surnames") for n in (3,)) or (
        len(name) == 2 and name[0] in characters("surnames")
    )


def _acting(text: str, hits: dict[int, Hit]) -> Iterator[tuple[int, int]]:
    for match in _BEHIND.finditer(text):
        end = match.start()
        if end < 2 or not (is_cjk(text[end - 1]) or text[end - 1].isalpha()):
            continue
        start = left_edge(text, end, hits)
        opening = text[start - 1 : start]
        if 2 <= end - start <= 8 and (start == 0 or _OPENING.fullmatch(opening) or not is_cjk(opening)):
            yield start, end


def _acquired(text: str, hits: dict[int, Hit]) -> Iterator[tuple[int, int]]:
    for match in _JOINED.finditer(text):
        yield from ((match.start(n), match.end(n)) for n in ("one", "two") if match[n])
    for match in (*_ACQUIRED.finditer(text), *_ADDRESSED.finditer(text)):
        yield match.start("name"), match.end("name")


def _listed(text: str, mentions: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Words between commas of a list beside a company."""
    if not _ALLIED.search(text):
        return
    for mention in mentions:
        if mention.type is not EntityType.COMPANY:
            continue
        before = _LISTED.search(text[: mention.start])
        if before:
            yield before.start("name"), before.end("name")
            earlier = _LISTED.search(text[: before.start("name")])
            if earlier:
                yield earlier.start("name"), earlier.end("name")
        after = _LISTED_AFTER.match(text[mention.end :])
        if after:
            yield mention.end + after.start("name"), mention.end + after.end("name")


def plausible(name: str) -> bool:
    """Whether words can be a company's name: nothing in them is a common word, and they are no place.

    >>> plausible("萨博"), plausible("两家企业")
    (True, False)
    """
    known = gazetteer().names.get(name)
    if known or not 2 <= len(name) <= 8 or name in words("generic_modifiers"):
        return False
    if set(name) & (characters("hard") | set("和同在从为将以等及至到自就可上下内其本两三几各每")):
        return False
    head = name
    for suffix in words("short_company_suffixes"):
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            head = name[: -len(suffix)]
    if head[:2] in gazetteer().names and len(head) == 4:
        head = head[:2]
    if any(word in head for word in words("common_words")):
        return False
    return not any(name.startswith(w) or name.endswith(w) for w in words("stops") if len(w) > 1)
