"""Roles of what is bought and judged: whose tender, whose goods, which court."""

from __future__ import annotations

import re

from kg.extract.zh.clauses import Clauses
from kg.extract.zh.frames import Role
from kg.extract.zh.lexicon import words
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.subjects import Found, Selector, Site, find_subject, fitting, marked, with_linked
from kg.model import EntityType

_CALLS = re.compile(
    r"(?:（[^）]{0,20}）)?[^，。；]{0,40}?(?:招标|标案|采购(?!网|中心|平台|部)|项目|工程|标段|标书|竞标|标的|合约|合同|服务案|建置案)"
)
_THEIRS = re.compile(r"(?:代理|咨询|采购有限|招标有限|交易中心)")
_SITE = re.compile(r"(?:公共资源|招标投标|招投标)?(?:政府)?采购网|官网|网站|公共资源|招标网")
_NEAR = 2


def _tender(site: Site, role: Role) -> Found:
    """Whose tender it is, here or in two clauses before: "|湖州市医院|CT采购项目结果公布，海岳公司中标"."""
    types = role.types - {EntityType.PLACE, EntityType.FACILITY}
    for clause in range(site.clause, max(-1, site.clause - _NEAR - 1), -1):
        for group in reversed([g for g in site.clauses.within(clause) if g.end <= site.start]):
            body = group.members[-1]
            if marked(group, "agent") or body.type not in types or _THEIRS.search(body.text):
                continue
            text = site.clauses.text
            if _CALLS.match(text, group.end) and not _SITE.match(text, group.end):
                return Found((body,), "tender", site.clause - clause)
    return Found(())


_TENDERS = re.compile(
    r"(?:（[^）]{0,20}）)?[^，。；]{0,40}?(?:公开招标|招标公告|招标采购|国际招标|招标|采购(?:项目|公告|结果|案)|(?:中标|成交|开标|评标)结果)"
)
_BUYERS = ORGANIZATIONS | {EntityType.PLACE}


def _owner(span: Span) -> Span:
    """Whose project it is, by its name: "|武汉市|智慧城市平台", else the name itself."""
    named = span.owner or span.place if span.type is EntityType.FACILITY else None
    return named if named and named.start == span.start else span


def caller(clauses: Clauses) -> Span | None:
    """Who calls for tenders, for the winners in the sentences behind: "|远图公交公司|发布客车采购项目招标公告"."""
    for group in clauses.groups:
        body, lead = _owner(group.members[-1]), clauses.text[clauses.bounds[group.clause][0] : group.start]
        begins = body.type is not EntityType.PLACE or len(lead.strip("，")) <= 1 or lead[-1:] in "日，"
        named = body.type in _BUYERS and body.source != "anaphor" and not _THEIRS.search(body.text)
        if named and begins and not group.modifies and _TENDERS.match(clauses.text, group.end):
            return None if _SITE.match(clauses.text, group.end) else body
    return None


_GOODS = (
    r"(?:设备|系统|技术|发动机|芯片|晶片|电池|飞机|客机|客车|软件|平台|产品|模型|方案|车辆|机组|生产线|零部件|材料"
    r"|疫苗|机器人|服务器|无人机|终端|手机|仪器|装置|车|船|算法|网络|应用|大脑|试剂盒?|药物|新药|药品|注射液|单抗|胶囊|片)"
)
_OWN_GOODS = re.compile(rf"的?[^，。；与和及的由]{{0,12}}的?[^，。；与和及的由]{{0,8}}{_GOODS}[^，。；由]{{0,6}}由$")


def _goods(site: Site, role: Role) -> Found:
    """Whose goods the clause begins with: "|水利局|的服务器由浪潮供应"."""
    text = site.clauses.text
    doers = [g for g in site.clauses.within(site.clause) if g.mark == "由" and g.end <= site.start]
    for group in site.clauses.within(site.clause)[:1]:
        if doers and fitting(group, role) and not group.mark and _OWN_GOODS.match(text[group.end : doers[0].start]):
            return Found(fitting(group, role), "goods")
    return Found(())


