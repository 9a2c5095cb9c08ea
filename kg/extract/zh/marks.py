"""Roles that a word marks: 由, 与, 向, 在, 从, 给, 用于."""

from __future__ import annotations

import re

from kg.extract.zh.frames import Role
from kg.extract.zh.subjects import MAX_BACK, Found, Selector, Site, fitting, marked, with_linked

# "向|远图、海岳|等7家企业的20辆车|发放号牌"
_EACH_OF = re.compile(
    r"等(?:[\d一二三四五六七八九十多数几]+家)?(?:企业|公司|单位|机构)的[\d一二三四五六七八九十多数几]+[辆台款个张件项]"
)

# "向|台积电|旗下的亚利桑那子公司|发放补助"
_ITS_UNIT = re.compile(r"(?:旗下|位于|设在)的?[一-鿿]{0,8}(?:子公司|分公司|公司|工厂)")
# "由|远图|牵头的银团": all of them do it, and most have no name.
_LED = re.compile(r"(?:等)?(?:牵头|领衔|为首)的")
# "对|绍兴|的投资将达30亿元"
_PUT_IN = re.compile(r"的(?:累计|直接|总)?投资(?:总额|额)?(?:将|已|预计|累计|合计)*(?:达|超|增至|约)")


def _marked(kind: str, site: Site, role: Role, how: str) -> Found:
    inside = [g for g in site.clauses.within(site.clause) if marked(g, kind) and fitting(g, role)]
    nearest = sorted(inside, key=lambda g: abs(g.start - site.start))
    for group in nearest:
        if kind == "to" and site.clauses.text.startswith("记者", group.end):
            continue  # "向|新华社|记者介绍"
        if _LED.match(site.clauses.text, group.end):
            continue
        whose = _EACH_OF.match(site.clauses.text, group.end) or _PUT_IN.match(site.clauses.text, group.end)
        whose = whose or _ITS_UNIT.fullmatch(site.clauses.text, group.end, max(site.start, group.end))
        if not group.modifies or group.start > site.start or whose:
            return Found(with_linked(site.clauses, group, role), how)
    return Found(())


def _by(site: Site, role: Role) -> Found:
    return _marked("agent", site, role, "by")


def _doer(site: Site, role: Role) -> Found:
    """Who does it by 由 before the trigger: "由|腾讯|代为采购并捐赠"."""
    before = [g for g in site.clauses.within(site.clause) if g.mark == "由" and g.end <= site.start]
    doers = [g for g in before if fitting(g, role) and not _LED.match(site.clauses.text, g.end)]
    return Found(with_linked(site.clauses, doers[-1], role), "by") if doers else Found(())


def _agent(site: Site, role: Role) -> Found:
    """Who did it in the clauses before: "园区由蔚来建设，|投资500亿元"."""
    for clause in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        for group in site.clauses.within(clause):
            if marked(group, "agent"):
                spans = with_linked(site.clauses, group, role)
                if spans:
                    return Found(spans, "agent", site.clause - clause)
    return _investor(site, role)


def _investor(site: Site, role: Role) -> Found:
    """Who pays, in the clause behind: "项目总投资10亿元，由|远图集团|投资建设"."""
    for group in site.clauses.within(site.clause + 1):
        if group.mark == "由" and re.match(r"[^，。；]{0,8}(?:投资|出资)", site.clauses.text[group.end :]):
            return Found(with_linked(site.clauses, group, role), "agent", 1)
    return Found(())


def _with(site: Site, role: Role) -> Found:
    return _marked("with", site, role, "with")


_PURPOSE = re.compile(
    r"(?:经济社会|经济|产业|城市)?(?:打造|强化|加快|提升|构建|培育|实现|推动|推进|贡献|注入|做|创造|赋能)"
)


def _to(site: Site, role: Role) -> Found:
    found = _marked("to", site, role, "to")
    last = found.spans[-1].end if found.spans else 0
    if last and last < site.start and _PURPOSE.match(site.clauses.text, last):
        return Found(())  # "为|上海|打造产业体系提供服务"
    if found.spans:
        return found
    begin = site.clauses.bounds[site.clause][0]
    if site.clause == 0 or _TO_OTHERS.search(site.clauses.text[begin : site.start]):
        return found
    earlier = [g for g in site.clauses.within(site.clause - 1) if marked(g, "to") and fitting(g, role)]
    return Found(fitting(earlier[-1], role), "to", 1) if earlier else found


