"""Lines, sentences and the article's own date; what is no running text (bylines, links, credits) is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.extract.zh.lexicon import matcher, words
from kg.extract.zh.script import simplify
from kg.model import Document

MAX_SENTENCE = 600
_END = re.compile(r"[。！？!?]+[”’）]*|\n+")
_DATELINE = re.compile(
    r"^\s*(?!据)(?:（[^（）\n]{2,24}?(?:电|讯|报导|报道|消息)）"
    r"|[^，。\n]{0,24}?\d{1,2}月\d{1,2}日(?:上午|下午|晚间?|凌晨|早间|综合)?(?:电|讯|消息)(?:（[^）\n]{0,40}）)?[：:，]?"
    r"|(?:本报|本网|本刊|[^，。\n]{1,8}(?:社|网|日报|晚报|电视台))[^，。\n]{0,8}?(?:讯|电|消息)"
    r"(?:\s*（[^）\n]{0,40}）[：:]?|[ ：:，])"
    r"|[^，。\n]{2,4}(?<!腾)(?<!科大)讯(?:（[^）\n]{0,40}记者[^）\n]{0,40}）|[ ：:])"
    r"|（?(?:本报|本网|本刊)?记者[^，。\n）]{0,20}(?:报道|报导)）?)"
)
_FULL_DATE = re.compile(r"(20\d\d|19\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})日?")
_DATE_LINE = re.compile(r"^[\s（]*(?:date\s+)?(?:20\d\d|19\d\d)[-年/.]\d{1,2}[-月/.]\d{1,2}日?[\s\d:：]*[^，。]{0,24}$")
_ASIDE = re.compile(
    r"（(?:[^（）]{0,12}(?:记者|通讯员|编译|作者)[^（）]*|[^（）]{0,8}图|原标题[^（）]*|图片?[^（）]{0,20}|https?:[^（）]*)）"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is simplified, `start` its place in the document; `paragraph` counts lines."""

    text: str
    start: int
    paragraph: int
    title: bool = False

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """The running text of an article: its sentences in order, and when it was published and written, where known."""

    text: str
    sentences: tuple[Sentence, ...]
    published: str | None
    written: str | None = None


def read_layout(document: Document) -> Layout:
    """Divide an article into sentences and find its date."""
    text = _MARKUP.sub(_blank, simplify(document.text))
    sentences: list[Sentence] = []
    position = 0
    for paragraph, line in enumerate(text.split("\n")):
        if line.strip() and not _is_boilerplate(line):
            title = not sentences and paragraph < 3 and _is_title(line)
            body = _DATELINE.match(line) if not title else None
            offset = body.end() if body else 0
            sentences += _sentences(line[offset:], position + offset, paragraph, title)
        position += len(line) + 1
    published = _published(document.published, text)
    return Layout(text, tuple(sentences), published, _written(text, published))


# Tags that a crawler has left, often without their last character: "<p<strong央视网消息</strong".
_MARKUP = re.compile(
    r"</?(?:(?P<block>p|br|div|li|ul|h[1-6]|td|tr|table)|strong|span|font|em|img)(?![A-Za-z])"
    r"(?:\s{1,3}[a-z-]{1,20}=\"[^\"<>\n]{0,300}\")*\s?/?>?|&nbsp[;；]?"
)


def _blank(tag: re.Match[str]) -> str:
    """Spaces in the place of a tag, behind the end of a line where one begins or ends a paragraph."""
    return ("\n" if tag["block"] else " ") + " " * (len(tag[0]) - 1)


_LINKS = re.compile(r"(?:相关阅读|延伸阅读|推荐阅读|相关报道|相关新闻|更多阅读)[：:].*|(?:《[^《》]{6,80}》\s*){3,}")


def _sentences(line: str, start: int, paragraph: int, title: bool) -> list[Sentence]:
    line = _LINKS.sub(lambda m: " " * len(m[0]), line)  # headlines of other articles
    line = _ASIDE.sub(lambda m: " " * len(m[0]), line)
    found, begin = [], 0
    for end in [m.end() for m in _END.finditer(line)] + [len(line)]:
        raw = line[begin:end]
        body = raw.strip()
        if len(body) > 3:
            lead = len(raw) - len(raw.lstrip())
            found.append(Sentence(body[:MAX_SENTENCE], start + begin + lead, paragraph, title))
        begin = end
    return found


def _is_title(line: str) -> bool:
    return len(line.strip()) <= 60 and not re.search(r"[。；]", line)


def _is_boilerplate(line: str) -> bool:
    body = line.strip()
    if _DATE_LINE.match(body) or re.fullmatch(r"[\W\d_a-zA-Z]*", body):
        return True
    if len(body) < 60 and body.startswith(tuple(words("boilerplate_start"))) and not body.endswith("。"):
        return True
    return len(body) < 160 and bool(matcher("boilerplate_any").search(body))


_WIRED = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:上午|下午|晚间?|凌晨|早间|综合)?(?:电|讯)")


def _written(text: str, published: str | None) -> str | None:
    """The day of the dateline ("北京3月31日电"), which "今天" is, where it lies just before publication."""
    wired = _WIRED.search(text[:400])
    if not wired or not published or len(published) < 10:
        return published
    day = f"{published[:4]}-{int(wired['month']):02d}-{int(wired['day']):02d}"
    try:
        age = (date.fromisoformat(published) - date.fromisoformat(day)).days
    except ValueError:
        return published
    return day if 0 <= age <= 7 else published


def _published(known: str | None, text: str) -> str | None:
    if known:
        return known
    head = text[:600]
    dated = _FULL_DATE.search(head)
    if not dated:
        return None
    year, month, day = (int(g) for g in dated.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None
