"""Who leads what, read off the words around an office. All names and sentences are invented or stand for no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import readings
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.model import Document, Fact, Relation, Status


def _led(doc: Doc) -> list[Fact]:
    found = readings(doc, Document("test", doc.text), annotate(doc), frames())
    return [fact for fact, _ in found if fact.relation is Relation.LEADS and fact.rule == "leads.title"]


def _pairs(doc: Doc) -> set[str]:
    return {f"{fact.subject.name} > {fact.object.name}" for fact in _led(doc)}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Tencent CEO Ma Huateng spoke.", {"Ma Huateng > Tencent"}),
        ("Tencent vice-president Jane Doe spoke.", {"Jane Doe > Tencent"}),
        ("Jane Doe, vice president of Orbico Systems, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe, the 54-year-old chief executive of Orbico Systems, left.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe, executive vice president for Asia at Orbico Systems, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe, Orbico Systems' head of public policy, spoke.", {"Jane Doe > Orbico Systems"}),
        ('"We agree," said Jane Doe, managing director, Orbico Systems.', {"Jane Doe > Orbico Systems"}),
        ("The chairman of Orbico Systems, Jane Doe, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Orbico Systems opened a plant. Its chairman, Jane Doe, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe is chief technology officer at Orbico Systems.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe, who is both chairman and chief executive of Orbico Systems, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Orbico Systems named Jane Doe as its chief executive.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe takes over from Tim Berg as CEO of Tencent.", {"Jane Doe > Tencent", "Tim Berg > Tencent"}),
        ("Zenith State University has a new lab. Rector Tim Berg spoke.", {"Tim Berg > Zenith State University"}),
        ("Zenith University met Lindal University. Rector Tim Berg spoke.", set()),
        (
            "The Kaduna State Government agreed. The Commissioner for Works, Tim Berg, spoke.",
            {"Tim Berg > Kaduna State Government"},
        ),
        ("Jane Doe succeeds Tim Berg as CEO of Tencent.", {"Jane Doe > Tencent", "Tim Berg > Tencent"}),
        ("Chief executive Tim Berg of Orbico Systems spoke.", {"Tim Berg > Orbico Systems"}),
        ("Microsoft's Brad Smith, vice chair and president, signed.", {"Brad Smith > Microsoft"}),
        ("Jane Doe, Orbico's Asia Pacific head, spoke.", {"Jane Doe > Orbico"}),
        ("Polish President Jan Nowak met Jane Doe, premier of Italy.", {"Jan Nowak > Poland", "Jane Doe > Italy"}),
        ("Maria Gomez, mayor of Sevilla, spoke.", {"Maria Gomez > Sevilla"}),
        ("Jane Doe, CEO at Orbico Systems, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe, Orbico's UAE General Manager, spoke.", {"Jane Doe > Orbico"}),
        ("Jane Doe, President of Europe, Middle East and Africa at Orbico, spoke.", {"Jane Doe > Orbico"}),
        ("Orbico's Jane Doe, vice president for Asia, spoke.", {"Jane Doe > Orbico"}),
        ("Jane Doe, whose book is out, is CEO of Orbico Systems.", {"Jane Doe > Orbico Systems"}),
        ("The Minister of Aviation, Mr. Festus Keya, praised it.", {"Festus Keya > Ministry of Aviation"}),
        (
            "President Jan Nowak of Poland met Saudi Crown Prince Fahd bin Salim.",
            {"Jan Nowak > Poland", "Fahd bin Salim > Saudi Arabia"},
        ),
        ("Tandem Motors opened it. Vice president of manufacturing Jane Doe spoke.", {"Jane Doe > Tandem Motors"}),
        ("Commerce Secretary Jane Doe said the U.S. would act against China.", {"Jane Doe > United States"}),
        (
            "The Saudi Minister of Transport and Logistic Services and Orbico Chairman Saleh Fahd spoke.",
            {"Saleh Fahd > Saudi Arabia", "Saleh Fahd > Orbico"},
        ),
        ("President Xi Jinping will visit Hong Kong.", set()),
        ("Jane Doe, Japan's minister of digital affairs, spoke.", {"Jane Doe > Japan"}),
        ("Poland opened talks. Solicitor General Jane Doe spoke.", {"Jane Doe > Poland"}),
        (
            "Jane Doe, chief executive of Orbico Systems and chairman of Nordbank Group, spoke.",
            {"Jane Doe > Orbico Systems", "Jane Doe > Nordbank Group"},
        ),
        ("Jane Doe, head of Egypt Office at Orbico Systems, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Hong Kong's chief executive John Lee spoke.", {"John Lee > Hong Kong"}),
        ("The business in Poland grew, said Jane Doe, Orbico's Poland operations chief.", {"Jane Doe > Orbico"}),
    ],
)  # fmt: skip
def test_an_office_with_its_organization(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Wisconsin struck a contract in 2017. Gov. Tony Evers praised it.", {"Tony Evers > Wisconsin"}),
        ("Kenya opened the talks. President William Rota attended.", {"William Rota > Kenya"}),
        ("Orbico Systems opened a plant. Chief executive Tekla Hill spoke.", {"Tekla Hill > Orbico Systems"}),
        ("Kenya and Ghana opened talks with Poland. President William Rota attended.", set()),
        ('Zambia signed. "We agree," said the President of the Republic, Moses Banda.', {"Moses Banda > Zambia"}),
        ("Portugal agreed.\n\nLisbon - The President of the Republic, Jan Sousa, spoke.", {"Jan Sousa > Portugal"}),
        ("Rwanda signed. President of the Republic Paul Habimana spoke.", {"Paul Habimana > Rwanda"}),
        ("Kenya opened a dam. The Head of State, Peter Oluoch, cut the ribbon.", {"Peter Oluoch > Kenya"}),
        (
            "Sri Lanka will sell the port, Finance Minister Ravi Perera said. Sri Lanka owes money to China. "
            "Prime Minister Nihal Silva visited China in April.",
            {"Ravi Perera > Sri Lanka", "Nihal Silva > Sri Lanka"},
        ),
        ("The deal was announced by the Greek PM Nikos Pappas.", {"Nikos Pappas > Greece"}),
        ("PM Arun Mehta opened the plant in India.", {"Arun Mehta > India"}),
        (
            'Orbico Energy drilled a well. "It is dry," said President and Chief Executive Officer Vera Holm.',
            {"Vera Holm > Orbico Energy"},
        ),
        (
            "Orbico Energy spoke. Orbico Energy drills with Tandem Drilling, said Chairman and CEO Vera Holm.",
            {"Vera Holm > Orbico Energy"},
        ),
        (
            "District Attorney Mike Hollis sued Tandem Stores, which has many stores in Larimer County.",
            {"Mike Hollis > Larimer County"},
        ),
        ("Omar Haddad, Founding Partner at Wavelet Capital, spoke.", {"Omar Haddad > Wavelet Capital"}),
        ("Omar Haddad, Partner and Chief Risk Officer of Wavelet Capital, spoke.", {"Omar Haddad > Wavelet Capital"}),
        ("Omar Haddad, partner at Wavelet Capital, spoke.", {"Omar Haddad > Wavelet Capital"}),
        ("Saudi Deputy Minister of Foreign Affairs Omar Al-Harbi spoke.", {"Omar Al-Harbi > Saudi Arabia"}),
        (
            "Chief Executive of the Macau Special Administrative Region Carol Lim and Chairman of Palace Museum Ltd. "
            "Bernard Chow attended.",
            {"Carol Lim > Macau", "Bernard Chow > Palace Museum Ltd."},
        ),
        (
            "Those present were Governor of Mombasa County Peter Oluoch and Chairman of Tandem Motors Tim Berg.",
            {"Peter Oluoch > Mombasa County", "Tim Berg > Tandem Motors"},
        ),
        ("Sandra Kass, Tandem Motors Asia Director, attended.", {"Sandra Kass > Tandem Motors"}),
        (
            "Mr. Ishan Hassan, a Tandem Sons board member and also chairman of Orbico Systems, spoke.",
            {"Ishan Hassan > Orbico Systems", "Ishan Hassan > Tandem Sons"},
        ),
    ],
)
def test_what_an_office_alone_must_belong_to(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Chairman, Dano Cement, Abdul Karim Bello, spoke.", {"Abdul Karim Bello > Dano Cement"}),
        (
            "The Permanent Secretary, Kogi State Planning Commission, Hajiya Ramatu Bello, explained it.",
            {"Ramatu Bello > Kogi State Planning Commission"},
        ),
        (
            "Anvar Nair, CEO, Orbico and Sunil Varma, Director, Nordbank spoke.",
            {"Anvar Nair > Orbico", "Sunil Varma > Nordbank"},
        ),
        (
            "Judith Holm, Programme Director, Clean Energy, of the Orbico Commission, spoke.",
            {"Judith Holm > Orbico Commission"},
        ),
        ("Omar Haddad, national leader for equity services, Nordbank India, spoke.", {"Omar Haddad > Nordbank India"}),
        ("Jan Kos, Member of the Management Board of Orbico Systems, signed.", {"Jan Kos > Orbico Systems"}),
        ("Jane Doe, Asia director of Orbico Systems, spoke.", {"Jane Doe > Orbico Systems"}),
        (
            "The AMF has sued Orbico Systems, its chief executive Jean Fortin and others.",
            {"Jean Fortin > Orbico Systems"},
        ),
    ],
)
def test_an_organization_between_or_beside(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Usman Alkali Musa, the Inspector-General of Police, spoke.", {"Usman Alkali Musa > Police"}),
        (
            "Senate Majority Leader John Carter and House Speaker Tim Berg spoke.",
            {"John Carter > Senate", "Tim Berg > House"},
        ),
        (
            "They met after Senate Democratic leader Jane Doe and House Republican leader Tim Berg spoke.",
            {"Jane Doe > Senate", "Tim Berg > House"},
        ),
        (
            "The Permanent Secretary Federal Ministry of Works, Yusuf Bello, spoke.",
            {"Yusuf Bello > Federal Ministry of Works"},
        ),
        ("Jane Doe, president director of Orbico, spoke in Poland.", {"Jane Doe > Orbico"}),
        ("Jane Doe, chief technical officer of Budapest Airport, spoke.", {"Jane Doe > Budapest Airport"}),
        ("Jane Doe, head of Orbico's regional headquarters, spoke.", {"Jane Doe > Orbico"}),
        (
            "Jane Doe, chair of the Senate Health, Education, Labor and Pensions Committee, spoke.",
            {"Jane Doe > Senate Health, Education, Labor and Pensions Committee"},
        ),
        ("Syrian Minister of Energy Mohammad Basher spoke.", {"Mohammad Basher > Syria"}),
        ("New Zealand Resources Minister Shane Holm launched it.", {"Shane Holm > New Zealand"}),
        ("The Minister for Housing, Kate Holm MP, spoke.", {"Kate Holm > Ministry for Housing"}),
        (
            "Minister for Multicultural Affairs, Senator Kate Holm, spoke.",
            {"Kate Holm > Ministry for Multicultural Affairs"},
        ),
        (
            "The Minister of Social Development Sadiya Umar Farouk spoke.",
            {"Sadiya Umar Farouk > Ministry of Social Development"},
        ),
        ("Kenya agreed. The Minister of State for Education, Peter Oluoch, spoke.", {"Peter Oluoch > Kenya"}),
        (
            "The US spoke of sanctions on Russia. The US will act. Russia misled Vice President Mike Pence.",
            {"Mike Pence > United States"},
        ),
        ("The U.S. bought oil from Venezuela. President Nicolas Maduro spoke.", {"Nicolas Maduro > Venezuela"}),
        (
            "Kenya agreed. Minister of State for Cabinet Affairs Peter Oluoch spoke.",
            {"Peter Oluoch > Kenya"},
        ),
        ("The chairman of the House Rules Committee spoke.", set()),
        ("Zentrixo chief executive Peter Holm spoke.", {"Peter Holm > Zentrixo"}),
        ("The board voted against Peter Holm as Zentrixo president.", set()),
    ],
)
def test_public_offices_and_names_around_them(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


def test_a_country_is_named_as_the_article_names_it(parse: Callable[[str], Doc]) -> None:
    text = "The U.S. signed. Officials of the nation met. President Donald Trump spoke of the nation."
    assert {fact.object.text for fact in _led(parse(text))} == {"U.S."}


@pytest.mark.parametrize(
    "text",
    [
        "Tencent founder Ma Huateng spoke.",
        "Orbico Systems spokesman Bob Hill declined to comment.",
        "Bob Hill, an analyst at Orbico Systems, agreed.",
        "Bob Hill was not the chief executive of Tencent.",
        "Orbico Systems heads for a record profit, Bob Hill said.",
    ],
)
def test_no_office_leads_nothing(text: str, parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The former Tencent president Bob Hill spoke.", Status.ENDED),
        ("Wisconsin signed it under then-Gov. Scott Walker.", Status.ENDED),
        ("Bob Hill resigned as chairman of Tencent.", Status.ENDED),
        ("Bob Hill will become chairman of Tencent.", Status.PLANNED),
        ("Tencent chairman Bob Hill denied the report.", Status.ACTIVE),
        ("Then-Tencent chairman Bob Hill denied the report.", Status.ENDED),
        ("Ex-Tencent chairman Bob Hill denied the report.", Status.ENDED),
        ("The chairman of Tencent, Bob Hill, resigned on Tuesday.", Status.ENDED),
        ("Tencent chairman Bob Hill resigned himself to the rules.", Status.ACTIVE),
        ("Tencent chairman Bob Hill said he was fired up.", Status.ACTIVE),
        ("The board fired Tencent chairman Bob Hill.", Status.ENDED),
        ("Some hundred workers were fired by Tencent chairman Bob Hill.", Status.ACTIVE),
    ],
)
def test_time_of_an_office(text: str, status: Status, parse: Callable[[str], Doc]) -> None:
    assert [fact.status for fact in _led(parse(text))] == [status]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jane Doe, senior vice president of Orbico Systems, spoke.", "senior vice president"),
        ("Jane Doe, co-founder and chief executive of Orbico Systems, spoke.", "co-founder and chief executive"),
        ("Jane Doe, executive vice president for Asia at Orbico Systems, spoke.", "executive vice president for Asia"),
    ],
)
def test_the_role_is_the_full_office(text: str, role: str, parse: Callable[[str], Doc]) -> None:
    assert [fact.role for fact in _led(parse(text))] == [role]