_RAISES = re.compile(r"[^，。；]{0,10}?(?:增资|注资|增资扩股)")


def _poured(site: Site, role: Role) -> Found:
    """Who gets new capital, in the clauses before: "向|海岳|增资2亿元，其中远图增资1亿元"."""
    for clause in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        for group in site.clauses.within(clause):
            if marked(group, "to") and fitting(group, role) and _RAISES.match(site.clauses.text, group.end):
                return Found(fitting(group, role), "poured", site.clause - clause)
    return Found(())


_TO_OTHERS = re.compile(r"(?:(?<![面转方导走趋取流倾志])[向给对]|(?<![作成认称因])为(?!了))[^，。；]{2,}$")


def _at(site: Site, role: Role) -> Found:
    return _marked("at", site, role, "at")


def _from(site: Site, role: Role) -> Found:
    return _marked("from", site, role, "from")


_GIVEN = re.compile(r"(?:将|把)(?:参与|涉嫌|从事|位于|协助|支持)[^，。；]{2,20}的$")  # "将参与军售的|远图|列入清单"


def _give(site: Site, role: Role) -> Found:
    found = _marked("give", site, role, "give")
    described = [g for g in site.clauses.within(site.clause) if _GIVEN.search(site.clauses.text, 0, g.start)]
    if not found.spans and described and described[0].end <= site.start:
        return Found(fitting(described[0], role), "give")
    if found.spans or site.clause == 0:
        return found
    earlier = [g for g in site.clauses.within(site.clause - 1) if marked(g, "give") and fitting(g, role)]
    return Found(with_linked(site.clauses, earlier[-1], role, "listing"), "give", 1) if earlier else found


def _goal(site: Site, role: Role) -> Found:
    """Whom it is for, in the clause behind: "…，以帮助|加拿大|抗击疫情"."""
    behind = site.clauses.within(site.clause + 1)
    later = [g for g in behind if marked(g, "to") and fitting(g, role) and g.members[0].source != "anaphor"]
    return Found(fitting(later[0], role), "goal", 1) if later else Found(())


_HELPS = re.compile(
    r"(?:^|，)(?:以|用于|用以|旨在|将用于)?(?:帮助|协助|支持|资助)(?:[一-鿿]{1,4}省)?(?:第[一二三四]大城市)?$"
)


def _helped(site: Site, role: Role) -> Found:
    """Whom a loan is to help, in the clause behind: "批准了一项贷款，以帮助|湖州市|防洪"."""
    for group in site.clauses.within(site.clause + 1):
        if fitting(group, role) and _HELPS.search(site.clauses.text[: group.start]):
            return Found(fitting(group, role), "helped", 1)
    return Found(())


_AIDS = re.compile(r"(?:^|，|用于|全力|紧急|专项|定向|以)(?:驰援|支援|援助|支持)$")


def _aided(site: Site, role: Role) -> Found:
    """Whom a gift helps, in the clause behind: "捐赠救护车，驰援|吉林、青岛|等地"."""
    for group in site.clauses.within(site.clause + 1):
        if fitting(group, role) and _AIDS.search(site.clauses.text[: group.start]):
            return Found(with_linked(site.clauses, group, role, "listing"), "aided", 1)
    return Found(())


def _use(site: Site, role: Role) -> Found:
    """What money is for: "…，用于|康宁医院|的网络覆盖"."""
    for group in site.clauses.groups:
        if site.clause <= group.clause <= site.clause + 1 and group.mark == "用于" and fitting(group, role):
            return Found(fitting(group, role), "use", group.clause - site.clause)
    return Found(())


def _via(site: Site, role: Role) -> Found:
    """Through whom it was decided, here or in the two clauses before: "经|湖州市纪委|常委会会议研究，决定给予…"."""
    for group in site.clauses.groups:
        near = site.clause - 2 <= group.clause <= site.clause and group.end <= site.start
        if near and fitting(group, role) and site.clauses.text[: group.start].endswith("经"):
            return Found(fitting(group, role), "via", site.clause - group.clause)
    return Found(())


MARKED: dict[str, Selector] = {
    "agent": _agent,
    "by": _by,
    "with": _with,
    "to": _to,
    "from": _from,
    "give": _give,
    "at": _at,
    "goal": _goal,
    "aided": _aided,
    "use": _use,
    "poured": _poured,
    "helped": _helped,
    "doer": _doer,
    "via": _via,
}
