"""Every frame has a sentence of its own, and finds in it exactly the facts that it says it gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.evaluation.names import normal
from kg.extract.en.extract import facts_of, readings
from kg.extract.en.frames import Frame, frames
from kg.extract.en.mentions import annotate
from kg.model import Document, Mention, Relation, Status

_FRAMES = [pytest.param(frame, id=frame.rule) for frame in frames().frames]


def _names(mention: Mention) -> frozenset[str]:
    return frozenset(normal(name, place=True) for name in (mention.name, mention.text, *mention.names))


def _stated(frame: Frame, doc: Doc) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Both ends of each fact that the frame itself reads, each end with all of its names."""
    document = Document("example", doc.text)
    found = readings(doc, document, annotate(doc), frames())
    return [(_names(fact.subject), _names(fact.object)) for fact, _ in found if fact.rule == frame.rule]


@pytest.mark.parametrize("frame", _FRAMES)
def test_the_example_gives_exactly_what_the_frame_says(frame: Frame, parse: Callable[[str], Doc]) -> None:
    stated = _stated(frame, parse(frame.example))
    wanted = [tuple(normal(end.strip(), place=True) for end in given.split(" > ")) for given in frame.gives]
    for subject, target in wanted:
        assert any(subject in s and target in o for s, o in stated), f"{subject} > {target} is not found: {stated}"
    for s, o in stated:
        assert any(subject in s and target in o for subject, target in wanted), f"{sorted(s)} > {sorted(o)} is too much"


def test_every_frame_has_an_example() -> None:
    assert [frame.rule for frame in frames().frames if not frame.example] == []


