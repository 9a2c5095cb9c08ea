"""The pattern language, on lines written by hand: C company, L place, P person, marks d, r, n."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.errors import RuleError
from kg.extract.en.frames import Frame, frames, implied_frame
from kg.extract.en.lines import Line
from kg.extract.en.patterns import Pattern, Patterns, compile_patterns, shortened
from kg.model import EntityType, Relation


def _frame(pattern: str, implied: str = "") -> Frame:
    return replace(implied_frame("owns.test", Relation.OWNS), patterns=(pattern,), implied=implied)


def _match(pattern: Pattern, line: str) -> re.Match[str] | None:
    return next(iter(pattern.matches(_line(line))), None)


def _line(text: str) -> Line:
    items = tuple(text.split())
    return Line(text, items, tuple(range(len(items))), tuple(range(len(items))))


@pytest.mark.parametrize(
    ("pattern", "line", "ends"),
    [
        ("O , a ~2 unit of S", " ⟨0:C⟩ , a small cloud unit of ⟨1:C⟩ said", {"s0": "1", "o0": "0"}),
        ("FIRST S and O", " ⟨0:C⟩ , ⟨1:C⟩ and ⟨2:C⟩ sign ; ⟨3:C⟩ and ⟨4:C⟩", {"s0": "3", "o0": "4"}),
        ("S and O sign a deal NOWITH", " ⟨0:C⟩ and ⟨1:C⟩ sign a deal . with ⟨2:C⟩", {"s0": "0", "o0": "1"}),
        ("START with O , S", " it ended . with ⟨0:C⟩ , ⟨1:C⟩ builds", {"s0": "1", "o0": "0"}),
        ("S and <Place> 's O", " ⟨0:C⟩ and ⟨1:L⟩ 's ⟨2:C⟩ signed", {"s0": "0", "o0": "2"}),
        ("O ,? REL? owned by S", " ⟨0:C⟩ , ⟨1:Cr⟩ owned by ⟨2:C⟩", {"s0": "2", "o0": "0"}),
        ("FRONT S sued O", " then the ⟨0:L⟩ sued ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("Sd state-owned ~2 O", " ⟨0:Ld⟩ state - owned lender ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("S holds NUMBER @percent of O", " ⟨0:C⟩ holds 24.5 per cent of ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("O APP? is held by S", " ⟨0:C⟩ , the unit that runs it , is held by ⟨1:C⟩", {"s0": "1", "o0": "0"}),
        ("S ~2 O", " ⟨0:C⟩ large ⟨7:Ld⟩ ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("S 's <Place> arm O", " ⟨0:C⟩ 's ⟨1:L⟩ arm ⟨2:C⟩", {"s0": "0", "o0": "2"}),
        ("Ov of S+", " ⟨0:C⟩ of ⟨1:C⟩ , ⟨2:Cv⟩ of ⟨3:C⟩", {"s0": "\f⟨3:C⟩", "o0": "2"}),
        ("S gave O ~2 MONEY", " ⟨0:L⟩ gave ⟨1:C⟩ another ¤£_80_m for", {"s0": "0", "o0": "1"}),
        ("S gave MONEY to O", " ⟨0:L⟩ gave ¤400_million_euros to ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("S gave ~1 to O", " ⟨0:L⟩ gave ¤400_million_euros to ⟨1:C⟩", {"s0": "0", "o0": "1"}),
        ("(sale_of|sells) O to Sx", " sale of ⟨0:C⟩ to ⟨1:C⟩", {"s0": "1", "o0": "0"}),
    ],
)
def test_a_pattern_finds_its_ends(pattern: str, line: str, ends: dict[str, str]) -> None:
    match = _match(compile_patterns(_frame(pattern))[0], line)
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
        ("S gave MONEY to O", " ⟨0:L⟩ gave 400 euros to ⟨1:C⟩"),
        ("S and O sign a deal NOWITH", " ⟨0:C⟩ and ⟨1:C⟩ sign a deal on trams with ⟨2:C⟩ ."),
        ("FIRST S and O sign", " ⟨0:C⟩ , ⟨1:C⟩ and ⟨2:C⟩ sign"),
        ("FRONT S sued O", " a woman in ⟨0:L⟩ sued ⟨1:C⟩"),
        ("FRONT S sued O", " a woman of the ⟨0:L⟩ sued ⟨1:C⟩"),
    ],
)
def test_what_a_pattern_leaves(pattern: str, line: str) -> None:
    frame = replace(_frame(pattern), subject_types=_frame(pattern).object_types)
    assert _match(compile_patterns(frame)[0], line) is None


def test_a_list_is_one_end() -> None:
    [pattern] = compile_patterns(_frame("O is owned by S+"))
    match = _match(pattern, " ⟨0:C⟩ is owned by ⟨1:C⟩ , ⟨2:C⟩ and the lender ⟨3:C⟩ .")
    assert match is not None
    assert match.group("s0").split() == ["⟨1:C⟩", ",", "⟨2:C⟩", "and", "the", "lender", "⟨3:C⟩"]


@pytest.mark.parametrize(
    ("pattern", "implied"), [("S owns", ""), ("owns O", ""), ("S owns O", "country"), ("owns", "country")]
)
def test_both_ends_must_be_named_or_implied(pattern: str, implied: str) -> None:
    with pytest.raises(RuleError, match=r"owns\.test.*needs both S and O"):
        compile_patterns(_frame(pattern, implied))


def test_a_pattern_is_not_tried_where_its_words_are_missing() -> None:
    [pattern] = compile_patterns(_frame("S ~2 !@hold (part_of|most-of)? O (today|now)"))
    assert pattern.needed[0] == {"today", "now"}
    [phrase] = compile_patterns(_frame("S (part_of|most_of) O today"))
    assert {"part", "most"} in phrase.needed
    assert not list(Patterns([phrase]).fitting(_line(" ⟨0:C⟩ part of ⟨1:C⟩ now")))
    assert list(Patterns([phrase]).fitting(_line(" ⟨0:C⟩ part time ⟨1:C⟩ today"))) == [phrase]
    assert not list(phrase.matches(_line(" ⟨0:C⟩ part time ⟨1:C⟩ today")))
    assert "source" not in vars(phrase)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("S ~2 owns O", " ⟨0:C⟩ owns a ⟨2:Ld⟩ part of ⟨1:C⟩"),
        ("S ~2 owns O", " ⟨0:C⟩ , it owns ⟨1:C⟩"),
        ("S *2 owns O", " ⟨0:C⟩ : now owns ⟨1:C⟩"),
        ("Sx owns O", " ⟨0:Cr⟩ owns ⟨1:C⟩"),
        ("S APP owns O", " ⟨0:C⟩ , , owns ⟨1:C⟩"),
        ("S REL owns O", " ⟨0:C⟩ the firm owns ⟨1:C⟩"),
        ("START S owns O", " now ⟨0:C⟩ owns ⟨1:C⟩"),
        ("S owns NUMBER of O", " ⟨0:C⟩ owns thirds of ⟨1:C⟩"),
        ("S owns MONEY of O", " ⟨0:C⟩ owns some of ⟨1:C⟩"),
        ("S+ owns O", " ⟨0:C⟩ never owns ⟨1:C⟩"),
        ("S (part_of|owner) O", " ⟨0:C⟩ part owner ⟨1:C⟩"),
    ],
)
def test_a_pattern_is_not_tried_where_its_items_do_not_follow_each_other(pattern: str, line: str) -> None:
    [compiled] = compile_patterns(_frame(pattern))
    assert not list(compiled.matches(_line(line)))
    assert "source" not in vars(compiled)


def test_a_pattern_is_not_tried_where_no_mention_can_be_its_end() -> None:
    patterns = compile_patterns(_frame("S owns O"))
    assert not list(Patterns(patterns).fitting(_line(" ⟨0:F⟩ owns ⟨1:F⟩")))


def test_every_pattern_of_the_frames_compiles() -> None:
    """A pattern is compiled when a line first has its words: here all are, so that none is found broken then."""
    patterns = [pattern for frame in frames(()).frames for pattern in compile_patterns(frame)]
    assert len(patterns) > 50
    for pattern in patterns:
        assert re.compile(pattern.source)
        assert re.compile(shortened(pattern.source, frozenset()))


@pytest.mark.parametrize(
    ("pattern", "line", "owners"),
    [
        ("O is owned by S+", " ⟨0:C⟩ is owned by ⟨1:C⟩ with 60 % and ⟨2:C⟩ with 40 % .", [1, 2]),
        ("O is owned by S+", " ⟨0:C⟩ is owned by ⟨1:C⟩ , who lends ; ⟨2:C⟩ , who builds .", [1, 2]),
        ("O is owned by ~2 S+", " ⟨0:C⟩ is owned by ⟨2:L⟩ - based lender ⟨1:C⟩ .", [1]),
        ("O is owned by S+", " ⟨0:C⟩ is owned by ⟨1:C⟩ and ⟨2:C⟩ .", [1, 2]),
    ],
)
def test_what_few_lines_have_is_read_where_it_is(pattern: str, line: str, owners: list[int]) -> None:
    frame = replace(_frame(pattern), subject_types=frozenset({EntityType.COMPANY}))
    match = _match(compile_patterns(frame)[0], line)
    assert match is not None
    assert [int(number) for number in re.findall(r"⟨(\d+)", match.group("s0"))] == owners
