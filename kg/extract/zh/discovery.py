"""Names of organizations that no list and no suffix gives away, from what is said about them ("与|萨博|签署")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.zh.gazetteer import Hit, gazetteer, is_cjk
from kg.extract.zh.lexicon import characters, words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import Span
from kg.extract.zh.titles import title_pattern
from kg.model import EntityType

_BEHIND = re.compile(
    r"(?=(?:（[^）]{1,20}）)?(?:(?:今日|昨日|近日|日前|今天|昨天|昨晚|\d{1,2}日|\d{1,2}月\d{1,2}日)?晚?(?:间)?(?:发布|披露|晚间)?公告(?:称|，|显示|，)|发布公告|披露公告"
    r"|(?:\d{1,2}日|昨日|今日|近日|日前|今天)?宣布(?:，|将|与|已|计划|收购|投资|推出|拟|在|斥资|以|完成|成立|启动|获得)|拟(?:投资|收购|出资|以|斥资)|(?:下属|麾下|辖下)(?=的|子公|企业|公司|上市|全资|控股|最)|(?:再度|再次|首次|成功|联合|预|喜|连续|又|近日|日前|今日|昨日)*中标|旗下|"
    r"(?:\d{1,2}日)?(?:正式)?(?:签署|签订|签约)|(?:\d{1,2}日)?(?:分别|共同)?与[^，。；]{2,30}?(?:签署|签订|签约|达成|宣布)|达成[^，。]{0,10}(?:合作|协议)|建立[^，。]{0,10}合作|战略合作|(?:成功|溢价|要约|全资|终止|完成)*收购|向[^，。]{2,12}(?:注资|提供|捐赠|投资|采购)|斥资|投资\d|(?:(?:去年|今年|前年|上月|本月)(?:\d{1,2}月)?[底初]?[才就也则]?)?(?:将|计划|规划|已)?在[^，。]{2,12}(?:投资|建设|设立|建厂)"
    r"|(?:的)?(?:全资|控股|参股)子公司|(?<=[A-Za-z])子公司|(?:的)?(?:控股股东|第[一二三]大股东|实际控制人|实控人)|大股东(?!会|大)|(?<!大)的?股东[^大会们]|(?:合计|直接|间接|共)?持有(?:公司|本公司|该公司)|及其?一致行动人|持股(?:比例)?\d"
    r"|(?:\d{1,2}月\d{1,2}日)?晚?间?披露(?:，|称|：)|自\d{4}年|等?(?:拟|计划)(?:减持|增持)|合计(?:持有|减持)"
    r"|(?:独家|联合|共同|持续|继续|追加)?(?:领投|跟投|参投)(?!方|者)|(?:宣布)?(?:完成|获得?)[^，。；]{0,16}(?:轮|战略)[^，。；]{0,4}(?:融资|投资)"
    r"|(?:系|实?(?<!成)(?<!实)为|实为|是|成为)[^，。；]{2,20}(?:子公司|旗下)|的?(?:控股)?母公司|隶属于|因(?:公司)?涉嫌(?:信息披露|信披|财务造假|虚增|年报|误导|操纵)|获批|获得[^，。]{0,12}(?:牌照|许可|批准|订单)))"
)
_WEAKLY_BEHIND = re.compile(
    r"(?=(?:再度|再次|首次|成功|正式|联合|则|亦|日前|近日|今日|昨日|今天|昨天|\d{1,2}日|晚间|昨晚|已|又|也|将|拟|计划|此前|目前|最终)*"
    r"(?:承建|承揽|签下|夺标|得标|拿下[^，。；]{0,12}(?:订单|项目|合同|大单)|获得?[^，。；]{0,20}(?:批准|核准|牌照|执照|许可|补贴|补助|贷款|授信|订单|合同|资格)"
    r"|捐赠?|落户|入驻|进驻|(?:因[^，。；]{2,24})?(?:被|遭)[^，。；]{0,16}(?:罚|约谈|立案|责令|列入|制裁|起诉|调查)|因应|看准|成立于|创立于|(?:主要|专业)?从事|专注于?|深耕|规划投资|投资(?:逾|约|超过|超|近)?\d|入股|控股|收购|增资|开工|投产|奠基|(?:任命|委任|聘任)))"
)
_DESCRIBED = re.compile(
    r"(?:中国|美国|日本|韩国|德国|法国|英国|当地|本土|台资|外资|港资|民营|国有|知名|著名|最大|龙头|科技|互联网|汽车|医药|制药|半导体|芯片|能源|电池|食品|零售|物流|支付|地产|建筑|医疗|软件|人工智能|上市|造车|新势力|外送|外卖|打车|叫车|电商|网购|直播|短视频|社交|旅游|订房|零售|化工|创投|电信|电讯|连锁|金融|保险|生技|钢铁|石油|矿业|家电|服饰|烟草|饮料|工程|军工|航天|安防|云计算|加密货币|代工|面板|光伏|太阳能|风电|客运|巴士|货运|租赁|水泥|造船|航空|中资|美资|台湾|香港|餐饮|航运|游戏|领域|赛道|初创|创业)"
    r"(?:企业|公司|巨头|厂商|业者|大厂|开发商|制造商|运营商|供应商|承包商|机构|平台|品牌|车企|药企)“?(?P<name>[一-鿿]{2,6}?|[A-Za-z]{2,14})”?"
    r"(?=在|与|和|同|宣布|表示|签|近日|日前|今|昨|，|、|将|已|向|是|等|董事|总裁|CEO|创始人|对|获|发布|投资|拟|计划|违反|因|被|遭|必须|公告|提起|提出|发起|展开|处以|开出|签|达成|共同|合作|发出|颁发|旗下|的|周|上周|去年|以)"
)
_TRADED = re.compile(
    r"(?:巨头|制造商|零售商|开发商|承包商|生产商|经销商|分销商|财团|车企|药企|代工厂|独角兽(?:企业)?|供货商|投资机构)“?(?P<name>[一-鿿]{2,6}?)”?"
    r"(?=（[A-Z][A-Za-z]|[A-Z][a-z]+|宣布|表示|签|近日|日前|昨日|今日|与[一-鿿]{2,16}?(?:签|达成|合作|联手)|将(?:投资|收购|在)|拟|计划(?:在|投资|收购|以)|斥资|同意|达成|旗下|领投|跟投)"
)
_WINS = re.compile(
    r"(?:中标|成交|得标|中选)(?:候选)?(?:人|单位|企业|公司|方|供应商|厂商|商|的|机构)(?:名称)?(?:分别|依次)?(?:是|为|：)(?:了)?"
    r"(?P<name>[一-鿿A-Za-z0-9]{2,9}?)(?=，|、|。|；|（|和|及|与|$)"
)
_NAMED = re.compile(
    r"(?:企业|巨头|公司|厂商|开发商|制造商|零售商|运营商|供应商|车企|药企|平台)“(?P<name>[一-鿿A-Za-z]{2,8})”"
    r"(?=与|和|赴|宣布|签|拟|斥资|落户|日前|近日|表示|将|已|董事|总裁|创始人|CEO|中标|获|在[一-鿿]{2,8}(?:投资|设|建))"
)
_ENUMERATED = re.compile(
    r"(?P<items>(?:[一-鿿A-Za-z0-9&·（）]{2,14}(?:、|和|与|及|以及)){1,12}[一-鿿A-Za-z0-9&·]{2,10})等"
    r"(?P<count>(?:\d+|[一二三四五六七八九十数多几两]+)余?多?家|(?:大型|知名|龙头|骨干|本土)(?=[一-鿿]{0,6}企业))?(?:[一-鿿]{0,8}?)(?:企业|公司|厂商|车企|药企|券商|供应商)(?!家|集群|税|债)"
)
_STRONG = re.compile(
    r"(?:今日|昨日|近日|\d{1,2}日)?晚?间?(?:发布|披露)?公告|股份|旗下|的?(?:全资|控股)子公司|(?:约|的)?\d"
    r"|(?:成功|再度|再次|联合)?中标|承建|获批|(?:宣布)?完成[^，。；]{0,16}轮[^，。；]{0,4}融资|拟(?:投资|收购|出资|以|斥资)"
)
_ALLIED = re.compile(
    r"增资|注资|子公司|旗下|包括|持有|减持|增持|签|合作|合资|携手|联合|共同|合组|组建|引进|等\d*多?家?(?:企业|公司|机构|集团)|中标|入围"
)
_OPENING = re.compile(r"^|[，。；：”“、（《\s]|与|和|同|跟|由|被|对|向|及")
_ACQUIRED = re.compile(
    r"(?:收购|并购|入股|持有|取得|购得|买下|标得|脱售|控股|增持|减持|参股|领投|战略投资|投资入股|受让|认购|接盘)(?:了)?(?P<name>[一-鿿A-Za-z]{2,9}?)(?=(?:约|不少于|不低于|不超过|至少|超过|逾|合计|共计|近)?\d[\d.,]*(?:%|[百千万亿余多]*股)|的?(?:全部|百分之|多数|控股权|控制权|股权|股份|三分之|部分股))"
)
_TAKEN_OVER = re.compile(
    r"(?:收购|并购|入股|控股|参股)(?:了)?“?(?!基金|重组)(?P<name>[一-鿿A-Za-z]{2,8}?)”?(?=之后|后|，|。|一案|交易|的?消息|$)"
)
_HOLDER = re.compile(
    r"(?:(?:控股股东|第[一二三]大股东|实际控制人|实控人|直接投资人)(?:仍|将|均)?(?:变更)?(?:为|是|系)?|(?:股东|投资方|领投方)(?:为|是|系)(?:专注于?[^，。；]{2,20}的)?)“?(?P<name>[一-鿿A-Za-z]{2,8}?)”?"
    r"(?=拟|计划|将|因|未能|及其|正在|持有|减持|增持|合计|所持|通知|质押|宣布|表示|以\d|以集中|、|，|。|（|及|和|与)|"
    r"股东(?P<one>[一-鿿A-Za-z]{3,8}?)(?=拟|计划|减持|增持|合计|所持|质押|持有|以集中|与|签|于\d|通知|、[一-鿿]{2,8}?(?:拟|计划|合计|减持))"
)
_SELLS = re.compile(r"持有的(?P<name>[一-鿿A-Za-z]{2,9}?)(?=约?\d+(?:\.\d+)?%)")
_JOINS = re.compile(
    r"(?:成为|都是|均为|是)(?P<name>[一-鿿]{2,8}?)(?<![做当任作新])(?:新)?的?(?:第[一二三]大|控股|重要|主要|参股|最大|大)+股东"
)
_SOLD = re.compile(
    r"(?:出售|转让|置出|剥离)(?P<name>[一-鿿A-Za-z]{3,9}?)(?=约?\d+(?:\.\d+)?%|的?(?:全部|多数|部分)?(?:股权|股份))"
)
_GIVEN_TO = re.compile(
    r"(?:转让|出售|划转|过户|卖)(?:给予?|予|至)(?:了)?(?:其|公司|关联方|第三方|独立第三方)*(?P<name>[一-鿿]{3,8}?)(?<![者人方户们员商])(?=，|。|；|、|$|（)"
)
_ADDRESSED = re.compile(r"向(?P<name>[一-鿿]{2,8}?)(?=采购|购买|订购|下单|增资|注资|收购|支付)")
_JOINED = re.compile(
    r"(?:携手|联手|牵手)(?P<one>[一-鿿]{2,6}?)(?:(?:、|与|和)(?P<two>[一-鿿]{2,6}?))?"
    r"(?=合组|共同|共建|打造|推出|推进|成立|组建|建设|布局|发布|研发|开发|举办|发起|竞标|发行|启动|抢攻|，|。)"
)
_QUOTED = re.compile(
    r"(?:合资|共同持股|共同出资|共同投资|旗下[^，。；“”]{0,8}|投资|收购)(?:成立)?的?“(?P<name>[一-鿿A-Za-z]{2,8})”(?!项目|品牌|工程|计划)"
)
_SUBSIDIARY = re.compile(
    r"(?:旗下|所属|辖下)的?(?P<one>[一-鿿A-Za-z]{2,6}?)(?=与|同|日前|近日|宣布|获|中标|将|通过|推出|接手|发布|公布|公告|表示|签|拟|已|（|的?\d+(?:\.\d+)?%|的(?:全部|多数|部分)?股[权份]|自主研|研发|研制|开发的|生产的|承建)|"
    r"(?:全资|控股|参股)?(?:子公司|孙公司|下属企业|下属公司|旗下公司|旗下企业|参股公司|(?<!股份)控股公司)“?(?P<name>[一-鿿A-Za-z]{2,8}?)”?"
    r"(?=决定|与|拟|近日|日前|已|于|在|将|收到|中标|获|签|以|，|、|（|向|申报|IPO|供应商|则|增资|分别|名下|的(?:员工|负责人|高管|董事|总经理|厂房|生产线)|因|被|出资|宣布|完成|持续|继续|持有|投得|提出|提交|申请|负责|实施|收购|参与|发布|取得|的名义|及|和|正|涉|违规|遭|又|还|也|计划|设立|投资\d|员工|。|的?\d+(?:\.\d+)?%)"
)
_PARENT = re.compile(
    r"(?:是|为|系|隶属于?|属于)(?:上市公司|央企|国企|民企|港股上市公司|A股上市公司|母公司)?“?(?P<name>[一-鿿A-Za-z]{2,8}?)”?"
    r"(?:的|旗下的?)?(?:间接|直接)?(?:全资|控股|参股|非全资|重要|核心)+(?:附属|下属)?(?:子公司|孙公司|附属公司|企业|公司)"
)
_STAKE = re.compile(
    r"(?:参股|持股|控股|投资|入股)的(?P<name>[一-鿿A-Za-z]{3,8}?)(?=已|将|获|取得|近日|日前|昨日|宣布|与|拟|在|于|完成|（|成功|中标|申请|提交|是|为|主要)"
)
_KIND_UNDER = re.compile(
    r"（(?P<one>[一-鿿A-Za-z]{2,8}?)(?:旗下|全资子公司|控股子公司)）|(?:旗下|控股|参股|投资)的?(?:[一-鿿]{2,8}?)(?:公司|平台|品牌|企业|车企|药企|巨头)“?(?P<name>[一-鿿A-Za-z]{2,8}?)”?"
    r"(?=与|同|日前|近日|昨日|今日|宣布|获|中标|将|推出|发布|公布|公告|表示|签|拟|已|（|、|在)"
)
_UNDER = re.compile(
    r"(?:旗下|下属|下辖)(?:还|亦|也|已|现)?(?:拥有|有|包括|设有|控股|全资拥有)(?:了)?(?P<name>[一-鿿A-Za-z]{2,8}?)(?=、|和|及|与|以及|等(?:\d|[一二三四五六七八九十多数几]|子?公司|企业|品牌))"
)
_LISTED = re.compile(r"(?P<name>[^与和同、由及是有了，。；：“”（）\s\d]{2,8})(?:、|和|与|及|以及)$")
_LONGEST_LIST = 9
_LISTED_AFTER = re.compile(
    r"^(?:、|和|与|及|以及)(?P<name>[一-鿿A-Za-z]{2,8}?)(?=等|均|、|和|，|。|与|签|在|于\d|达成|共同|分别|将|已|宣布|合作|及|为建立|为进一步|为推|拟)"
)


def discover(text: str, mentions: Sequence[Span], hits: dict[int, Hit], whole: str = "") -> Iterator[str]:
    """Words of a sentence that act, are acted on or are listed as only an organization is.

    Args:
        text: A simplified sentence.
        mentions: The names already found in it.
        hits: Known names by their end.
        whole: The article: what is weakly attested must stand in it more than once.
    """
    taken = [m for m in mentions if m.source != "short"]
    named = [m for p in (_TRADED, _NAMED, _WINS) for m in p.finditer(text) if m["name"] not in words("firm_nicknames")]
    told = {m.span("name") for m in named}
    strong = [*_headed(text, whole), *_acting(text, hits, _BEHIND), *_acquired(text, hits), *_listed(text, mentions)]
    strong += [*sorted(told), *_enumerated(text, mentions, hits)]
    kinds = {(m.start("name"), m.end("name")) for m in _DESCRIBED.finditer(text)}
    bought = [(m.start("name"), m.end("name")) for m in _TAKEN_OVER.finditer(text)]
    weak = [*_acting(text, hits, _WEAKLY_BEHIND), *sorted(kinds), *bought]
    repeated = [(start, end) for start, end in weak if text[start:end].isascii() or whole.count(text[start:end]) > 1]
    kinds |= told | {m.span("name") for m in _SUBSIDIARY.finditer(text) if m["name"]}
    for start, reach in (*strong, *repeated):
        end = reach - 2 if _CONTROLS.match(text, reach - 2) else reach  # "远图科技|控股股东"
        described = (start, reach) in kinds
        free = all(end <= m.start or start >= m.end or _begins(m, start, end) for m in taken)
        if (
            free
            and plausible(text[start:end])
            and (described or not _personal(text[start:end]) or _STRONG.match(text[end:]))
        ):
            yield text[start:end]


_CONTROLS = re.compile(r"控股(?:股东|子公司|权|方)")


def _begins(mention: Span, start: int, end: int) -> bool:
    """Whether a place or a short name is only the beginning of a name: "|上海|恺英", "|北汽|鹏龙"."""
    short = mention.type is EntityType.COMPANY and mention.source == "list" and mention.end - mention.start == 2
    return (mention.type is EntityType.PLACE or short) and mention.start == start and mention.end + 2 <= end


def _personal(name: str) -> bool:
    """Whether words have the shape of a person's name, or end in one ("温商|林春平")."""
    person = name[-3:] if len(name) > 3 and name[-4] in "商人士者星" else name
    return len(person) <= 3 and person[0] in characters("surnames")