_MADE = re.compile(
    rf"(?:自主)?(?:研发|开发|研制|生产|制造|打造|提供|推出|设计|承建)?的[^，。；与和]{{0,14}}{_GOODS}[^，。；]{{0,16}}$"
)


def _maker(site: Site, role: Role) -> Found:
    """Whose goods the subject is: "|海岳公司|研发的系统已在公安局使用"."""
    groups = [g for g in site.clauses.within(site.clause) if g.end <= site.start]
    for group in groups[:2]:
        begins = not group.mark or group.mark == "由"
        if begins and fitting(group, role) and _MADE.match(site.clauses.text[group.end : site.start]):
            return Found(fitting(group, role), "maker")
    return Found(())


def _signer(site: Site, role: Role) -> Found:
    """Who signs with the one marked 与: "|远图|与海岳签订销售合同"."""
    groups = [g for g in site.clauses.within(site.clause) if g.end <= site.start]
    partner = next((g for g in reversed(groups) if marked(g, "with")), None)
    signers = [g for g in groups if partner and g.end <= partner.start and not g.mark and fitting(g, role)]
    if partner and signers:
        both = with_linked(site.clauses, signers[-1], role)
        return Found(tuple(s for s in both if s not in partner.members), "signer")
    return find_subject(site, role) if partner else Found(())  # "远图组成的联合体，同|海岳|签订出口合同"


_COURT = re.compile(r"(?:法院|法庭|裁判所)$")


def _court(site: Site, role: Role) -> Found:
    """The court that is named before, in this sentence or as the source: "经|湖州市中级人民法院|审理，李某被判处"."""
    for group in reversed([g for g in site.clauses.groups if g.end <= site.start]):
        body = group.members[-1]
        if body.type in role.types and _COURT.search(body.text) and group.mark not in {"向", "到", "至"}:
            return Found((body,), "court", site.clause - group.clause)
    source = site.memory.source
    return Found((source,), "carried", 2) if source and _COURT.search(source.text) else Found(())


_TASK = re.compile(r"(?:项目|工程|平台|系统|标段|计划|方案|交易中心)$")
_JUDGES = re.compile(r"(?:评标|评审|专家|评定|评选)(?:委员会|小组|组)$|交易中心$|采购中心$")
_INSTITUTION = re.compile(r"(?:医院|学校|大学|学院|中学|小学|机场|车站|客运站|监狱|图书馆|博物馆)$")


def nobody_buys(site: Site, objects: Found) -> bool:
    """Whether none of those found buys: a place before is where, a "…项目" what is ordered, a region no buyer."""
    place_before = objects.how == "past" and objects.spans[0].type is EntityType.PLACE
    judges = all(_JUDGES.search(o.text) for o in objects.spans)
    regions = all(o.text in words("regions") for o in objects.spans)  # "销往欧洲"
    if objects.how == "past" and _SITE.match(site.clauses.text, objects.spans[-1].end):
        return True  # "据内蒙古政府|采购网公布"
    home = all(o.text == "中国" for o in objects.spans) and objects.how in {"place", "object", "project", "job"}
    return place_before or home or regions or judges or all(_ordered(o, objects.how) for o in objects.spans)


def who_ordered(site: Site, role: Role, objects: Found) -> Found:
    """Whose project it is, where only the project is named: "|荣州市|智慧教育项目公布结果，海岳公司中标该项目"."""
    if "buyer" not in role.selectors or not all(_ordered(o, objects.how) for o in objects.spans):
        return objects
    owners = [owner for o in objects.spans if (owner := _owner(o)) is not o and owner.type in role.types]
    buyer = site.memory.buyer
    named = owners or ([buyer] if buyer and buyer.type in role.types else [])
    return Found(tuple(named), "buyer", 1) if named else objects


def _ordered(span: Span, how: str) -> bool:
    """Whether a facility is what is ordered, or only where it is used."""
    where = how in {"at", "use"} and not _INSTITUTION.search(span.text)
    return span.type is EntityType.FACILITY and (where or bool(_TASK.search(span.text)))


TENDERS: dict[str, Selector] = {"tender": _tender, "goods": _goods, "maker": _maker, "signer": _signer, "court": _court}
