"""Running text, sentences and the article's date."""

from __future__ import annotations

from kg.extract.zh.layout import Layout, read_layout
from kg.model import Document

ARTICLE = """华为与东莞市签约
2020-4-1 16:45:00
新华社东莞4月1日电(记者王明)华为1日与东莞市签署协议。双方将共建园区！
（原标题：签约）
责任编辑：李红
版权声明：未经授权不得转载。
3D打印工厂将落户松山湖。
"""


def _read(text: str, published: str | None = None) -> Layout:
    return read_layout(Document("a.txt", text, published=published))


def test_only_running_text_is_read() -> None:
    assert [sentence.text for sentence in _read(ARTICLE).sentences] == [
        "华为与东莞市签约",
        "华为1日与东莞市签署协议。",
        "双方将共建园区！",
        "3D打印工厂将落户松山湖。",
    ]


def test_first_line_is_the_title() -> None:
    assert [sentence.title for sentence in _read(ARTICLE).sentences] == [True, False, False, False]


def test_offsets_are_those_of_the_document() -> None:
    layout = _read(ARTICLE)
    assert all(layout.text[s.start : s.end] == s.text for s in layout.sentences)


def test_date_is_found_in_the_head() -> None:
    assert _read(ARTICLE).published == "2020-04-01"


def test_known_date_wins() -> None:
    assert _read(ARTICLE, "2021-01-01").published == "2021-01-01"


def test_byline_in_brackets_is_blanked() -> None:
    (sentence,) = _read("腾讯(记者 张三 摄影报道)与长沙市签署了战略合作协议。").sentences
    assert "张三" not in sentence.text
    assert len(sentence.text) == len("腾讯(记者 张三 摄影报道)与长沙市签署了战略合作协议。")


def test_a_source_is_no_byline() -> None:
    (sentence,) = _read("\n\n据海关总署官网消息，远图公司被处以罚款，双方将继续协商。").sentences
    assert sentence.text.startswith("据海关总署")


def test_empty_text_has_no_sentences() -> None:
    assert _read("").sentences == ()


def test_today_is_the_day_of_the_dateline() -> None:
    assert _read("签约\n2020-4-1\n本报北京3月31日电 今天签约。").written == "2020-03-31"
    assert _read("签约\n2020-4-1\n本报北京1月31日电 今天签约。").written == "2020-04-01"


def test_tags_that_a_crawler_has_left_are_no_words() -> None:
    texts = [
        s.text for s in _read("联播快讯\n\n<p<strong首座工厂投产</strong<br</p<p远图集团&nbsp;今天开会。</p").sentences
    ]
    assert [" ".join(text.split()) for text in texts] == ["联播快讯", "首座工厂投产", "远图集团 今天开会。"]
    plain = "当a<b且p值<0.05时，远图集团继续试验。"
    assert [s.text for s in _read(plain).sentences] == [plain.replace(",", "，")]
