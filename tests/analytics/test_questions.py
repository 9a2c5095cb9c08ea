from __future__ import annotations

from pathlib import Path

import pytest

from kg.analytics.analysis import Analysis
from kg.analytics.dimensions import DIMENSIONS, LABELS, Grouping
from kg.analytics.firsts import first_movers, span
from kg.analytics.matrix import crossed, grouped
from kg.analytics.paths import paths
from kg.analytics.questions import GENERAL, QUESTIONS, Asked, ask
from kg.analytics.rates import Rates, read_rates
from kg.analytics.rivals import rivalries, rivals
from kg.analytics.selection import Selection
from kg.analytics.tables import texts
from kg.analytics.timeline import timeline
from kg.analytics.totals import totals
from kg.errors import AnalysisError
from kg.model import Deal, Money, Qualifier, Relation, Resolution, Status
from tests.analytics.cases import ALIBABA, BAIDU, HEBEI, SHANGHAI, SONGJIANG, TENCENT, A, B, deal, ten


def with_deals(*deals: Deal) -> Analysis:
    """The parties of the hand-made case with other deals."""
    return Analysis(Resolution(ten().documents, ten().entities, deals))


def test_rivals_in_hebei() -> None:
    table = rivals(Analysis(ten(), Selection(places=("Hebei",))), "腾讯", "Alibaba")
    assert table.title == "Tencent and Alibaba in Hebei"
    assert [(r["subject"], r["who"], r["one"], r["two"]) for r in table.records()] == [
        ("AI", "both", 1, 1),
        ("cloud computing", "only Tencent", 1, 0),
        ("data centres", "only Alibaba", 0, 1),  # in Baoding, which is in Hebei
        ("logistics", "only Alibaba", 0, 1),
    ]


def test_rivals_without_a_fact_in_the_place_are_still_known() -> None:
    table = rivals(Analysis(ten(), Selection(places=("Shanghai",))), "Tencent", "Alibaba")
    assert {r["who"] for r in table.records()} == {"only Tencent"}


def test_sanctions_make_no_rivals() -> None:
    table = rivals(Analysis(ten()), "Tencent", "Alibaba")
    fined = next(one.id for one in ten().deals if one.relation is Relation.SANCTIONS)
    assert fined not in table.facts()


def test_an_actor_is_no_rival_of_itself() -> None:
    with pytest.raises(AnalysisError, match="the same actor"):
        rivals(Analysis(ten()), "Tencent", "腾讯")


def test_rivals_on_the_same_ground() -> None:
    table = rivalries(Analysis(ten()))
    assert [(r["one"], r["two"], r["shared"], r["where"]) for r in table.records()] == [
        ("Alibaba", "Tencent", 1, "AI in Hebei")
    ]
    assert table.records()[0]["overlap"] == pytest.approx(1 / 5)
    assert rivalries(Analysis(ten()), "Baidu").rows == ()


def test_who_works_with_whom_on_what() -> None:
    table = grouped(Analysis(ten()), top=0)
    found = {(r["company"], r["subject"], r["place"]): r["facts"] for r in table.records()}
    assert found["Tencent", "AI", "Songjiang"] == 1
    assert found["Alibaba", "data centres", "Baoding"] == 1


def test_a_matrix_rolls_places_up() -> None:
    table = crossed(Analysis(ten()), Grouping(("company", "place"), "province"))
    shanghai = next(column.key for column in table.columns if column.label == "Shanghai")
    assert next(r for r in table.records() if r["company"] == "Tencent")[shanghai] == 2


def test_a_matrix_needs_two_dimensions() -> None:
    with pytest.raises(AnalysisError, match="two dimensions"):
        crossed(Analysis(ten()), Grouping(("company",)))


def test_totals_keep_currencies_and_stages_apart() -> None:
    records = totals(Analysis(ten())).records()
    tencent = {r["currency"]: r for r in records if r["investor"] == "Tencent"}
    assert (tencent["CNY"]["done"], tencent["CNY"]["planned"]) == (15_000_000_000, None)
    assert (tencent["USD"]["planned"], tencent["USD"]["done"], tencent["USD"]["inexact"]) == (2_000_000_000, None, 1)
    assert "Alibaba" not in {r["investor"] for r in records}, "who gets an investment is no investor"


def test_fines_are_not_investments_unless_selected() -> None:
    assert any("sanctions 1" in warning for warning in totals(Analysis(ten())).warnings)
    fines = totals(Analysis(ten(), Selection(relations=(Relation.SANCTIONS,)))).records()
    assert [(r["investor"], r["done"]) for r in fines] == [("Ministry of Example", 1000)]


def test_a_joint_amount_counts_once_in_a_group() -> None:
    joint = Money(3_000, "CNY")
    analysis = with_deals(
        deal(TENCENT, Relation.INVESTS, HEBEI, A, amount=joint), deal(ALIBABA, Relation.INVESTS, HEBEI, A, amount=joint)
    )
    assert [r["unstated"] for r in totals(analysis, Grouping(("place",))).records()] == [3_000]
    assert [r["unstated"] for r in totals(analysis).records()] == [3_000, 3_000]


