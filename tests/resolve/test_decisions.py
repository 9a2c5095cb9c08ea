from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DecisionError
from kg.model import Deal, EntityType, Fact, Money, Relation
from kg.resolve import decisions as log
from kg.resolve.decisions import Decision, Kind, Verdict, in_force
from kg.resolve.engine import Outcome, run
from tests.resolve.cases import L, P, article, fact, meet, party, same

FACTS: list[Fact] = [
    fact("a", party("Acme"), Relation.INVESTS, party("Northland Fund"), amount=Money(15e9, "CNY"), confidence=0.4),
    fact("b", party("Acme Works"), Relation.PARTNERS_WITH, party("Springfield", L)),
    *meet("a", party("Zhao Lei", P)),
    *meet("b", party("Zhao Lei", P)),
    *meet("c", party("Globex"), party("Globex Inc")),
]
ACME = "https://kg.example.org/company/acme"


def decided(*decisions: Decision) -> Outcome:
    documents = [article(doc) for doc in sorted({f.doc for f in FACTS})]
    return run(documents, FACTS, decisions)


def test_without_decisions() -> None:
    found = decided()
    assert not same(found, "Acme", "Acme Works")
    assert same(found, "Globex", "Globex Inc")
    assert not same(found, "Zhao Lei @ a", "Zhao Lei @ b")


@pytest.mark.parametrize("other", ["Acme Works", "Acme Works @ b", "https://kg.example.org/company/acme-works"])
def test_merge(other: str) -> None:
    found = decided(Decision(Kind.MERGE, ACME, other))
    assert same(found, "Acme", "Acme Works")
    assert found.unapplied == ()


def test_merge_beats_what_the_program_keeps_apart() -> None:
    assert same(decided(Decision(Kind.MERGE, "Zhao Lei @ a", "Zhao Lei @ b")), "Zhao Lei @ a", "Zhao Lei @ b")


def test_split_beats_what_the_program_merges() -> None:
    assert not same(decided(Decision(Kind.SPLIT, "Globex", "Globex Inc")), "Globex", "Globex Inc")


def test_rename_and_retype() -> None:
    found = decided(Decision(Kind.RENAME, "Acme", "Acme AG"), Decision(Kind.RETYPE, "Acme", "Organization"))
    (entity,) = (e for e in found.resolution.entities if e.name == "Acme AG")
    assert (entity.id, entity.type) == ("https://kg.example.org/organization/acme-ag", EntityType.ORGANIZATION)
    assert "Acme" in entity.names


def test_place() -> None:
    found = decided(Decision(Kind.PLACE, "Springfield", "4250542"))
    (entity,) = (e for e in found.resolution.entities if e.name == "Springfield")
    assert entity.same_as == ("https://sws.geonames.org/4250542/",)
    assert entity.within == "https://kg.example.org/place/illinois"


def test_reject_accept_and_amount() -> None:
    fact_id = FACTS[0].id
    relations = [deal.relation for deal in decided(Decision(Kind.REJECT, fact_id)).resolution.deals]
    assert Relation.INVESTS not in relations
    (deal,) = _investments(decided(Decision(Kind.ACCEPT, fact_id), Decision(Kind.AMOUNT, fact_id, "10000000000 CNY")))
    assert (deal.confidence, deal.amount) == (1.0, Money(10_000_000_000, "CNY"))
    assert deal.readings[0] == FACTS[0], "a reading is never changed"
    (bare,) = _investments(decided(Decision(Kind.AMOUNT, fact_id, "none")))
    assert bare.amount is None


def _investments(found: Outcome) -> list[Deal]:
    return [deal for deal in found.resolution.deals if deal.relation is Relation.INVESTS]


@pytest.mark.parametrize(
    "decision",
    [
        Decision(Kind.MERGE, "Acme", "Nobody"),
        Decision(Kind.SPLIT, "Nobody", "Acme"),
        Decision(Kind.RENAME, "Nobody", "Somebody"),
        Decision(Kind.REJECT, "0123456789abcdef"),
        Decision(Kind.PLACE, "Springfield", "1"),
    ],
)
def test_a_decision_about_something_that_is_gone_is_reported(decision: Decision) -> None:
    (lost,) = decided(decision).unapplied
    assert lost.decision == decision
    assert "no longer applies" in str(lost)


def test_a_decision_can_be_taken_back() -> None:
    merge = Decision(Kind.MERGE, "Acme", "Acme Works")
    back = log.withdrawn([merge], 1)
    assert not same(decided(merge, *back), "Acme", "Acme Works")
    assert same(decided(merge, *back, merge), "Acme", "Acme Works")


def test_the_last_word_counts() -> None:
    merge, split = Decision(Kind.MERGE, "x", "y"), Decision(Kind.SPLIT, "y", "x")
    assert in_force([merge, split]) == (split,)
    assert in_force([split, merge]) == (merge,)
    assert in_force([Decision(Kind.REJECT, "f"), Decision(Kind.ACCEPT, "f")]) == (Decision(Kind.ACCEPT, "f"),)


_text = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20).map(str.strip)
_decision = st.builds(
    Decision, st.sampled_from([Kind.MERGE, Kind.SPLIT, Kind.RENAME]), _text.filter(bool), _text.filter(bool),
    st.sampled_from(Verdict), _text, _text, _text,
)  # fmt: skip


@given(st.lists(_decision, max_size=5))
def test_the_file_gives_back_what_was_written(made: list[Decision]) -> None:
    guarded = [d for d in made if not any(str(cell).startswith("'") for cell in (d.a, d.b, d.by, d.reason, d.date))]
    assert list(log.parse(log.dumps(guarded), "x")) == guarded


def test_cells_cannot_become_formulas() -> None:
    assert "\n=" not in log.dumps([Decision(Kind.MERGE, "=HYPERLINK(1)", "b")]).replace(",=", "\n=")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", "no column kind"),
        ("kind,a,b\njoin,x,y\n", "kinds are"),
        ("kind,a,b\nmerge,x,\n", "needs b"),
        ("kind,a,b\nretype,x,Firm\n", "is no type"),
        ("kind,a,b\namount,x,lots\n", "not a number and a currency"),
        ("kind,a,b\nplace,x,Springfield\n", "no number of GeoNames"),
        ("kind,a,b,verdict\nmerge,x,y,perhaps\n", "verdicts"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        log.parse(text, "decisions.csv")


def test_no_file_is_no_decision_and_appending_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    assert log.read(path) == ()
    log.append(path, [Decision(Kind.MERGE, "x", "y", by="me", date="2024-01-01")])
    log.append(path, [Decision(Kind.REJECT, "f")])
    assert [d.kind for d in log.read(path)] == [Kind.MERGE, Kind.REJECT]
    assert path.read_text(encoding="utf-8").startswith("kind,a,b,verdict,by,reason,date\n")


def test_kinds_of_the_documentation_are_all_of_them() -> None:
    assert all(f"| {kind} |" in (log.__doc__ or "") for kind in Kind)
