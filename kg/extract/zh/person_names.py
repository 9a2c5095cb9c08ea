"""Where the name of a person ends: Chinese ones by surname and length, foreign ones by their sounds."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.zh.gazetteer import gazetteer, is_cjk
from kg.extract.zh.lexicon import characters, words

_FOREIGN = re.compile(
    r"[一-鿿]{1,7}(?:[·•・．‧∙﹒\-][一-鿿A-Za-z.]{1,8}){1,3}|[A-Z]{1,4} [A-Z][a-z]{2,}"
    r"|[A-Z][a-zà-ÿ]+(?:[ -]?[A-Z][a-zà-ÿ.]+){1,5}"
    r"|(?:[A-Z]{3,12} ){0,2}[A-Z]{4,12}(?=[、，）。]|表示|说|指出|称|介绍|透露|出席|强调|转交|在)"
    r"|[A-Z][a-z]{2,12}(?=[、，）表说指等出参称在])"
)
_SPEAKS = re.compile(
    r"[^，。；：、“”（）]{0,10}?(?:表示|指出|说|称|认为|介绍|透露|强调|坦言|直言|警告|呼吁|评论|预计|预料|分析|回应|出席|致辞|致词)"
)


def is_name(words_: str) -> bool:
    """Whether two or three characters can be a Chinese person's name and nothing of an office."""
    surname = not words_.startswith("公司") and words_[:1] in characters("surnames") and all(is_cjk(c) for c in words_)
    return surname and not set(words_[1:]) & set("委会部局办组室处院党省市区县州镇") and not _no_person(words_)


_FOREIGN_BEFORE = re.compile(
    r"(?:[一-鿿]{1,7}(?:[·•・．‧∙][一-鿿A-Za-z.]{1,8}){1,3}|(?<![A-Za-z])[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ.]+){1,3})$"
)


# "当天|王小文|宣布卸任", "谢国文之子|谢文仁|出任"
_LEADS_IN = re.compile(r"(?:[当昨今][天日]|近日|日前|随后|同时|此前|\d日|之[子女妻弟兄妹])$")


def name_before(text: str, end: int) -> int | None:
    """Where the name begins that stands alone before `end`: behind the text's beginning, a mark or a space."""
    foreign = _FOREIGN_BEFORE.search(text, max(0, end - 40), end)
    if foreign:
        return _foreign_start(text, foreign.start(), foreign.end())
    for length in (3, 2, 4, 5):
        start = end - length
        opens = start == 0 or not is_cjk(text[start - 1 : start] or " ") or _LEADS_IN.search(text, 0, max(start, 0))
        if start >= 0 and opens and _is_whole(text[start:end]):
            return start
    return None


def _foreign_start(text: str, start: int, end: int) -> int | None:
    """Where a foreign name begins: not with the verb in front of it ("宣布|丹尼斯·米勒")."""
    opens = start == 0 or not is_cjk(text[start - 1])
    told = next((i for i in range(start, end) if i >= 2 and text[i - 2 : i] in _TELLING), None)
    return told if told is not None else start if opens else None


_TELLING = frozenset({"宣布", "公告", "表示", "透露", "证实", "确认", "任命", "批准", "同意"})


def _is_whole(words_: str) -> bool:
    if words_ in words("known_people"):
        return True
    if len(words_) <= 3 and is_name(words_):
        return not set(words_[1:]) & characters("name_enders")
    double = words_[:2] in words("double_surnames") | words("japanese_surnames") or words_[:3] in words(
        "japanese_surnames"
    )
    return double and len(words_) >= 4 and all(is_cjk(c) for c in words_) and not _no_person(words_)


def name_end(text: str, start: int) -> int | None:
    """Where the name that begins at `start` ends, or None if none does."""
    foreign = _FOREIGN.match(text, start)
    if foreign and re.match(r"[一-鿿]*的[一-鿿]*[·•・．‧∙﹒]", foreign[0]):
        return None  # "一职的|若阿金·莱维"
    if foreign:
        return _foreign_end(foreign)
    known = next((n for n in (2, 3, 4, 5) if text[start : start + n] in words("known_people")), None)
    if known:
        return start + known
    for length in _lengths(text, start):
        end = start + length
        name = text[start:end]
        if length == 3 and _runs_on(text, end - 1):
            continue
        if len(name) == length and all(is_cjk(c) for c in name) and _ends(text, end) and not _no_person(name):
            return end
    return _spoken(text, start)


def recurring_end(text: str, start: int, article: str) -> int | None:
    """Where a name of three characters ends that the article uses again, with other words behind it."""
    name = text[start : start + 3]
    within = any(w in name for key in ("stops", "after_name") for w in words(key) if len(w) > 1)
    if len(name) < 3 or within or not is_name(name) or set(name[1:]) & characters("name_enders"):
        return None
    behind = {article[m.end() : m.end() + 1] for m in re.finditer(name, article)}
    return start + 3 if len(behind) >= 2 and gazetteer().names.get(name) is None else None


def transcribed_end(text: str, start: int) -> int | None:
    """Where a foreign name ends that nothing but its place gives away: "丹斯里|阿末尼占|，", "东帝汶外长|贲迪拓|将"."""
    for end in range(start + 2, start + 10):
        name = text[start:end]
        if len(name) < end - start or not is_cjk(name[-1]) or name[-1] in "的是为与和在于将对向及由被说称了":
            return None
        if _ends(text, end):
            verbal = any(w in name for w in words("stops") if len(w) > 1)
            return None if verbal or _no_person(name) or _names_no_one(name) else end
    return None


