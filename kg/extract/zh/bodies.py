"""Organizations of a sentence: listed names, and names by their last words (公司, 银行, 人民政府, 局, 大学, …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.zh.compounds import WITH_OFFICES, find_compounds, office_end, with_party
from kg.extract.zh.gazetteer import Hit, Hits, gazetteer, is_cjk
from kg.extract.zh.lexicon import anaphor_kinds, any_of, characters, words
from kg.extract.zh.names import first_field, left_edge
from kg.extract.zh.places import foreign_countries
from kg.extract.zh.registered import registered
from kg.extract.zh.spans import Span
from kg.extract.zh.titles import given_name, title_pattern
from kg.model import EntityType

_BUILDER = re.compile(
    r"(?:中(?:国)?(?:建|铁|交|电建|核|冶|煤|水电|水|化|石油|铁建)(?:第?[一二三四五六七八九十]{1,3}[航公]?(?:工程)?局|大桥局|隧道局|电气化局|建工|投资)"
    r"|中国建筑第[一二三四五六七八九十]{1,2}工程局|中国水电[一二三四五六七八九十]{1,3}局)(?:集团)?(?:有限公司|公司)?(?:[一二三四五六七八九]公司)?"
)
_FOREIGN = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z0-9&'.-]*(?: [A-Z&][A-Za-z0-9&'.-]*){0,4},? "
    r"(?:PTE\.? LTD|Pte\.? Ltd|C[Oo]\.?, ?L[Tt][Dd]|S[Dd][Nn]\.? B[Hh][Dd]|LTD|INC|CORP(?:ORATION)?|LIMITED|BHD|Bhd"
    r"|Inc|Ltd|Limited|Corp|Corporation|LLC|Group|Holdings|GmbH|Plc|PLC|AG|SE|LP|L\.P|Company|Technologies)(?![a-z])\.?"
)
_TICKER = re.compile(
    r"(?<=[一-鿿A-Za-z])（\s*(?:[A-Z]{2,6}[.:：])?\d{4,6}(?:[.\-][A-Z]{2})?\s*）|（[A-Z]{1,5}(?:\.[A-Z]+)?）"
)
_BRANCH = re.compile(
    r"(?:健康|数科|物流|影业|文娱|置业|地产|物业|资本|智能云|数字能源|金服|云计算|电器|保险|证券|人寿|信托|电子|智联|智行|出行|音乐|视频|外卖|支付|医疗)?(?:（中国）|（集团）)?(?:国际(?=旗下|控股|集团|宣布|发布|公告|拟|与|股份|（|为|担任|和|及|、)|中国(?!总部|区|市场|业务|首|最|第|大陆|内地|研发)|集团|公司|控股集团|股份|汽车(?!总部|工厂|基地|产)|科技(?!园)|云)?(?:股份有限公司|有限责任公司|有限公司|公司)?"
)
_BUREAU = re.compile(
    r"(?P<stem>[^\W\da-zA-Z的和与在是为将对向由被]{2,9}?)(?:总局|(?<![布格结邮大全时当赛骗])局(?!面|部|势|限|域)|厅(?!级)|(?<![签部])署(?!名)|管理处|运输处|工程处)"
)
_MINISTRY = re.compile(
    r"部(?=(?:副|高级|国务|第[一二]|首席|代)?部长|(?:首席|常务)(?:副)?(?:秘书|部长))|局(?=副?局长)|厅(?=副?厅长)|署(?=副?署长)|司(?=副?司长)"
)
_HEADED = re.compile(r"局(?=长)")
_DEPUTY = re.compile(r"人大代表|政协委员")
_TITLE_WITHIN = re.compile(
    r"(?:会|局|厅|委|府|公司|集团|行)副?(?:主任|书记|局长|厅长|市长|区长|县长|董事长|总裁|总经理|行长)[一-鿿]{2,}"
)


def find_bodies(text: str, known: Sequence[Hit], hits: Hits) -> Iterator[Span]:
    """Companies, government bodies and other organizations; they may overlap.

    Args:
        text: A simplified sentence.
        known: Listed names.
        hits: Listed names and places by their end.
    """
    yield from _known_organizations(text, known)
    yield from (with_party(text, body) for body in _organizations(text, hits) if not _TITLED.search(body.text))
    yield from find_compounds(text, hits)


# "湖州|市长王建国会|见了": a person's title is no part of a name
_TITLED = re.compile(
    r"[部局厅署]长[和兼、]|(?:署理|副|代理)总会$|[省市区县州]长(?!江|城|沙|春|安|治|兴|丰|宁|乐|葛|岭|风|荣|虹|三角|期|效)[一-鿿]{2,3}会$|(?:董事长|总裁|总经理|主任)[一-鿿]{2,4}(?:会|教授|先生|女士)"
)


_PRODUCT = re.compile(
    r"(?:牌|吉普|轿车|越野车|面包车|货车|卡车|跑车|手机|电视机?|冰箱|空调|客机|飞机|直升机|\d{2,4}型|系列)(?!公司|集团|有限|照|大?模型)"
)


_SHARED = re.compile(r"(?:总数|的?(?:持有|转让|认购|买卖)|质押|过户|解禁|回购)")
_SHARE_OF = re.compile(r"(?:（[^（）]{1,20}）)?(?:约)?\d[\d.]*%的?(?:股|权益)|的?(?:全部|多数)?股权")
_AS_HOLDER = re.compile(r"(?:公司|其)?(?:第[一二三四五六七八九十\d]+大|最大|控股股东|单一|实际控制)")
_SHARES = re.compile(r"(?:持有?|受让|转让|收购|认购|购买|质押|出售|买入|抛售)(?:了)?[^，。；]{0,8}$")


def _known_organizations(text: str, known: Sequence[Hit]) -> Iterator[Span]:
    places = {hit.end: hit for hit in known if hit.known.type is EntityType.PLACE}
    for hit in known:
        if hit.known.type is EntityType.PLACE:
            continue
        word = text[hit.start : hit.end]
        if (word.endswith("部") and text.startswith("门", hit.end)) or _DEPUTY.match(text, hit.end - 2):
            continue  # "环保|部门", "全国人大|代表"
        if len(word) == 2 and given_name(text, hit.start, hit.end):
            continue
        if word.endswith("银行") and _is_banking(text, hit.end):
            continue  # "重庆|银行业"
        if word.endswith("为") and is_cjk(text[hit.start - 1 : hit.start] or " ") and _AS_HOLDER.match(text, hit.end):
            continue  # "远图华|为第二大股东"
        introduced = not hit.known.canonical  # by the article itself
        if hit.known.type is EntityType.COMPANY and _PRODUCT.match(text, hit.end):
            continue
        if word in words("ambiguous") and not introduced and not _confirmed(text, hit):
            continue
        branch = _BRANCH.match(text, hit.end) if hit.known.type is EntityType.COMPANY else None
        end = branch.end() if branch else hit.end
        shares = (_SHARES.search(text[: hit.start]) or _SHARED.match(text, end)) and not _SHARE_OF.match(text, end)
        if text.endswith("股份", 0, end) and not word.endswith("股份") and shares:
            end -= 2  # "减持|远图科技|股份"
        end = office_end(text, end)
        country = places.get(hit.start)  # "英国|央行"
        start = country.start if country and hit.known.type is EntityType.GOVERNMENT else hit.start
        yield Span(start, end, hit.known.type, text[start:end], "list")


def _appointee(text: str, start: int, end: int) -> str:
    """The words of "|李明任|海岳集团董事长" that are no part of the name."""
    opens = start == 0 or not is_cjk(text[start - 1])
    found = re.match(r"(.)[一-鿿]{1,2}任(?=[一-鿿]{2})", text[start:end]) if opens else None
    return found[0] if found and found[1] in characters("surnames") else ""


_OWNED = re.compile(r"(?:旗下|所属|控股|子公司|收购|入股|股东)的?(?:品牌|公司|平台|企业)?“?$")
_WING = re.compile(r"[一-鿿]{2,8}?[司局厅](?=副?[司局厅]长|有关|相关|负责|一级|二级|首任)")


def _confirmed(text: str, hit: Hit) -> bool:
    """Whether a name that is also a common word is the name here: it acts, or stands among names."""
    rest, before = text[hit.end : hit.end + 4], text[hit.start - 1 : hit.start]
    listed = words("confirming") | (words("ruling") if hit.known.type is EntityType.GOVERNMENT else frozenset())
    acts = rest.startswith(tuple(listed)) and before not in set("的广了")
    winged = hit.known.type is EntityType.GOVERNMENT and _WING.match(text, hit.end)  # "商务部|外资司副司长"
    owned = hit.known.type is EntityType.COMPANY and _OWNED.search(text[: hit.start])  # "腾讯旗下|微信"
    headed = title_pattern().match(text, hit.end)  # "商务部|新闻发言人姚明"
    borne = headed and text[headed.end() : headed.end() + 1] in characters("surnames")
    apart = not is_cjk(before) or text[hit.start - 2 : hit.start] in words("stops")
    return acts or bool(winged or owned or (borne and apart)) or rest[:1].isdigit() or before in set("将把对向与由被")


@cache
def _suffix_pattern() -> re.Pattern[str]:
    bureaus = any_of(words("bureaus")) + "(?:总局|局|厅|委员会|委|署)"
    ministries = any_of(words("ministries")) + "部(?!门|分|长|署|件|队|级|落|位)"
    suffixes = any_of(words("company_suffixes") | words("government_suffixes") | words("organization_suffixes"))
    names = f"{bureaus}|{ministries}|{suffixes}|{any_of(words('short_company_suffixes'))}"
    return re.compile(f"(?:{names})(?!(?<=委)员会|(?<=公司)(?:注册处|法|章程|治理|登记|秘书)|(?<=政府)(?:关系|事务))")


def _organizations(text: str, hits: Hits) -> Iterator[Span]:
    for match in _BUILDER.finditer(text):
        yield Span(match.start(), match.end(), EntityType.COMPANY, match[0], "suffix")
    for match in _FOREIGN.finditer(text):
        yield Span(match.start(), match.end(), EntityType.COMPANY, match[0], "suffix")
    yield from _offices(text, hits)
    for match in _suffix_pattern().finditer(text):
        start = left_edge(text, match.start(), hits, placed=_type(match[0]) is not EntityType.COMPANY)
        listed = hits.get(match.end())
        if listed and start < listed.start and (text[start] in "与和同及" or text[listed.start - 1] == "与"):
            start = listed.start  # "与|建设银行"
        if match[0].endswith("有限公司"):
            start = registered(text, start, match.start())
        if match[0].endswith(_OF_FIELDS) and match.end() not in hits:
            start = _joined_name(text, start, hits)
        start += len(_appointee(text, start, match.start())) + (text[start] == "与")
        source = "" if _TITLE_WITHIN.search(text[start : match.start()]) else _source(text, start, match, hits)
        if source:
            league = text.endswith("共青团", 0, start)
            kind = EntityType.ORGANIZATION if league else _type(match[0])
            start -= 3 * league
            end = office_end(text, match.end()) if match[0].endswith(WITH_OFFICES) else match.end()
            yield Span(start, end, kind, text[start:end], source)
    for match in _TICKER.finditer(text):
        start = min(left_edge(text, match.start(), hits), _short_words(text, match.start()))
        plain = text[start : match.start()] not in anaphor_kinds()
        if plain and 2 <= match.start() - start <= 12 and match[0].strip("（）") not in words("technologies"):
            yield Span(start, match.start(), EntityType.COMPANY, text[start : match.start()], "context")


def _is_banking(text: str, end: int) -> bool:
    """Whether 银行 goes on to 银行业, 银行卡 or 银行账户 and names no bank."""
    return text[end : end + 1] in set("业卡账")


_OF_FIELDS = ("协会", "学会", "商会", "联合会", "委员会", "理事会", "促进会", "总会", "部", "局", "厅", "署")
_ENDED = frozenset("会局部院司厅委府团学心所市省区县国州署社行处站")


def _joined_name(text: str, start: int, hits: Hits) -> int:
    """Where a name begins whose fields a conjunction joins behind a place: "|美国服装|与|鞋业协会"."""
    if text[start - 1 : start] not in {"与", "和", "及"}:
        return start
    first = first_field(text, start)
    if first < start:
        state = hits.get(first)
        return state.start if state and state.known.type is EntityType.PLACE else first
    for length in range(2, 7):
        place = hits.get(start - 1 - length)
        field = text[start - 1 - length : start - 1]
        if place and place.known.type is EntityType.PLACE:
            plain = all(is_cjk(c) and c not in characters("hard") for c in field) and field[-1] not in _ENDED
            plain = plain and field not in words("stops") and not any(h.start == start for h in hits.values())
            return place.start if plain else start
    return start


_WHOLE = re.compile(r"(?:^|(?<=[，。；：】、\s“（]))(?:[*]?ST)?[一-鿿]{3,4}$")


def _short_words(text: str, end: int) -> int:
    """Where three or four characters begin that stand alone before a ticker: "|雅本化学|（300261）"."""
    whole = _WHOLE.search(text[:end])
    return whole.start() if whole else end


_ABROAD = re.compile(
    r"(?P<stem>(?:[^\W\da-zA-Z的与在是为将对向由被兼长理]|对外|管理){2,12}?)部(?!门|分|长级|署|件|队|级|落|位|下|里|委|属)"
)


def _ministerial(stem: str) -> bool:
    """Whether words behind a country name a ministry: no verb is in them, and it is no region or department."""
    verbal = (w for w in words("stops") - words("joined") - words("ministries") if len(w) > 1)
    return stem[-1] not in "东西南北中内外全局干总俱乐" and not any(w in stem for w in verbal)


def _offices(text: str, hits: Hits) -> Iterator[Span]:
    """Bureaus behind a place ("佛山市|统计局") and in front of their head ("退伍军人事务部|部长")."""
    for place in [h for h in hits.values() if h.known.type is EntityType.PLACE]:
        ministry = _ABROAD.match(text, place.end)
        abroad = place.known.canonical in foreign_countries() or text[place.end - 1] in "邦"
        if ministry and abroad and _ministerial(ministry["stem"]):
            yield Span(place.start, ministry.end(), EntityType.GOVERNMENT, text[place.start : ministry.end()], "suffix")
        office = _BUREAU.match(text, place.end)
        if office and not office["stem"].startswith(tuple(w for w in words("stops") if len(w) > 1)):
            yield Span(place.start, office.end(), EntityType.GOVERNMENT, text[place.start : office.end()], "suffix")
    for match in _HEADED.finditer(text):  # "交通|局长"
        start = left_edge(text, match.start(), hits, placed=True)
        if text[start : match.start()] in words("bureaus"):
            yield Span(start, match.end(), EntityType.GOVERNMENT, text[start : match.end()], "suffix")
    for match in _MINISTRY.finditer(text):
        start, end = _joined_name(text, left_edge(text, match.end(), hits, placed=True), hits), match.end()
        if end - start >= 2:
            yield Span(start, end, EntityType.GOVERNMENT, text[start:end], "suffix")


def _source(text: str, start: int, match: re.Match[str], hits: Hits) -> str:
    """How sure a name by its suffix is: "suffix", "short" (needs more evidence), or "" when it is none."""
    suffix, stem, end = match[0], text[start : match.start()], match.end()
    kind = _type(suffix)
    whose = hits.get(match.start()) if suffix == "公司" else None
    if whose and whose.known.type in {EntityType.GOVERNMENT, EntityType.ORGANIZATION}:
        return ""  # "深交所|公司管理部"
    if suffix in words("short_company_suffixes"):
        placed = any(h.start == start and h.known.type is EntityType.PLACE for h in hits.values())
        return ("suffix" if placed else "short") if _short_company(text, stem, suffix, end, hits) else ""
    if _COUNTED.search(text[max(0, start - 4) : start]):
        return ""  # "1家|渔业专业合作社", "贵州某|矿业投资有限公司"
    if kind is EntityType.COMPANY:
        right = _company_stem(text, stem, suffix, end)
    elif kind is EntityType.GOVERNMENT:
        right = _government_stem(stem, suffix)
    else:
        allied = suffix == "联盟" and stem.endswith(("策略", "战略", "异业"))  # "与腾讯|策略联盟": they ally
        national = suffix in _OF_A_STATE or stem not in words("generic_modifiers")
        right = len(stem) >= 2 and national and not allied
    return "suffix" if right else ""


_OF_A_STATE = frozenset({"奥委会", "残奥委会"})
_COUNTED = re.compile(r"某[一家个大]?$|(?:[两三四五六七八九十多几数]|\d)[家所]$")


def _company_stem(text: str, stem: str, suffix: str, end: int) -> bool:
    if len(stem) < 2 or stem in words("generic_modifiers") | words("regions"):
        return False
    if suffix in {"公司", "集团"} and _kinds().fullmatch(stem):
        return False  # "新能源|汽车|产业|集团": a kind of company
    foreign = next((p for p in _place_names(stem) if p in foreign_countries()), "")
    if (
        suffix in {"公司", "集团"}
        and foreign
        and len(stem) <= len(foreign) + 4
        and _kinds().fullmatch(stem[len(foreign) :])
    ):
        return False  # "瑞士|投资公司"
    if suffix == "银行" and _is_banking(text, end):
        return False
    begin = end - len(suffix) - len(stem)
    if suffix in {"公司", "集团"} and re.search(r"(?:[一两三四多几数某]|\d)家$", text[max(0, begin - 3) : begin]):
        return False
    if suffix == "公司" and stem.endswith(("合资", "合营", "项目")):
        return False
    if suffix == "公司" and (
        stem[-1] in "子分母总该某一两三孙与和及同将使对" or stem.endswith(("上市", "分行", "支行"))
    ):
        return False
    if suffix == "公司" and re.search(
        r"(?:是|为|家|的|型)$|性", text[max(0, end - len(stem) - 4) : end - len(stem) - 2] + stem[:3]
    ):
        return False
    return not (
        suffix in {"公司", "集团"}
        and stem.endswith(tuple(w for w in words("generic_modifiers") if len(w) > 1))
        and len(stem) <= 4
        and not (_place_names(stem) or len(stem) == 4)
    )


@cache
def _kinds() -> re.Pattern[str]:
    """Words that only say what kind of company one is."""
    kinds = {w for w in words("generic_modifiers") if len(w) > 1} | {"汽车", "大", "小", "新", "多"}
    return re.compile(f"{any_of(kinds)}+")


_COMMITTEES = frozenset({"省委", "市委", "区委", "县委", "州委"})  # "代表|市委|市政府": which city's is not said


def _government_stem(stem: str, suffix: str) -> bool:
    if (stem in _COMMITTEES and suffix.endswith("政府")) or (
        stem in set("市区县州镇") and suffix.endswith(("管委会", "管理委员会", "政府"))
    ):
        return False  # "该|区|管委会"
    if not stem:
        return (
            len(suffix) > 3 and suffix.endswith(("局", "部", "厅", "委")) and suffix not in words("government_suffixes")
        )
    if suffix.endswith("机构") and re.search(r"投资|金融|融资|评级|研究|咨询|医疗", stem):
        return False
    if suffix.endswith("机构") and not any(stem.startswith(p) for p in _place_names(stem)):
        return False
    if stem == "国家" and len(suffix) > 4:
        return True  # "国家|药品监督管理局"
    if suffix in {"委员会", "办公室", "当局", "联盟", "组委会"} and len(stem) < 2:
        return False
    if len(suffix) > 2 and suffix not in words("government_suffixes") and stem in _place_names(stem):
        return True  # "美国|运输部"
    return stem not in words("generic_modifiers") and not (
        suffix == "政府" and stem in {"地方", "各级", "各地", "中央"}
    )


def _place_names(stem: str) -> list[str]:
    return [
        stem[:n]
        for n in range(2, min(len(stem), 8) + 1)
        if (known := gazetteer().names.get(stem[:n])) and known.type is EntityType.PLACE
    ]


def _short_company(text: str, stem: str, suffix: str, end: int, hits: Hits) -> bool:
    """As "海梁科技": a few characters that say nothing else, and nothing behind that makes it a noun phrase."""
    if suffix in words("verbal_suffixes") and (hits.get(end - len(suffix)) or len(stem) > 3):
        return False
    if suffix.endswith("建") and text[end : end + 1] in set("设成造立起筑"):
        return False  # "中老铁路建|成"
    if suffix == "显示" and stem.endswith(tuple(words("reports"))):
        return False  # "公开资料|显示"
    if suffix == "控股" and text.startswith(("股东", "子公司", "孙公司", "权", "地位", "方"), end):
        return False  # "远图科技|控股股东"
    begin = end - len(suffix) - len(stem)
    if suffix == "股份" and end - 2 in hits and _SHARES.search(text[:begin]) and not _SHARE_OF.match(text, end):
        return False  # "持有|远图科技|股份"
    if (
        suffix in words("verbal_suffixes")
        and text[max(0, begin - 1) : begin] == "由"
        and text[end : end + 1] in "，。；的"
    ):
        return False  # "由英飞凌|建设"
    if not 2 <= len(stem) <= 8 or stem in words("generic_modifiers") or not is_cjk(stem[0]):
        return False
    place = next((p for p in _place_names(stem) if len(stem) - len(p) >= 2), "")
    if place and suffix in words("firm_suffixes") and stem[len(place) :] not in words("generic_modifiers"):
        return True
    hit = hits.get(end - len(suffix))
    if hit and hit.known.type is EntityType.PLACE and hit.end - hit.start == len(stem):
        return suffix in words("local_company_suffixes")
    return (bool(place) or len(stem) <= 5) and not _common(stem) and _acts(text, end)


def _common(stem: str) -> bool:
    generic = tuple(words("generic_modifiers"))
    return stem in words("common_words") or stem.endswith(generic) or stem.startswith(generic)


def _acts(text: str, end: int) -> bool:
    """Whether what follows a name lets it act or stand alone."""
    rest = text[end : end + 4]
    if rest.startswith(("经济", "成果", "成就")):
        return False  # "呼包银|经济带", "低碳科技|成果"
    return not rest or rest[0] in "，。、；：（）”《 " or rest.startswith(tuple(words("confirming") | words("acting")))


@cache
def _type(suffix: str) -> EntityType:
    if suffix in words("organization_suffixes"):
        return EntityType.ORGANIZATION
    if suffix in words("company_suffixes") or suffix in words("short_company_suffixes"):
        return EntityType.COMPANY
    return EntityType.GOVERNMENT