def test_no_rate_is_invented() -> None:
    table = totals(Analysis(ten()), rates=Rates("EUR", {("CNY", ""): 0.125}))
    assert {(r["investor"], r["currency"]) for r in table.records()} == {
        ("Tencent", "EUR"), ("Tencent", "USD"), ("Baidu", "EUR"),
    }  # fmt: skip
    assert any("No rate for USD" in warning for warning in table.warnings)
    assert next(r for r in table.records() if r["currency"] == "EUR")["done"] == 15e9 / 8


def test_rates_of_a_year_and_what_the_article_says_come_first() -> None:
    rates = Rates("USD", {("CNY", ""): 0.1, ("CNY", "2020"): 0.2})
    assert rates.convert(Money(100, "CNY"), "2020") == 20
    assert rates.convert(Money(100, "CNY"), "2019") == 10
    assert rates.convert(Money(100, "CNY", also=((14, "USD"),)), "2020") == 14
    assert rates.convert(Money(100, "USD"), None) == 100
    assert rates.convert(Money(100, "INR"), "2020") is None


def test_rates_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text("currency,year,rate\ncny,2020,0.14\nEUR,,1.1\n", encoding="utf-8")
    assert read_rates(path, "usd") == Rates("USD", {("CNY", "2020"): 0.14, ("EUR", ""): 1.1})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "needs the columns currency,rate"),
        ("currency,rate\nCNY,lots\n", "line 2: 'lots' is no rate"),
        ("currency,rate\nCNY,-1\n", "'-1' is no rate"),
        ("currency,rate\nCNY,inf\n", "'inf' is no rate"),
        ("currency,rate\nCNY,nan\n", "'nan' is no rate"),
        ("currency,rate\nCNY\n", "None is no rate"),
    ],
)
def test_bad_rates_are_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnalysisError, match=message):
        read_rates(path, "USD")


def test_inexact_amounts_are_counted() -> None:
    about = Money(10, "CNY", qualifier=Qualifier.ABOUT)
    (record,) = totals(with_deals(deal(TENCENT, Relation.INVESTS, HEBEI, A, amount=about))).records()
    assert record["inexact"] == 1


def test_a_timeline_has_empty_years() -> None:
    found = {r["period"]: r["facts"] for r in timeline(Analysis(ten())).records()}
    assert found == {"2017": 1, "2018": 3, "2019": 0, "2020": 4, "2021": 1}


def test_a_timeline_by_quarter_keeps_vague_dates_apart() -> None:
    found = {r["period"]: r["facts"] for r in timeline(Analysis(ten()), "quarter").records()}
    assert (found["2017"], found["2018-Q1"], found["2020-Q2"], found["2019-Q4"]) == (1, 3, 4, 0)


def test_a_timeline_says_what_is_undated() -> None:
    assert any("1 fact without a date" in warning for warning in timeline(Analysis(ten())).warnings)


def test_first_movers() -> None:
    record = first_movers(Analysis(ten())).records()[0]
    assert (record["place"], record["subject"], record["first"], record["next"], record["lead"]) == (
        "Hebei", "AI", "Alibaba", "Tencent", 14,
    )  # fmt: skip


def test_vague_dates_make_several_first() -> None:
    analysis = with_deals(
        deal(TENCENT, Relation.PARTNERS_WITH, HEBEI, A, date="2017-05", domains=("AI",)),
        deal(ALIBABA, Relation.PARTNERS_WITH, HEBEI, A, date="2017", domains=("AI",)),
        deal(BAIDU, Relation.PARTNERS_WITH, HEBEI, A, date="2018-02-03", domains=("AI",)),
    )
    (record,) = first_movers(analysis).records()
    assert (record["first"], record["next"]) == ("Tencent, Alibaba", "Baidu")


@pytest.mark.parametrize(
    ("when", "days"),
    [("2017", ("2017-01-01", "2017-12-31")), ("2017-05", ("2017-05-01", "2017-05-31")),
     ("2017-05-06", ("2017-05-06", "2017-05-06"))],
)  # fmt: skip
def test_the_span_of_a_date(when: str, days: tuple[str, str]) -> None:
    assert span(when) == days


def test_what_changed() -> None:
    analysis = with_deals(
        deal(TENCENT, Relation.PARTNERS_WITH, HEBEI, A, date="2018"),
        deal(TENCENT, Relation.PARTNERS_WITH, SHANGHAI, A, date="2018"),
        deal(TENCENT, Relation.INVESTS, HEBEI, B, date="2020-02"),
        deal(SONGJIANG, Relation.PARTNERS_WITH, TENCENT, B, date="2020-03"),
        deal(BAIDU, Relation.PARTNERS_WITH, HEBEI, B, date="2019-03"),
        deal(BAIDU, Relation.PARTNERS_WITH, SHANGHAI, B, date="2020-04"),
        deal(BAIDU, Relation.INVESTS, SHANGHAI, B, date="2019-01", status=Status.ENDED,
             history=(("2019-01", Status.PLANNED), ("2020-05", Status.ENDED))),
        deal(ALIBABA, Relation.PARTNERS_WITH, HEBEI, B, date="2021"),
    )  # fmt: skip
    found = ask(analysis, "changes", Asked(since="2020", until="2020-12")).records()
    assert [(r["date"], r["change"], r["status"]) for r in found] == [
        ("2020-02", "new fact", None),
        ("2020-03", "new actor", None),
        ("2020-04", "new fact", None),
        ("2020-05", "status", "planned → ended"),
    ]


