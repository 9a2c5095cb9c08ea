"""Whether a clause asserts what it says, and how far the thing has come."""

from __future__ import annotations

import re

from kg.extract.zh.clauses import Clauses
from kg.extract.zh.lexicon import matcher
from kg.extract.zh.spans import ORGANIZATIONS
from kg.model import Relation, Status

_DENIAL = re.compile(
    r"否认|不实|不属实|并非事实|子虚乌有|谣言|辟谣|纯属|未予?以?证实|从未予以证实|驳斥|没有此事|不知情|误传"
)
_REFUSED = re.compile(
    r"禁止|限制|否决|阻止|阻挠|驳回|拒绝|无意|否认|没有计划|没有打算|不打算|无计划|不会(?!议)|反对|叫停|暂停|搁置"
)
_NOT = re.compile(
    r"(?:未(?!来|央)|没有|没能|没(?=[有签获])|不(?!断|仅|但|到|少|久|同|锈|动产|低于|超过|小于|足|过|只|得不|限|良|正当)"
    r"|停止(?=[向对为给])|并非|并无|尚无|暂无|无法|避免|防止|以免|放弃)[^，。；]{0,8}$"
)
_NOT_WITH = re.compile(r"(?:尚未|并未|从未|未曾|还未|没有|未)(?=[与和同跟对向被给为把将从])[^，。；的]{0,40}$")
_FUTURE = re.compile(
    r"(?<![省市县])(?:将(?![军○])|拟|计划|规划|预计|有望|力争|即将|打算|决定|(?<![员事协商工议大总社董机国年峰都展学开委理])会(?![议见长员展计])|要(?!求|素|闻|约)|目标|承诺|未来|准备|料)"
)
_DONE = re.compile(
    r"(?:已(?!知)|已经|建成|竣工|投产|投运|完成|通车|启用|开业|落成|交付|投用|投入使用|投入运营|开通|揭牌|完工|交割)"
)
_UNREAL = re.compile(
    r"希望|期望|目标是|倾向于|考虑到|应(?=首先|尽|加快|加强|由|在|把|将|从|向)|可以|可望|才能|方可|方能|才可|必须|有权|应当|应该|理应|不妨|呼吁|敦促|建议|鼓励|主张"
)
_ADVISED = re.compile(r"(?:建议|呼吁|提议|倡议|敦促|认为应该?)，$")
_HOPED = re.compile(r"(?:^|，|：|“)(?:[^，。；]{0,8})?(?:希望|期待|期盼)[^。；]*$")
_FINISHED = re.compile(r"(?:建成|竣工|投产|投运|通车|启用|开业|落成|揭牌|完工|投用)(?:了|投产|启用|通车|运营|。|，|$)")
_FAILED = re.compile(r"无法|未能|没能|不能|受阻|落空|失败")
_NOT_YET = re.compile(r"公示期|候选人|尚未签订")
_DOING = re.compile(r"正在|正(?=[^式规大面常确])|开工|动工|在建|奠基|破土|封顶|加紧|试运行|动土|持续|一直|开始")


def asserted(clauses: Clauses, clause: int, start: int, end: int) -> bool:
    """Whether the trigger's clause is no denial, rumour, condition, question or refusal."""
    text = clauses.text
    if text.rstrip("”’） ").endswith(("？", "?", "吗", "呢")):
        return False
    if _DENIAL.search(text) or _rumour(text, start):
        return False
    if clause and (_ADVISED.search(clauses.words(clause - 1)) or _HOPED.search(text[: clauses.bounds[clause][0]])):
        return False
    words_before = text[clauses.bounds[clause][0] : start]
    if text[start] in "被遭":
        words_before = _CAUSE.sub("", words_before)
    if _UNREAL.search(words_before) or _purpose(words_before, text[end : clauses.bounds[clause][1]]):
        return False
    if _negated(words_before, text[start:end], text[end : end + 6]):
        return False
    lead = text[:end] if clause == 0 else text[clauses.bounds[max(0, clause - 1)][0] : end]
    return not matcher("conditions").search(lead)


_FORESEEN = re.compile(r"预计|预料|料将|恐将?|或将|或会|有可能|威胁|扬言|酝酿|面临|面对|若|如果")


def foreseen(clauses: Clauses, clause: int, start: int) -> bool:
    """Whether others only expect what the trigger's clause says: "欧盟预计对远图罚款"."""
    return bool(_FORESEEN.search(clauses.text, clauses.bounds[clause][0], start))


# "因|销售不合格奶粉|被罚": what a penalty is for may say "not".
_CAUSE = re.compile(r"(?<!原)因(?:为|涉嫌)?[^，。；]{2,40}$")
_OTHERS = re.compile(
    r"(?:支持|鼓励|推动|引导|要求|希望|动员)[^，。；]{2,14}?(?:机构|企业|公司|银行|部门|厂商|单位|各方|商家|平台)[^，。；]{0,8}$"
)


def _purpose(before: str, behind: str) -> bool:
    """Whether a trigger is what others are to do, or only names an aim: "以组建集团|为契机"."""
    aim = re.search(r"以[^，。；]{0,4}$", before) and re.search(
        r"为(?:契机|目标|抓手|重点|核心|主线|载体|基础|宗旨|主题)", behind
    )
    return bool(aim or _OTHERS.search(before))


def denies(text: str) -> bool:
    """Whether a sentence denies what the one before it says ("…对此予以否认")."""
    return bool(
        re.search(
            r"(?:对此|上述|该|相关|此|这一)[^，。]{0,12}(?:否认|不实|不属实|谣言|辟谣)|消息不实|予以否认|并不属实|纯属(?:谣言|虚构)",
            text,
        )
    )


