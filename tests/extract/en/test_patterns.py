"""The pattern language, on lines written by hand: C company, L place, P person, marks d, r, n."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import RuleError
from kg.extract.en.frames import Frame, implied_frame
from kg.extract.en.patterns import compile_patterns
from kg.model import Relation


def _frame(pattern: str, implied: str = "") -> Frame:
    return replace(implied_frame("owns.test", Relation.OWNS), patterns=(pattern,), implied=implied)


@pytest.mark.parametrize(
    ("pattern", "line", "ends"),
    [
        ("O , a ~2 unit of S", " ⟨0:C⟩ , a small cloud unit of ⟨1:C⟩ said", {"s0": "1", "o0": "0"}),
        ("O ,? REL? owned by S", " ⟨0:C⟩ , ⟨1:Cr⟩ owned by ⟨2:C⟩", {"s0": "2", "o0": "0"}),
        ("Sd state-owned ~2 O", " ⟨0:Ld⟩ state - owned lender ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("S holds NUMBER @percent of O", " ⟨0:C⟩ holds 24.5 per cent of ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("O APP? is held by S", " ⟨0:C⟩ , the unit that runs it , is held by ⟨1:C⟩", {"s0": "1", "o0": "0"}),
        ("S ~2 O", " ⟨0:C⟩ large ⟨7:Ld⟩ ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("(sale_of|sells) O to Sx", " sale of ⟨0:C⟩ to ⟨1:C⟩", {"s0": "1", "o0": "0"}),
    ],
)
def test_a_pattern_finds_its_ends(pattern: str, line: str, ends: dict[str, str]) -> None:
    match = compile_patterns(_frame(pattern))[0].regex.search(line)
    assert match is not None
    assert {name: number for name, number in match.groupdict().items() if name in ends} == ends


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("O , a ~2 unit of S", " ⟨0:C⟩ , a unit of ⟨1:P⟩'s"),
        ("O is ~2 owned by S", " ⟨0:C⟩ is not owned by ⟨1:C⟩"),
        ("S owns O", " ⟨0:C⟩ owns ⟨1:Ld⟩"),
        ("S ~3 O", " ⟨0:C⟩ in ⟨1:C⟩"),
        ("S *3 O", " ⟨0:C⟩ said , ⟨1:C⟩"),
        ("Sx owns O", " ⟨0:Cn⟩ owns ⟨1:C⟩"),
        ("S own O", " ⟨0:C⟩ owned ⟨1:C⟩"),
    ],
)
def test_what_a_pattern_leaves(pattern: str, line: str) -> None:
    frame = replace(_frame(pattern), subject_types=_frame(pattern).object_types)
    assert compile_patterns(frame)[0].regex.search(line) is None


def test_a_list_is_one_end() -> None:
    match = compile_patterns(_frame("O is owned by S+"))[0].regex.search(
        " ⟨0:C⟩ is owned by ⟨1:C⟩ , ⟨2:C⟩ and the lender ⟨3:C⟩ ."
    )
    assert match is not None
    assert match.group("s0") == " ⟨1:C⟩ , ⟨2:C⟩ and the lender ⟨3:C⟩"


@pytest.mark.parametrize(
    ("pattern", "implied"), [("S owns", ""), ("owns O", ""), ("S owns O", "country"), ("owns", "country")]
)
def test_both_ends_must_be_named_or_implied(pattern: str, implied: str) -> None:
    with pytest.raises(RuleError, match=r"owns\.test.*needs both S and O"):
        compile_patterns(_frame(pattern, implied))
