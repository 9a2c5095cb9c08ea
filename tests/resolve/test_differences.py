from __future__ import annotations

from kg.export import differences as writers
from kg.model import Money, Relation, Status
from kg.resolve.decisions import Decision, Kind
from kg.resolve.differences import differences
from kg.resolve.engine import run
from tests.resolve.cases import L, article, fact, party

INVESTS, PARTNERS = Relation.INVESTS, Relation.PARTNERS_WITH
ONE = fact("a", party("Acme"), INVESTS, party("Hefei", L), amount=Money(15e9, "CNY"), status=Status.PLANNED)
TWO = fact("b", party("Globex"), PARTNERS, party("Wuhan", L))
DOCUMENTS = [article("a"), article("b")]
FULL = run(DOCUMENTS, [ONE, TWO]).resolution
PART = run(DOCUMENTS[:1], [ONE]).resolution


def test_a_graph_does_not_differ_from_itself() -> None:
    assert not differences(FULL, FULL)


def test_new_and_gone() -> None:
    found = differences(PART, FULL)
    assert found.new == ("Globex –partners_with– Wuhan",)
    assert found.new_entities == ("Globex", "Wuhan")
    assert found.new_documents == ("b",)
    assert (found.gone, found.changed) == ((), ())
    assert differences(FULL, PART).gone == found.new


def test_a_corrected_amount_is_a_change() -> None:
    right = run(DOCUMENTS, [ONE, TWO], [Decision(Kind.AMOUNT, ONE.id, "10000000000 CNY")]).resolution
    (changed,) = differences(FULL, right).changed
    assert changed.fields == (("amount", "15000000000 CNY", "10000000000 CNY"),)


def test_a_merged_party_changes_its_facts_and_loses_none() -> None:
    merged = run(DOCUMENTS, [ONE, TWO], [Decision(Kind.MERGE, "Acme", "Globex")]).resolution
    found = differences(FULL, merged)
    assert (found.new, found.gone) == ((), ())
    assert found.merged == (("Globex", "Acme"),)
    assert [one.fields for one in found.changed] == [(("subject", "Globex", "Acme"),)]


def test_hostile_names_stay_text() -> None:
    evil = fact("a", party("<b>Evil*\x1b[31m"), INVESTS, party("Hefei", L))
    found = differences(PART, run(DOCUMENTS[:1], [ONE, evil]).resolution)
    assert "\x1b" not in writers.as_text(found)
    assert "\\<b\\>Evil\\*" in writers.as_markdown(found)
    assert writers.as_json(found).startswith("{")
