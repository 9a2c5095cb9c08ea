from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest

from kg.errors import ViewError
from kg.model import Resolution
from kg.view import ViewOptions, render
from kg.view.page import _SCRIPTS, _STYLES
from tests.view.samples import ATTACKS, grown, hostile, small

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def policy(page: str) -> str:
    found = POLICY.search(page)
    assert found
    return html.unescape(found.group(1))


def sha(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_same_graph_is_the_same_page() -> None:
    assert render(small()) == render(small())


def test_the_policy_names_exactly_the_scripts_and_styles_of_the_page() -> None:
    page = render(small())
    assert "default-src 'none'" in policy(page)
    assert "unsafe" not in policy(page)
    assert [sha(text) for text in SCRIPT.findall(page)] == re.findall(r"'(sha256-[^']*)'", policy(page))[:-1]
    assert [sha(text) for text in STYLE.findall(page)] == re.findall(r"'(sha256-[^']*)'", policy(page))[-1:]


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = render(small())
    markup = STYLE.sub("", SCRIPT.sub("", page))
    assert not re.search(r"""\b(src|href)\s*=\s*["']?(?!["'#])""", markup.replace('href="#"', ""))
    assert "<link" not in markup
    assert "@import" not in page


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_adds_no_markup(attack: str) -> None:
    plain = render(hostile("x"), ViewOptions(title="x"))
    page = render(hostile(attack), ViewOptions(title=attack))
    assert page.encode("utf-8")
    assert len(re.findall(r"<[a-zA-Z/!]", page)) == len(re.findall(r"<[a-zA-Z/!]", plain))


def test_an_empty_graph_is_a_page() -> None:
    assert "</html>" in render(Resolution((), (), ()))


def test_focus_on_nothing_is_an_error() -> None:
    with pytest.raises(ViewError, match="Nothing in this graph is called 'Atlantis'"):
        render(small(), ViewOptions(focus="Atlantis"))


def test_five_hundred_nodes_stay_below_two_megabytes() -> None:
    assert len(render(grown(500, 800)).encode()) < 2_000_000


def test_every_script_and_style_is_part_of_the_page() -> None:
    from kg.view.assets import _FOLDER

    assert sorted(_SCRIPTS) == sorted(path.name for path in _FOLDER.glob("*.js"))
    assert sorted(_STYLES) == sorted(path.name for path in _FOLDER.glob("*.css"))
