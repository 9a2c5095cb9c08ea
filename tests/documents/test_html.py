from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import html
from kg.errors import DocumentError

PAGE = """<html><head><title>Tencent turns to Wuhan</title>
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2020-04-08T10:00:00Z">
<link rel="canonical" href="https://news.example/wuhan"></head>
<body><nav><a href="/">Home</a> <a href="/tech">Tech news and more of it</a></nav>
<article><h1>Tencent turns to Wuhan</h1>
<p>Tencent signed an agreement with Wuhan on Tuesday, and it will build a data centre in the city next year.</p>
<p>武汉 The city &amp; its people are happy about it, as far as anybody who was asked could tell.</p></article>
<script>document.write("<p>Not to be run</p>")</script></body></html>"""


def test_the_article_and_what_the_page_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    text, metadata = html.read(tmp_path / "a.html")
    assert "Tencent signed an agreement with Wuhan on Tuesday" in text
    assert "武汉 The city & its people" in text
    assert "Tech news" not in text
    assert "Not to be run" not in text
    assert metadata.title == "Tencent turns to Wuhan"
    assert metadata.publisher == "The Daily"
    assert metadata.published == "2020-04-08"
    assert metadata.url == "https://news.example/wuhan"


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "\x00\x01", "<" * 5000])
def test_a_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"a\.html: "):
        html.read(tmp_path / "a.html")