_SUM = re.compile(r"(?:(?:近|约|逾|超|数)?[\d一二三四五六七八九十百千]{1,4}[万亿]+(?:元|美元|港元|欧元)?)?$")


def _acting(text: str, hits: dict[int, Hit], behind: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in behind.finditer(text):
        amount = _SUM.search(text, 0, match.start())
        end = amount.start() if amount else match.start()  # "世茂|近百亿|收购"
        if end < 2 or not (is_cjk(text[end - 1]) or text[end - 1].isalpha()):
            continue
        invests = 2 if text.endswith(("投资", "控股"), 2, end) and end - 2 in hits else 0  # "泰禾|投资"
        start = left_edge(text, end - invests, hits)
        opening = text[start - 1 : start]
        dated = (
            opening in set("年月日") and text[start - 2].isdigit() and text[start] not in "年月度前后来内底初末中上下第"
        )  # "2018年|远图富海|收购"
        opens = start == 0 or dated or _OPENING.fullmatch(opening) or not is_cjk(opening)
        if 2 <= end - start <= 8 and opens:
            yield start, end


_HEADED = re.compile(r"^(?:【)?(?P<name>(?:ST|\*ST)?[一-鿿]{3,5})(?:（\d{6}）)?：")


def _headed(text: str, whole: str) -> Iterator[tuple[int, int]]:
    """Who an announcement is by, in its headline: "|远图股份|：控股股东拟减持"."""
    match = _HEADED.match(text)
    if (
        match
        and match["name"] not in words("headline_labels")
        and "公告" in whole[:600]
        and re.search(r"公司|股东|减持|增持|收购|中标|：拟|投建|签|终止|获批|项目|合同", text)
    ):
        yield match.start("name"), match.end("name")


def _acquired(text: str, hits: dict[int, Hit]) -> Iterator[tuple[int, int]]:
    for match in _JOINED.finditer(text):
        yield from ((match.start(n), match.end(n)) for n in ("one", "two") if match[n])
    named = (
        _ACQUIRED,
        _HOLDER,
        _JOINS,
        _SELLS,
        _SOLD,
        _ADDRESSED,
        _GIVEN_TO,
        _QUOTED,
        _SUBSIDIARY,
        _PARENT,
        _UNDER,
        _KIND_UNDER,
        _STAKE,
    )
    for match in (m for pattern in named for m in pattern.finditer(text)):
        group = "name" if match["name"] else "one"
        yield match.start(group), match.end(group)


def _listed(text: str, mentions: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Words between commas of a list beside a company."""
    if not _ALLIED.search(text):
        return
    for mention in mentions:
        if mention.type is not EntityType.COMPANY:
            continue
        before = _LISTED.search(text[: mention.start])
        if before:
            yield before.start("name") + _introducing(before["name"]), before.end("name")
            earlier = _LISTED.search(text[: before.start("name")])
            if earlier:
                yield earlier.start("name"), earlier.end("name")
        end = mention.end
        for _ in range(_LONGEST_LIST):
            after = _LISTED_AFTER.match(text[end:])
            if not after:
                break
            yield end + after.start("name"), end + after.end("name")
            end += after.end("name")


_ENDS_NO_FIRM = re.compile(
    r"[局部委会省市县区国州镇乡校院所系厅署]$|大学$|银行$|产业$|行业$|领域$|项目$|产品$|省份$|地区$"
)


def _enumerated(text: str, mentions: Sequence[Span], hits: dict[int, Hit]) -> Iterator[tuple[int, int]]:
    """The items of a list that is summed up as so many companies: "|申达|、|明海水暖|等15家企业"."""
    for match in _ENUMERATED.finditer(text):
        begin, end = match.span("items")
        firms = any(begin <= m.start and m.end <= end and m.type is EntityType.COMPANY for m in mentions)
        if not (firms or match["count"]):
            continue
        for item in re.finditer(r"[^、和与及以]+", text[begin:end]):
            start, stop = begin + item.start(), begin + item.end()
            if item.start() == 0:
                start = max(left_edge(text, stop, hits), start)
                start += _introducing(text[start:stop])
            if 2 <= stop - start <= 8 and not _names_a_trade(text[start:stop]):
                yield start, stop


def _names_a_trade(item: str) -> bool:
    """Whether an item of a list is a trade or a body, no firm: "|水泥|、|钢铁|等10家企业"."""
    trades = words("topics") | words("attributes") | words("short_company_suffixes") | words("facility_modifiers")
    return item in trades or bool(_ENDS_NO_FIRM.search(item))


def _introducing(words_: str) -> int:
    """The length of the words that introduce a list: "其中包括|天枢计算"."""
    found = re.match(r".{0,3}(?:包括|包含|分别为|分别是)(?:了)?", words_)
    return found.end() if found else 0


_NO_FIRM = re.compile(r"^[之我]|[市县镇乡]$|规划$|^.{1,4}区$")


_KIN = re.compile(r"^第[一二三四五六七八九十]|之[子女妻弟父母兄]$|(?:家族|夫妇|本人|先生|女士)$")


def plausible(name: str) -> bool:
    """Whether words can be a company's name: nothing in them is a common word, and they are no place.

    >>> plausible("萨博"), plausible("两家企业")
    (True, False)
    """
    known = gazetteer().names.get(name)
    if name[:3] in words("known_people") or _KIN.search(name) or title_pattern().search(name):
        return False
    if (
        known
        or not 2 <= len(name) <= 8
        or name in words("generic_modifiers")
        or _NO_FIRM.search(name)
        or name in words("not_company")
    ):
        return False
    opening = gazetteer().names.get(name[:2]) if len(name) == 4 else None
    own = name[2:] if opening and opening.type is EntityType.PLACE else name
    if name[1] in "和同" and (name[2:] in words("short_company_suffixes") or name[2:] in _TRADES):
        own = name[0] + name[2:]  # "创和|投资"
    own = own.removesuffix("在线") if len(own) >= 4 else own
    if all(char in _COUNTRIES for char in name):
        return False  # "|中法|宣布投资"
    if re.search(r"\d[亿万]", own):
        return False  # "远图200亿|入股海岳"
    if set(own) & (characters("hard") | set("和同在从为将以等及至到自就可上下内其本两三几各每要")):
        return False
    head = own
    invests = len(name) == 4 and name[:2] not in words("generic_modifiers") | _KINDS_OF_INVESTMENT  # "远图|投资"
    for suffix in (*words("short_company_suffixes"), "国际", *(("投资",) if invests else ())):
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            head = name[: -len(suffix)]
    if opening and own is name:
        head = name[:2]  # "国投|创新"
    if any(word in head for word in words("common_words")):
        return False
    trade = name[-2:] in _TRADES and len(name) >= 4 and is_cjk(name[0])
    return not any(name.startswith(w) or (name.endswith(w) and not trade) for w in words("stops") if len(w) > 1)


_KINDS_OF_INVESTMENT = frozenset({"追加", "固定", "实业", "财务", "证券", "股票", "债券", "基金"})
_COUNTRIES = frozenset("中美英法德日韩俄印欧澳加意朝")
_TRADES = frozenset({"投资", "开发", "建设", "发展", "运营", "服务", "管理", "采购", "支付"})
