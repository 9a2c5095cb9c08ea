"""Where names begin and end and what they are: rules on Docs made by hand, then short texts as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.boilerplate import read_layout
from kg.extract.en.candidates import find_names
from kg.extract.en.mentions import annotate
from kg.extract.en.names import core, place_core
from kg.extract.en.sheet import read

Parse = Callable[[str], Doc]


def _found(doc: Doc) -> list[str]:
    sheet = read(doc)
    return [c.name for c in find_names(sheet, read_layout(sheet))]


def test_ministry_keeps_commas_and_the_and(hand_made: Parse) -> None:
    doc = hand_made(
        "the|DT|det|1 Ministry|NNP|nsubj|9|ORG of|IN|prep|1|+ Trade|NNP|pobj|2 ,|,|punct|3 "
        "Industry|NNP|conj|3 and|CC|cc|5 "
        "the|DT|det|8 Economy|NNP|conj|5 agreed|VBD|ROOT|9 .|.|punct|9"
    )
    assert _found(doc) == ["Ministry of Trade, Industry and the Economy"]


def test_a_title_parts_company_and_person(hand_made: Parse) -> None:
    doc = hand_made(
        "Acme|NNP|compound|4|ORG Chief|NNP|compound|2 Executive|NNP|compound|4 Jane|NNP|compound|4|PERSON "
        "Doe|NNP|nsubj|5|+ spoke|VBD|ROOT|5 .|.|punct|5"
    )
    assert _found(doc) == ["Acme", "Jane Doe"]


def test_department_of_justice_holds_no_title(hand_made: Parse) -> None:
    doc = hand_made(
        "The|DT|det|1 Department|NNP|nsubj|4|ORG of|IN|prep|1|+ Justice|NNP|pobj|2|+ "
        "sued|VBD|ROOT|4 Acme|NNP|dobj|4|ORG .|.|punct|4"
    )
    assert _found(doc) == ["Department of Justice", "Acme"]


def test_given_names_with_a_hyphen_stay_whole(hand_made: Parse) -> None:
    doc = hand_made(
        "said|VBD|ROOT|0 Chung|NNP|compound|4|PERSON Mong|NNP|compound|4|+ -|HYPH|punct|4|+ "
        "koo|NNP|nsubj|0|+ .|.|punct|0"
    )
    assert _found(doc) == ["Chung Mong-koo"]


def test_a_nationality_is_cut_off_a_title_and_its_person(hand_made: Parse) -> None:
    doc = hand_made(
        "French|JJ|amod|2|NORP President|NNP|compound|2 Macron|NNP|nsubj|3|PERSON spoke|VBD|ROOT|3 .|.|punct|3"
    )
    assert _found(doc) == ["French", "Macron"]


def test_two_companies_joined_by_and_are_two(hand_made: Parse) -> None:
    doc = hand_made("Toyota|NNP|nsubj|3|ORG and|CC|cc|0 Sony|NNP|conj|0|ORG agreed|VBD|ROOT|3 .|.|punct|3")
    assert _found(doc) == ["Toyota", "Sony"]


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("Acme Holdings Ltd.", "acme"),
        ("The Acme Group", "acme"),
        ("Holdings Inc", "holdings"),
        ("Acme & Co.", "acme &"),
    ],
)
def test_core(name: str, shorter: str) -> None:
    assert core(name) == shorter


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Hebei Province", "hebei"), ("state of Bahia", "bahia"), ("Suzhou City", "suzhou"), ("City", "city")],
)
def test_place_core(name: str, bare: str) -> None:
    assert place_core(name) == bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The carmaker Vorzan will build a plant in Kenya.", {"Vorzan": "Company", "Kenya": "Place"}),
        ("Brumex, a Shenzhen-based maker of lidars, was fined.", {"Brumex": "Company", "Shenzhen": "Place"}),
        (
            "The Hebei provincial government signed an agreement with Tencent.",
            {"Hebei provincial government": "GovernmentBody", "Tencent": "Company"},
        ),
        ("Indonesian government officials met Apple.", {"Indonesia": "GovernmentBody", "Apple": "Company"}),
        ("The Sri Lanka Ports Authority (SLPA) said so. SLPA signed.", {"Sri Lanka Ports Authority": "GovernmentBody"}),
        ("Nairobi City County awarded the contract to Huawei.", {"Nairobi City County": "Place", "Huawei": "Company"}),
        (
            "Talks with the ministry of communications and information technology began.",
            {"ministry of communications and information technology": "GovernmentBody"},
        ),
        (
            "Work on the West Harbour Terminal began in the port of Colombo.",
            {"West Harbour Terminal": "Facility", "port of Colombo": "Facility"},
        ),
        ("The University of Nairobi joined the Smart Africa Alliance.", {"University of Nairobi": "Organization"}),
        (
            "Governor Jane Doe met Acme Corp. in Newark, N.J., on Monday.",
            {"Jane Doe": "Person", "Acme Corp.": "Company", "Newark": "Place"},
        ),
        ("The Lake County Board of Commissioners met.", {"Lake County Board of Commissioners": "GovernmentBody"}),
        ("Carmakers such as Vorzan and Brumex will open plants.", {"Vorzan": "Company", "Brumex": "Company"}),
        ("Chung Mong-koo, chairman of Hyundai, spoke.", {"Chung Mong-koo": "Person", "Hyundai": "Company"}),
        ("Tencent Holdings (00700.HK) rose. Tencent said it would invest.", {"Tencent Holdings": "Company"}),
        ("Tarvo said its subsidiary Tarvo Foods was fined.", {"Tarvo": "Company", "Tarvo Foods": "Company"}),
        ("Tarvo Foods, a unit of Tarvo, was fined.", {"Tarvo Foods": "Company", "Tarvo": "Company"}),
        ("Tarvo Foods said its subsidiary was fined. Tarvo will appeal.", {"Tarvo Foods": "Company"}),
    ],
)
def test_whole_sentences(parse: Parse, text: str, expected: dict[str, str]) -> None:
    found = {entity.name: entity.type.value for entity in annotate(parse(text)).entities}
    assert expected.items() <= found.items()


def test_spans_are_sorted_and_do_not_overlap(parse: Parse) -> None:
    text = (
        "Tencent CEO Ma Huateng said the company will build a supercomputing center and industrial base in Songjiang. "
        "The two sides signed an agreement. Its Shenzhen-based rival Huawei declined."
    )
    annotation = annotate(parse(text))
    ends = [0, *(span.end for span in annotation.spans)]
    assert all(span.start >= end for span, end in zip(annotation.spans, ends, strict=False))
    assert all(span.start <= span.head < span.end for span in annotation.spans)
    assert all(0 <= index < len(annotation.entities) for span in annotation.spans for index in span.entities)


def test_same_input_same_output(parse: Parse) -> None:
    text = "BEIJING, Aug 8, 2022 - Baidu said it had been granted permits by Wuhan. The company thanked the city."
    assert annotate(parse(text)) == annotate(parse(text))


def test_the_articles_date_comes_from_its_dateline_unless_given(parse: Parse) -> None:
    doc = parse("BEIJING, Aug 8, 2022 - Baidu said so.")
    assert annotate(doc).published == "2022-08-08"
    assert annotate(doc, "2022-08-09").published == "2022-08-09"


def test_a_newspaper_is_a_source_until_it_is_a_party(parse: Parse) -> None:
    assert "reuters" in annotate(parse("Acme will build a plant, Reuters reported.")).outlets
    assert "reuters" not in annotate(parse("Acme bought Reuters for $1 billion.")).outlets


def test_a_headline_in_title_case_is_not_one_name(parse: Parse) -> None:
    text = "Tencent Follows With Big Investments To Back Efforts Across China\n\nTencent announced the plan in Beijing."
    names = [entity.name for entity in annotate(parse(text)).entities]
    assert names == ["Tencent", "China", "Beijing"]


def test_empty_document(parse: Parse) -> None:
    annotation = annotate(parse(""))
    assert annotation.spans == () and annotation.entities == ()