_RUMOUR = re.compile(
    r"市传|盛传|亦传|美传|传将与|传闻|据传|网传|谣言|传言|被传|疑似|坊间|爆料|小道消息|有消息称|市场消息|有传|传出(?!捷报)|知情人士|据悉或|质疑|自称|声称"
)
_STATED = re.compile(r"宣布|证实|公告称|发布公告")


def _rumour(text: str, trigger: int) -> bool:
    """Whether a sentence is hearsay, up to where somebody is said to have announced something."""
    return any(not _STATED.search(text, m.end(), trigger) for m in _RUMOUR.finditer(text))


def _negated(before: str, trigger: str, after: str) -> bool:
    """Whether the words around a trigger say that it did not happen.

    Args:
        before: The clause up to the trigger.
        trigger: The trigger.
        after: A few characters behind it.
    """
    if _REFUSED.search(before) or _NOT.search(before[-10:]) or _NOT_WITH.search(before):
        return True
    return bool(re.search(r"未(?!来)|没有|不存在", trigger)) or after.startswith(("失败", "未果", "不成"))


_TO_TAKE = re.compile(r"(?:将|拟|即将)(?:由[^，。；]{2,12})?(?:出任|担任|接任|兼任|升任|就任|任)")


def status_of(
    clauses: Clauses, clause: int, span: tuple[int, int], relation: Relation, default: Status | None
) -> Status | None:
    """How far a fact has come, by the words around its trigger.

    Args:
        clauses: The sentence.
        clause: The trigger's clause.
        span: Where the trigger begins and ends.
        relation: What is stated.
        default: The status that the frame itself implies.
    """
    if relation is Relation.LOCATED_IN:
        return default
    text = _without_names(clauses)
    begin, end = clauses.bounds[clause]
    if relation is Relation.LEADS:
        return default or (Status.PLANNED if _TO_TAKE.search(text[begin:end]) else Status.ACTIVE)
    if relation is Relation.PARTICIPATES_IN:
        return default or (Status.PLANNED if _FUTURE.search(text[begin : span[0]][-12:]) else Status.COMPLETED)
    before, around = text[begin : span[0]], text[begin:end]
    trigger = text[span[0] : span[1]]
    revoked = relation is Relation.SANCTIONS  # "撤销牌照" ends a licence, not the sanction
    if (not revoked and _ended(clauses, clause)) or _FAILED.search(text[span[1] : end]):
        return Status.ENDED
    signed = relation is Relation.APPROVES or (relation is Relation.PARTNERS_WITH and "签" in trigger)
    sought = matcher("hedges_proposed").search(around) or ("中标" in around and _NOT_YET.search(text))
    if sought and not signed:
        return Status.PROPOSED
    if relation is Relation.PARTNERS_WITH:
        return _agreement(before, trigger, text[span[1] : end], default)
    if relation in {Relation.SANCTIONS, Relation.APPROVES}:
        before = before.replace("决定", "　　")  # what an authority has decided is done
    stated = _tense(before, trigger, text[span[1] :], around)
    if stated is None and relation is Relation.BUILDS and _FINISHED.search(text[span[1] : end]):
        stated = Status.COMPLETED
    if stated is None and relation is Relation.BUILDS and clauses.reading.sentence.title:
        stated = Status.PLANNED  # a headline that names a place for it
    return stated or default or _by_relation(relation, text, before, trigger)


def _without_names(clauses: Clauses) -> str:
    """The sentence with its names blanked: the 会 of 投审会 is no future."""
    text = clauses.text
    for span in clauses.reading.spans:
        if span.source != "anaphor" and span.type in ORGANIZATIONS:
            text = text[: span.start] + "○" * (span.end - span.start) + text[span.end :]
    return text


def _tense(before: str, trigger: str, behind: str, around: str) -> Status | None:
    """What adverbs and aspect say: 将 planned, 已 and 了 completed, 正在 active."""
    if _FUTURE.search(before) and not re.search(r"已(?:于|在|经)?$", before):
        return Status.PLANNED
    done = _DONE.search(before[-8:]) or _DONE.search(trigger) or re.match(r"了|成|完毕|完成", behind)
    if done or trigger.endswith("了"):
        return Status.COMPLETED
    return Status.ACTIVE if _DOING.search(around) else None


def _ended(clauses: Clauses, clause: int) -> bool:
    begin = clauses.bounds[clause][0]
    rest = clauses.text[begin:]
    return bool(matcher("ended").search(rest)) and not re.search(r"(?:不会|未|没有)(?:终止|取消|退出|放弃)", rest)


def _agreement(before: str, trigger: str, behind: str, default: Status | None) -> Status:
    if re.search(r"签|达成|敲定|落笔", trigger):
        return Status.PLANNED if re.search(r"(?:将|拟|计划)(?:于|在)?[^，。；]{0,10}$", before) else Status.AGREED
    if _FUTURE.search(before):
        return Status.PLANNED
    if behind.startswith("了") and not default:
        return Status.COMPLETED
    return default or Status.ACTIVE


def _by_relation(relation: Relation, text: str, before: str, trigger: str) -> Status | None:
    if relation is Relation.BUILDS:
        if re.search(r"随后|之后|此后|后来", before):
            return Status.COMPLETED
        announced = re.search(r"宣布|签约|签署|协议|投资", text) or re.search(r"建设|兴建|打造|新建|开发", trigger)
        return Status.PLANNED if announced or _FUTURE.search(text) else Status.COMPLETED
    if relation is Relation.INVESTS:
        return Status.PLANNED if re.search(r"将|拟|计划|宣布|决定|同意|总投资|签约|签署", text) else Status.COMPLETED
    if relation is Relation.OWNS:
        return Status.PLANNED if re.search(r"拟|将以|计划", before) else Status.ACTIVE
    return Status.COMPLETED
