"""Roles behind the trigger: its object, the head of its relative clause, the names within its own words."""

from __future__ import annotations

import re

from kg.extract.zh.clauses import UNDER, Group
from kg.extract.zh.frames import Role
from kg.extract.zh.gazetteer import is_cjk
from kg.extract.zh.modifiers import alone
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Selector, Site, fitting, marked, verbs, with_linked
from kg.model import EntityType


def _object(site: Site, role: Role) -> Found:
    stop = _next_verb(site)
    for group in site.clauses.within(site.clause):
        if marked(group, "at") and group.start - len(group.mark) >= site.end:
            continue  # "获批|在湖州|筹建": where, not what
        if (
            group.members[0].text != "其"
            and site.end - 1 <= group.start < stop
            and fitting(group, role)
            and not (marked(group, "oblique") and group.start > site.end + 1)
        ):
            if group.modifies and _possesses(site, group, role):
                continue
            return Found(_objects(site, group, role), "object")
    return Found(())


def _possesses(site: Site, group: Group, role: Role) -> bool:
    """Whether another name that fits follows 的: the object is that one."""
    return any(
        g.start >= group.end and g.start - group.end <= 12 and fitting(g, role) and not marked(g, "to")
        for g in site.clauses.within(group.clause)
    )


def _objects(site: Site, group: Group, role: Role) -> tuple[Span, ...]:
    return with_linked(site.clauses, group, role, "listing")


def _next_verb(site: Site) -> int:
    _, end = site.clauses.bounds[site.clause]
    later = [a for a, _ in verbs(site.clauses) if a > site.end + 1 and a < end]
    for start in later:
        if not re.match(
            r"[^，。；]{0,4}(?:的|项目|协议|合同|基地|中心|集团|公司|银行|局|委)", site.clauses.text[start + 2 :]
        ):
            return start
    return end


def _rel(site: Site, role: Role) -> Found:
    """The head of a relative clause: "中国中铁承建|的|轻轨"."""
    _, end = site.clauses.bounds[site.clause]
    tail = site.clauses.text[site.end : end]
    if "的" not in tail[:26]:
        return Found(())
    offset = site.end + tail.index("的")
    for group in site.clauses.within(site.clause):
        if offset <= group.start <= offset + 8 and fitting(group, role):
            if set(site.clauses.text[offset + 1 : group.start]) & set("与和同向对"):
                return Found(())  # "位于首尔的|公司与|罗马尼亚"
            return Found(_objects(site, group, role), "rel")
    return Found(())


def _inner(site: Site, role: Role) -> Found:
    """A name within the trigger's own words: "获得|北京市|境外投资试点资格"."""
    for group in site.clauses.within(site.clause):
        if site.start < group.start and group.end <= site.end and fitting(group, role):
            later = [g for g in site.clauses.within(site.clause) if group.end <= g.start and g.end <= site.end]
            linked = [s for g in later if g.linked and marked(g, "joint") for s in fitting(g, role)]
            return Found((*fitting(group, role), *linked), "inner")
        owners = [s.owner for s in group.members if s.owner and s.owner.type in role.types]
        wants_company = EntityType.COMPANY in role.types and EntityType.FACILITY not in role.types
        if owners and wants_company and site.start < group.start < site.end:
            return Found((owners[0],), "inner")  # "中标|中国移动|集采项目"
    return Found(())


_OFFICER = re.compile(
    r"(?:副|荣誉|前|执行|联席)*(?:主席|董事长|董事会主席|总裁|创办人|创始人|总经理|行政总裁|CEO|老板)(?=[一-鿿]{2})"
)


_ACTED = re.compile(r"(?:^|[一-鿿])(?:向|对|拟|将|与|和|同|由|于|在)(?=$)|[一-鿿](?:拟|将)")


def _parent(site: Site, group: Group) -> bool:
    """Whether it is only the parent of the company named behind it."""
    text = site.clauses.text
    return any(
        UNDER.fullmatch(text, group.end, g.start) for g in site.clauses.within(group.clause) if g.start > group.end
    )


def _after(site: Site, role: Role) -> Found:
    for group in site.clauses.within(site.clause):
        if any(s.type is EntityType.PERSON for s in group.members) and EntityType.PERSON not in role.types:
            continue  # "大股东是|新世界发展主席郑家纯"
        if _ACTED.search(site.clauses.text[site.end : group.start]):
            break  # "全资子公司川利|向|建安银行申请贷款": who is behind the subsidiary is another
        if all(not alone(site.clauses.text, s) for s in group.members):
            continue  # "建设|湖州|新材料及远图产业园"
        if group.mark == "由" and _parent(site, group):
            continue  # "由|远图集团|旗下海岳有限公司全资控股"
        if group.start >= site.end - 1 and fitting(group, role) and not _OFFICER.match(site.clauses.text, group.end):
            return Found(with_linked(site.clauses, group, role, "listing"), "after")
    return Found(())


_ACTS_WITH = frozenset("遭被向与和同对")


def _next(site: Site, role: Role) -> Found:
    """What stands right behind the trigger: "捐赠|菲律宾卫生部"."""
    for group in site.clauses.within(site.clause):
        gap = site.clauses.text[site.end : group.start]
        person = group.members[0].type is EntityType.PERSON and EntityType.PERSON not in role.types
        if (
            len(gap) <= 1
            and site.end <= group.start
            and gap not in _ACTS_WITH
            and fitting(group, role)
            and not (person or _runs_on(site, group))
        ):
            return Found(with_linked(site.clauses, group, role, "listing"), "next")
    return Found(())