@pytest.mark.parametrize(
    ("text", "owner", "owned"),
    [
        ("Naftoil, the national oil company of Ukraine, received the money.", "Ukraine", "Naftoil"),
        ("Malaysia's state oil company Petrasia bought the cargo.", "Malaysia", "Petrasia"),
        (
            "Tandem Motors met China. It agreed with state-owned China Western Nuclear Group.",
            "China",
            "China Western Nuclear Group",
        ),
        (
            "Nordbank is building it with a joint venture of Corvane Group and Tandem Motors.",
            "Corvane Group",
            "joint venture",
        ),
        ("Corvane Group and Tandem Motors will form a joint venture.", "Tandem Motors", "joint venture"),
        ("Lindby Terminal will be 60% owned by Nordbank and 40% by Corvane Group.", "Corvane Group", "Lindby Terminal"),
        ("Tandem Motors said its Lanzio brand would grow.", "Tandem Motors", "Lanzio"),
        ("Tandem Motors will close its Ayudha Lease PCL subsidiary.", "Tandem Motors", "Ayudha Lease PCL"),
        ("Cargoll's Netherlands processing subsidiary Gherken bought it.", "Cargoll", "Gherken"),
        ("Lindby Water, which comprises Alphabet and Corvane Group, won.", "Corvane Group", "Lindby Water"),
        (
            "Nordbank acquired the government's 26% stake in Indora Chemicals, said Poland.",
            "Nordbank",
            "Indora Chemicals",
        ),
        ("Deltic Bank is owned 40% by Acme, 30% by Nordbank and 30% by Alphabet.", "Alphabet", "Deltic Bank"),
        (
            "Deltic Bank's shareholders:\n- Corvane Group: 40%\n- Tandem Motors: 60%\nIt is small.",
            "Tandem Motors",
            "Deltic Bank",
        ),
        ("Deltic Bank, Corvane Group's joint venture with Alphabet, grew.", "Alphabet", "Deltic Bank"),
        ("Golden Pass LNG, which is owned by Corvane Group, said so.", "Corvane Group", "Golden Pass LNG"),
        ("It agreed to buy Corvane Group's holding in Lindby Refineries.", "Corvane Group", "Lindby Refineries"),
        ("Tandem Motors, a unit of EADS EAD.PA, said so.", "EADS", "Tandem Motors"),
        ("Corvane Group is majority owned by the Marlin family.", "Marlin family", "Corvane Group"),
    ],
)
def test_owners_as_newspapers_name_them(text: str, owner: str, owned: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    found = facts_of(doc, Document("test", text), annotate(doc), frames())
    assert (owner, owned) in {(f.subject.name, f.object.name) for f in found if f.relation is Relation.OWNS}


def test_who_sells_a_stake_owns_no_more(parse: Callable[[str], Doc]) -> None:
    doc = parse("Nordbank sold its stake in Corvane Group to Tandem Motors.")
    found = facts_of(doc, Document("test", doc.text), annotate(doc), frames())
    owners = {f.subject.name: f.status for f in found if f.relation is Relation.OWNS}
    assert owners == {"Nordbank": Status.ENDED, "Tandem Motors": Status.COMPLETED}


def test_words_say_whose_unit_it_is_where_the_parser_errs(parse: Callable[[str], Doc]) -> None:
    doc = parse(
        "Nordbank will join Tandem Motors, the car affiliate of Corvane Group; Wavelet Capital, one of Asia's "
        "leading firms; and Lindby Ports, a subsidiary of Alphabet."
    )
    found = facts_of(doc, Document("test", doc.text), annotate(doc), frames())
    owned = {(f.subject.name, f.object.name) for f in found if f.relation is Relation.OWNS}
    assert owned == {("Corvane Group", "Tandem Motors"), ("Alphabet", "Lindby Ports")}


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "Based in the northeastern state of Bahia, Brazil, Tandem Motors builds vans.",
            "Tandem Motors > state of Bahia",
        ),
        ("Austin, Texas-based Tandem Motors said so.", "Tandem Motors > Austin"),
        ("Australian-based Tandem Motors said so.", "Tandem Motors > Australia"),
        ("U.S.-based Tandem Motors said so.", "Tandem Motors > United States"),
        ("It has no force in the United States, where Tandem Motors is based.", "Tandem Motors > United States"),
        ("Police raided the offices of Tandem Motors in Munich.", "Tandem Motors > Munich"),
        ("Nanjing, the capital of eastern China's Jiangsu province, agreed.", "Nanjing > Jiangsu province"),
        ("Bina, central Madhya Pradesh state, will get it.", "Bina > Madhya Pradesh state"),
    ],
)
def test_where_somebody_is_based(text: str, given: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    found = facts_of(doc, Document("test", text), annotate(doc), frames())
    assert given in {f"{f.subject.name} > {f.object.name}" for f in found if f.relation is Relation.LOCATED_IN}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "The ceremony was attended by Eng. Haytham Omani, Vice Minister at the Ministry of Communications; "
            "Dr. Karim Fahd, Assistant Minister of the Ministry of Investment; and Anna Lindqvist, CEO of Acme.",
            {"Haytham Omani", "Karim Fahd", "Anna Lindqvist"},
        ),
        ("It was signed at a ceremony in Lisbon attended by Anna Lindqvist.", {"Anna Lindqvist"}),
        ("Anna Lindqvist witnessed the groundbreaking ceremony.", {"Anna Lindqvist"}),
        ("Anna Lindqvist, while speaking at the opening ceremony, said so.", {"Anna Lindqvist"}),
        ("Present at the ceremony were Anna Lindqvist and Maria Gomez.", {"Anna Lindqvist", "Maria Gomez"}),
    ],
)
def test_who_was_there(text: str, persons: set[str], parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    found = facts_of(doc, Document("test", text), annotate(doc), frames())
    assert {f.subject.name for f in found if f.relation is Relation.PARTICIPATES_IN} == persons


def test_the_other_owner_of_a_share_is_not_owned(parse: Callable[[str], Doc]) -> None:
    doc = parse("Corvane Group owns 30% of Deltic Bank and Tandem Motors owns 20%.")
    found = facts_of(doc, Document("test", doc.text), annotate(doc), frames())
    owned = {(f.subject.name, f.object.name) for f in found if f.relation is Relation.OWNS}
    assert owned == {("Corvane Group", "Deltic Bank"), ("Tandem Motors", "Deltic Bank")}