def test_a_new_tie_between_known_actors() -> None:
    analysis = with_deals(
        deal(TENCENT, Relation.PARTNERS_WITH, HEBEI, A, date="2018"),
        deal(ALIBABA, Relation.PARTNERS_WITH, SHANGHAI, A, date="2018"),
        deal(TENCENT, Relation.PARTNERS_WITH, SHANGHAI, A, date="2020"),
    )
    assert [r["change"] for r in ask(analysis, "changes", Asked(since="2019", until="2021")).records()] == ["new tie"]


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [("2021", "2020", "earlier date first"), ("then", "2020", "no date"), (None, "2020", "needs --since")],
)
def test_wrong_windows_are_refused(since: str | None, until: str | None, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        ask(Analysis(ten()), "changes", Asked(since=since, until=until))


def test_paths_give_the_evidence_of_every_step() -> None:
    table = paths(Analysis(ten()), "Alibaba", "Songjiang")
    first = [r for r in table.records() if r["path"] == 1]
    assert [(r["from"], r["relation"], r["to"]) for r in first] == [
        ("Alibaba", "supplies", "Baidu"),
        ("Baidu", "← partners with", "Tencent"),
        ("Tencent", "invests", "Songjiang"),
    ]
    assert first[0]["surety"] == round(0.9 * 0.9 * 0.95, 3)
    assert first[0]["quote"] == "“a.txt tells of a deal.”"
    assert first[0]["facts"] == 2


def test_no_path_is_said_to_be_none() -> None:
    analysis = with_deals(
        deal(TENCENT, Relation.PARTNERS_WITH, HEBEI, A), deal(ALIBABA, Relation.PARTNERS_WITH, SHANGHAI, A)
    )
    table = paths(analysis, "Tencent", "Alibaba")
    assert table.rows == ()
    assert any("no chain" in warning for warning in table.warnings)


def test_paths_are_not_longer_than_asked_for() -> None:
    assert paths(Analysis(ten()), "Alibaba", "Songjiang", length=2).rows == ()


@pytest.mark.parametrize("name", GENERAL)
def test_every_general_question_has_an_answer(name: str) -> None:
    table = ask(Analysis(ten()), name)
    assert table.title
    assert table.meaning
    assert table.limits
    assert table.command == f"kg analyze {name}"
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert set(table.facts()) <= {one.id for one in ten().deals}


def test_a_command_asks_the_same_again() -> None:
    analysis = Analysis(ten(), Selection(places=("Hebei",), relations=(Relation.INVESTS,), since="2019"))
    table = ask(analysis, "totals", Asked(by=("investor", "year"), top=3))
    assert table.command == (
        "kg analyze totals --by=investor --by=year --since=2019 --top=3 --relation=invests --place=Hebei"
    )


def test_a_hostile_name_is_quoted_in_the_command() -> None:
    table = ask(Analysis(ten()), "rivals", Asked(names=("腾讯", "Alibaba")))
    assert table.command == "kg analyze rivals '腾讯' Alibaba"


@pytest.mark.parametrize(
    ("name", "asked", "message"),
    [
        ("fate", Asked(), "There is no question 'fate'"),
        ("paths", Asked(names=("Tencent",)), "takes 2 names, and 1 are given"),
        ("overview", Asked(names=("Tencent",)), "takes no name"),
        ("rivals", Asked(names=("a", "b", "c")), "takes 0 to 2 names"),
        ("timeline", Asked(by=("week",)), "choose from year, quarter, month"),
        ("timeline", Asked(by=("year", "month")), "takes one --by"),
        ("brokers", Asked(by=("year",)), "leave --by out"),
        ("totals", Asked(level="street"), "There is no level 'street'"),
    ],
)
def test_what_a_question_does_not_take_is_refused(name: str, asked: Asked, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        ask(Analysis(ten()), name, asked)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_facts_group_by_every_dimension(dimension: str) -> None:
    assert dimension in LABELS
    assert grouped(Analysis(ten()), Grouping((dimension,))).rows


def test_every_question_has_its_texts() -> None:
    answers = {"rivalries", "crossed"}
    assert set(texts()) == set(QUESTIONS) | answers


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(places=("Atlantis",)), "No Place of this graph is called 'Atlantis'"),
        (Selection(domains=("cloud computin",)), "Did you mean 'cloud computing'"),
        (Selection(since="soon"), "'soon' is no date"),
    ],
)
def test_a_wrong_selection_is_refused(selection: Selection, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        Analysis(ten(), selection)
