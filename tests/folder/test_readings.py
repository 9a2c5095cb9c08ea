from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.facts import dumps, from_log, read_log, to_log
from kg.folder.names import DOCUMENTS, FACTS
from kg.folder.readings import read_documents, read_facts, write_readings
from kg.model import RELATIONS, EntityType, Evidence, Fact, Mention, Money, Qualifier, Resolution, Status, Step

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_numbers = st.integers(0, 10**15) | st.floats(0, 1e15, allow_nan=False)
_mentions = st.builds(
    Mention,
    _text,
    _text.filter(bool),
    st.sampled_from(EntityType),
    st.integers(-1, 999),
    st.integers(-1, 999),
    st.lists(_text).map(tuple),
)
_money = st.builds(
    Money,
    _numbers,
    st.just("CNY"),
    st.none() | _numbers,
    st.none() | _numbers,
    st.none() | st.sampled_from(Qualifier),
    st.lists(st.tuples(_numbers, st.just("USD"))).map(tuple),
)
_facts = st.builds(
    Fact,
    _text,
    _mentions,
    st.sampled_from(RELATIONS),
    _mentions,
    st.builds(Evidence, _text, st.integers(0, 999), st.integers(0, 999)),
    amount=st.none() | _money,
    place=st.none() | _text,
    date=st.none() | st.just("2020-03"),
    status=st.none() | st.sampled_from(Status),
    domains=st.lists(_text).map(tuple),
    confidence=st.sampled_from([0.0, 0.5, 0.9876, 1.0]),
    rule=_text,
    trace=st.lists(st.builds(Step, _text, _text)).map(tuple),
)


@given(_facts)
def test_a_fact_comes_back_from_the_log_as_it_was(fact: Fact) -> None:
    [back] = read_log([dumps(to_log(fact))], "it")
    assert back == fact
    assert back.trace == fact.trace
    assert back.id == fact.id


def test_readings_come_back_sorted(tmp_path: Path, resolution: Resolution) -> None:
    facts = [reading for deal in resolution.deals for reading in deal.readings]
    write_readings(tmp_path, reversed(resolution.documents), reversed(facts))
    assert list(read_documents(tmp_path)) == sorted(resolution.documents, key=lambda document: document.name)
    back = list(read_facts(tmp_path))
    assert set(back) == set(facts)
    assert [(fact.doc, fact.evidence.start) for fact in back] == sorted((f.doc, f.evidence.start) for f in facts)


def test_a_folder_without_readings_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        list(read_facts(tmp_path))


@pytest.mark.parametrize("line", ["{", "[]", '{"nonsense": 1}', "3"])
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / DOCUMENTS).write_text(line + "\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"documents\.jsonl, line 1"):
        list(read_documents(tmp_path))
    (tmp_path / FACTS).write_text(line + "\n", encoding="utf-8")
    with pytest.raises(StoreError):
        list(read_facts(tmp_path))


def test_an_unknown_relation_is_no_fact() -> None:
    with pytest.raises(StoreError, match="not a fact record"):
        from_log({"doc": "a", "relation": "likes"})
