"""Who nominals and pronouns stand for, and that they stand for nobody where it is unsure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

References = Callable[[str], dict[str, list[str]]]
Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Baidu signed a deal with Wuhan. The company will run taxis.", "The company", ["Baidu"]),
        ("Foxconn met Vedanta. The Taiwanese firm gave no reason.", "firm", ["Foxconn"]),
        ("Orbico Systems shares rose 4%. Last week, its subsidiary won an order.", "its", ["Orbico Systems"]),
        ("Shares of Orbico Systems rose 4%. Last week, its subsidiary won an order.", "its", ["Orbico Systems"]),
        ("Amazon met Boeing in Seattle. Huawei came too. The Chinese company left.", "company", ["Huawei"]),
        (
            "The Sri Lanka Ports Authority signed. The authority was pleased.",
            "The authority",
            ["Sri Lanka Ports Authority"],
        ),
        ("BYD came to Shenzhen. Buses were bought by the city.", "the city", ["Shenzhen"]),
        ("The permits were handed out by authorities in Wuhan.", "authorities", ["Wuhan"]),
        ("Kenya has signed with Microsoft. The government will pay.", "The government", ["Kenya"]),
        ("Tencent said it would build a plant.", "it", ["Tencent"]),
        (
            "Tencent and Baidu agreed to cooperate. The two companies will share data.",
            "The two companies",
            ["Tencent", "Baidu"],
        ),
        (
            "Tencent signed an agreement with Hebei. The two sides will cooperate.",
            "The two sides",
            ["Tencent", "Hebei"],
        ),
        ('"We will build a plant," said Dao Feng, vice president of Tencent Cloud.', "We", ["Tencent Cloud"]),
        ('"We will build a plant," Baidu\'s managing director Dao Feng said.', "We", ["Baidu"]),
        ('Baidu opened an office. "We will grow," CEO Dao Feng told reporters.', "We", ["Baidu"]),
        (
            'Baidu met Tencent. Baidu smiled. Its chairman, Dao Feng, came. "We will grow," Dao Feng said.',
            "We",
            ["Baidu"],
        ),
        ('Baidu opened an office. CEO Dao Feng spoke. "We will grow," he said.', "We", ["Baidu"]),
        ("Brazil's development bank owns 20 percent of Orbico.", "development bank", ["Brazil's development bank"]),
        ('Baidu opened an office. "We will grow," the company said.', "We", ["Baidu"]),
        (
            "British outsourcer Korvex Systems grew. The outsourcer runs a visa centre.",
            "The outsourcer",
            ["Korvex Systems"],
        ),
        ("Montana has banned TikTok. Texas fined the video app.", "the video app", ["TikTok"]),
        ("Google was fined. The Communications Authority of Kenya revoked its licence.", "its", ["Google"]),
        (
            "The Ministry of Health met the Ministry of Finance. The two ministries will fund a laboratory.",
            "The two ministries",
            ["Ministry of Health", "Ministry of Finance"],
        ),
        ("Microsoft, which is based in Redmond, agreed.", "which", ["Microsoft"]),
        ("The airline, Ryanair, will buy ten planes.", "The airline", ["Ryanair"]),
        (
            "China fined Didi. The Cyberspace Administration of China said the regulator had proof.",
            "the regulator",
            ["Cyberspace Administration of China"],
        ),
        (
            "The Lake County Board of Commissioners met. The county will pay Acme.",
            "The county",
            ["Lake County Board of Commissioners"],
        ),
        (
            "A US defence and telecommunications company has agreed to pay. Raytheon was accused. Raytheon paid.",
            "defence and telecommunications company",
            ["Raytheon"],
        ),
        ("Ma Huateng spoke in Wuhan. He leads Tencent.", "He", ["Ma Huateng"]),
        ("Julius Baer, a Swiss bank, agreed. The bank was fined.", "The bank", ["Julius Baer"]),
        (
            "Kenya fined Air India's budget carrier. Air India Express was sorry.",
            "budget carrier",
            ["Air India Express"],
        ),
        ("Google said that Kenya had revoked its licence.", "its", ["Google"]),
        ("Google said that Kenya had raised its budget.", "its", ["Kenya"]),
        ("In line with its plan, Google will build a plant.", "its", ["Google"]),
        ("India got Japanese loans. The government will pay.", "The government", ["India"]),
        ("Huawei, the Chinese firm, met Google. Google met the firm.", "the firm", ["Huawei"]),
        ("Microsoft met OpenAI. OpenAI is big. The Microsoft-backed startup will hire.", "startup", ["OpenAI"]),
        ("Saudi Arabia met Singapore. Singapore agreed. The kingdom will pay.", "The kingdom", ["Saudi Arabia"]),
        (
            "The game BGMI is published by Krafton, and Tencent has a stake in the company.",
            "the company",
            ["Krafton"],
        ),
        ("Media looked into casinos owned by Crown Resorts. It was fined by Victoria.", "It", ["Crown Resorts"]),
        ("Orbico launched the chat platform Wavelet. Acme bid for the platform.", "the platform", ["Wavelet"]),
    ],
)
def test_resolved(references: References, text: str, words: str, names: list[str]) -> None:
    assert references(text)[words] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is clear that Tencent will build a plant.", "It"),
        ("Baidu met Tencent. Tencent met Baidu. An official of the other company said so.", "the other company"),
        ("Tencent opened a plant. The company that runs the port was not named.", "The company"),
        ("An official spoke. We will see.", "We"),
        ("The largest city in the region did not sign.", "The largest city"),
        ("Huawei met Ericsson in Shenzhen. Ericsson spoke. The Denver firm left.", "firm"),
        ("The Central Bank of Kenya spoke. The news agency said so.", "The news agency"),
        ("Texas banned TikTok and Telegram. Utah fined the app.", "the app"),
        ("Acme met Boeing in Seattle. Utah came. The two ministries signed.", "The two ministries"),
        ("Montana banned TikTok. The ESPN streaming app is fine.", "app"),
        ("Germany met the European Union. The Middle Eastern nation was absent.", "nation"),
        ("Gazprom met officials in Stockholm. Ukraine came. The two countries signed.", "The two countries"),
    ],
)
def test_left_open(references: References, text: str, words: str) -> None:
    assert words not in references(text)


def test_counted_places_are_those_of_the_sentence_that_names_as_many(references: References) -> None:
    text = "Tencent will work with three cities. They are part of a plan. Tencent named Hangzhou, Suzhou and Hefei."
    assert references(text)["three cities"] == ["Hangzhou", "Suzhou", "Hefei"]


def test_each_reference_says_how_it_was_resolved(parse: Parse) -> None:
    annotation = annotate(parse("Baidu signed a deal with Wuhan. The company will run taxis, it said."))
    for span in annotation.spans:
        assert bool(span.via) == (span.source in ("nominal", "pronoun", "speaker"))


def test_a_press_release_speaks_for_its_company(references: References) -> None:
    text = (
        "OpenAI announces a campus. We are building it in Kenya. Our partners help us. OpenAI is glad. "
        "OpenAI will hire."
    )
    assert references(text)["We"] == ["OpenAI"]