def spelt_end(text: str, start: int) -> int | None:
    """Where a foreign name ends that is spelt in a bracket: "能源大臣|苏海勒|（Suhail Mazrouei）"."""
    name = _SPELT.match(text, start)
    if name is None or _no_person(name[0]) or _names_no_one(name[0]):
        return None
    return None if any(w in name[0] for w in words("stops") if len(w) > 1) else name.end()


_SPELT = re.compile(
    r"[一-鿿·]{2,8}(?=（(?:(?:Prince|Sheikh|Datuk|Tan Sri|Dr\.?) )?[A-Z][a-z]+(?:[ -][A-Za-z'’.-]+){1,4}）)"
)


def _names_no_one(name: str) -> bool:
    """Whether words name an office or a body, no person: "东帝汶外长|级会议"."""
    return name.endswith(tuple("会议级团署局部院长员人方国")) or name[:1] in "级们会团及的一办"


def _spoken(text: str, start: int) -> int | None:
    """Where the name of somebody ends whose words the clause gives: a surname or two, and two characters."""
    if text[start : start + 2] in words("double_surnames"):
        return start + 4 if _SPEAKS.match(text, start + 4) else None
    surnames = characters("surnames")
    married = all(c in surnames for c in text[start : start + 2]) and is_name(text[start + 1 : start + 4])
    if (
        married
        and _ends(text, start + 4)
        and len(text) > start + 4
        and text[start + 2] not in characters("name_enders")
    ):
        return start + 4  # "主席|叶刘淑仪|表示"
    if _JAPAN.search(text[:start][-30:]) and _japanese(text, start):
        return start + 4
    name = text[start : start + 3]
    plain = len(name) == 3 and is_name(name) and not _runs_on(text, start + 2)
    return start + 3 if plain and _SPEAKS.match(text, start + 3) else None


_JAPAN = re.compile(
    r"日本|东京|大阪|横滨|丰田|本田|日产|三菱|三井|索尼|松下|软银|东芝|日立|佳能|富士|住友|铃木|日商|社长$|马自达|夏普|任天堂|京瓷"
)


def _japanese(text: str, start: int) -> bool:
    """Whether four characters, none of them part of another word, are quoted: "日本央行行长|植田和男|表示"."""
    name = text[start : start + 4]
    words_within = any(w in name for key in ("stops", "after_name") for w in words(key) if len(w) > 1)
    named = len(name) == 4 and all(is_cjk(c) for c in name) and not words_within and not _no_person(name)
    return named and bool(_SPEAKS.match(text, start + 4)) and _ends(text, start + 4)


def _no_person(name: str) -> bool:
    return any(name.endswith(word) or name.startswith(word) for word in words("not_persons"))


def _foreign_end(match: re.Match[str]) -> int:
    """Cut the verb off a foreign name: "迈克·巴罗|说"."""
    last = max(match[0].rfind(mark) for mark in "·•・．‧∙﹒- ")
    for length in range(1, len(match[0]) - last - 1):
        rest = match[0][last + 1 + length :]
        if (
            rest[:1] in {"说", "称"}
            or (rest[:1] in "为与和在对将向就也是" and rest not in characters("foreign_chars"))
            or rest.startswith(tuple(w for w in words("after_name") if len(w) > 1 or length >= 2))
        ):
            return match.start() + last + 1 + length
    return match.end()


_TAKES = re.compile(r"[改转调升出接担兼]?任")


def _runs_on(text: str, last: int) -> bool:
    """Whether the third character begins the next word: "柳青|也", "李明|表示"."""
    rest = text[last : last + 4]
    if rest.startswith("发表示"):
        return False  # "吴定发|表示"
    if _TAKES.match(rest):
        return True  # "李明|改任"
    return rest[:1] in characters("name_enders") or rest.startswith(tuple(w for w in words("after_name") if len(w) > 1))


def _lengths(text: str, start: int) -> tuple[int, ...]:
    """Lengths that a name may have, likelier ones first: three characters before two, foreign ones by their sounds."""
    if text[start : start + 2] in words("double_surnames"):
        return (4, 3)
    japanese = next((n for n in (3, 2) if text[start : start + n] in words("japanese_surnames")), None)
    if japanese:
        native = (3, 2) if text[start : start + 1] in characters("surnames") else (japanese + 1,)
        return (japanese + 2, *native, japanese + 3)
    run = 0
    while start + run < len(text) and text[start + run] in characters("foreign_chars"):
        run += 1
    foreign = tuple(n for n in range(min(run, 7), 1, -1) if n >= 3 or n == run)
    if text[start : start + 1] in characters("surnames"):
        native = (3, 2)
        return (*foreign, *native) if run >= 4 else (*native, *foreign)
    speaks = tuple(n for n in (2, 3) if text[start + n :].startswith(tuple(words("name_verbs"))))
    return (*foreign, *speaks)


@cache
def _behind() -> tuple[str, ...]:
    """What stands behind a name: the words listed for it, and any verb at which other names begin."""
    return (*words("after_name"), *(w for w in words("stops") if len(w) > 1))


_FIRM = re.compile(r"(?:投资|控股|创投|资本|科技|实业|置业|证券)(?=[与和及、，。（将拟持所签等])")


def _ends(text: str, end: int) -> bool:
    if _FIRM.match(text, end):
        return False  # "控股股东江海|投资|与…签署"
    rest = text[end : end + 4]
    return not rest or not is_cjk(rest[0]) or rest.startswith(_behind())