_GOODS = re.compile(
    r"(?:公司|集团)?(?:（[^）]{0,20}）)?(?:旗下|自主)?(?:生产|研发|制造|出品|开发|提供|设计)?的?[^，。；]{0,12}?(?:设备|系统|技术|发动机|芯片|晶片|电池|飞机|客机|客车|软件"
    r"|平台|产品|模型|服务|方案|车辆|机组|生产线|零部件|材料|疫苗|机器人|[^司]机|[^武]器|卡车|汽车|电动车|处理器|船)"
)
_SOMEONE = re.compile(
    r"[^，。；]{0,6}(?:首席|董事|总裁|经理|高管|员工|股东|专家|科学家|创始人|负责人|子公司|客户|要约|标准|方法|模式|法案)"
)


def _made(site: Site, role: Role) -> Found:
    """Whose goods follow: "订购60架|海岳|生产的客机", "采用|海岳|的技术"."""
    text = site.clauses.text
    for group in site.clauses.within(site.clause):
        near = site.end <= group.start <= site.end + 8 and fitting(group, role) and group.mark not in {"与", "和", "在"}
        if near and _GOODS.match(text, group.end) and not _SOMEONE.match(text, group.end):
            return Found(fitting(group, role), "made")
    return Found(())


_PARTNER = re.compile(r"(?:（[^）]{0,20}）)?的?[一-鿿A-Za-z0-9]{0,8}?的?(?:合作|战略|官方|生态)?伙伴(?!关系)")


def _partnered(site: Site, role: Role) -> Found:
    """Whose partner the subject is: "是|远图|的战略合作伙伴"."""
    for group in site.clauses.within(site.clause):
        if (
            site.end <= group.start <= site.end + 4
            and fitting(group, role)
            and _PARTNER.match(site.clauses.text, group.end)
        ):
            return Found(fitting(group, role), "partnered")
    return Found(())


def _runs_on(site: Site, group: Group) -> bool:
    """Whether a name is only part of a longer noun: "捐赠|陕西|回归儿童村"."""
    behind = site.clauses.text[group.end : group.end + 1]
    place = group.members[-1].type is EntityType.PLACE
    return group.modifies or (place and is_cjk(behind or " ") and behind not in _MAY_FOLLOW)


_MAY_FOLLOW = frozenset("等和与及一两数补奖抗灾人政医各用防一前近第共首多超约建开创试打设")


def _ahead(site: Site, role: Role) -> Found:
    """Who acts in the second half of a headline: "美团被罚 |市场监管总局|责令整改"."""
    for group in site.clauses.groups if site.clauses.reading.sentence.title else ():
        if group.clause > site.clause and fitting(group, role) and not group.mark:
            return Found(fitting(group, role), "ahead", 1)
    return Found(())


def _then(site: Site, role: Role) -> Found:
    """The subject of the clause behind: "经证监会批准，|中金公司|将上市"."""
    for group in site.clauses.within(site.clause + 1):
        if not group.mark and not group.modifies and fitting(group, role):
            return Found(with_linked(site.clauses, group, role), "then", 1)
    return Found(())


_NAMELY = re.compile(
    r"(?:包括|包含|分别为|分别是|涉及|其中有|(?<=，)[例比]?如)(?:了)?(?:[^，。；、]{0,10}的)?(?:[A-Za-z一-鿿·\-]{2,10}、){0,3}(?:[A-Za-z一-鿿·\-]{2,8}(?:和|及|与|以及))?“?$"
)


def _after_colon(site: Site, role: Role) -> Found:
    """Those that stand alone in the clauses behind a colon: "核准以下企业的申请：|远图|，|海岳|"."""
    spans: list[Span] = []
    for number in range(site.clause + 1, len(site.clauses.bounds)):
        begin, end = site.clauses.bounds[number]
        groups = [g for g in site.clauses.within(number) if g.start == begin and end - g.end <= 1]
        if not groups or not fitting(groups[0], role):
            break
        spans += fitting(groups[0], role)
    return Found(tuple(spans), "namely", 1)


def _namely(site: Site, role: Role) -> Found:
    """Those that are named behind a number: "将10家企业列入清单，包括|商汤科技|"."""
    begin = site.clauses.bounds[site.clause][0]
    if not re.search(
        r"(?:以下|下列|如下)|[\d一二三四五六七八九十数多几两]+(?:家|名|个|大|所|间|款|批次?)",
        site.clauses.text[begin : site.end + 20],
    ):
        return Found(())
    if site.clauses.words(site.clause).endswith("："):
        return _after_colon(site, role)
    for group in site.clauses.within(site.clause + 1):
        if fitting(group, role) and _NAMELY.search(site.clauses.text[: group.start]):
            return Found(with_linked(site.clauses, group, role, "listing"), "namely", 1)
    return Found(())


BEHIND: dict[str, Selector] = {
    "object": _object,
    "inner": _inner,
    "rel": _rel,
    "after": _after,
    "next": _next,
    "made": _made,
    "partnered": _partnered,
    "ahead": _ahead,
    "then": _then,
    "namely": _namely,
}
