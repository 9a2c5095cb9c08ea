from __future__ import annotations

import re
from pathlib import Path

from kg.analytics.analysis import Analysis
from kg.analytics.engines import EXACT_NETWORKX, EXACT_RUSTWORKX, LOUVAIN_NODES
from kg.analytics.prediction import LEAST_TESTS
from kg.analytics.questions import QUESTIONS
from kg.analytics.report.facts import EVERY, MOST
from kg.analytics.sampling import LEAST_PIVOTS
from tests.analytics.cases import ten

_DOCS = Path(__file__).parents[2] / "docs" / "analytics.md"


def test_every_question_is_documented_and_no_other() -> None:
    table = _DOCS.read_text("utf-8").split("## The questions")[1].split("##")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(QUESTIONS)


def test_the_limits_are_those_of_the_code() -> None:
    text = " ".join(_DOCS.read_text("utf-8").split())
    assert f"up to {EXACT_NETWORKX // 1_000_000} million steps" in text
    assert f"up to {EXACT_RUSTWORKX // 1_000_000} million" in text
    assert f"at least {LEAST_PIVOTS} nodes" in text
    assert f"up to {LOUVAIN_NODES:,} nodes" in text
    assert f"more than {EVERY:,} facts a number carries its first {MOST}" in text
    assert f"When {LEAST_TESTS} or more ties can be judged" in text


def test_the_python_example_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", _DOCS.read_text("utf-8"), re.S)
    scope: dict[str, object] = {"resolution": ten()}
    exec(code, scope)  # the example of the documentation
    assert isinstance(scope["analysis"], Analysis)
