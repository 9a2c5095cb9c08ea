"""Legal forms, brackets, apostrophes and odd first letters in names; companies that look like persons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TypesOf = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lena Foods (India) Private Limited signed.", "Lena Foods (India) Private Limited", "Company"),
        ("The deal with TAR-Electrosol S.p.A. was signed.", "TAR-Electrosol S.p.A.", "Company"),
        ("It picked Veldra Sp. z o.o. for the work.", "Veldra Sp. z o.o", "Company"),
        ("The town paid Veldra Law Group, PLLC for it.", "Veldra Law Group, PLLC", "Company"),
        ("Malin Ridge (Kenya) Building Works Ltd won.", "Malin Ridge (Kenya) Building Works Ltd", "Company"),
        ("The deal with Messrs. Veldra Rail Limited was signed.", "Veldra Rail Limited", "Company"),
        ("The contract with Sanderson Trell was renewed by the town.", "Sanderson Trell", "Company"),
        ("The state sold the land to London Square Developments.", "London Square Developments", "Company"),
        ("The town paid Veldra Works of Kenya, Inc. for it.", "Veldra Works of Kenya, Inc.", "Company"),
        ("The Managing Director Veltran Power, Jane Doe, signed.", "Veltran Power", "Company"),
        ("The CEO Veltran Power Temba Oduya signed.", "Temba Oduya", "Person"),
        ("Jane's Kitchen will move. The state gave Jane's Kitchen a grant.", "Jane's Kitchen", "Company"),
        ("Council awarded the works to Ontrack Civil on Monday.", "Ontrack Civil", "Company"),
        ("They met Godrel group chairman Adi Godrel in Kenya.", "Godrel group", "Company"),
        ("Sichuan Road and Bridge (group) Co., Ltd won.", "Sichuan Road and Bridge (group) Co., Ltd", "Company"),
        ("It was signed by Orbico and Amzad Veldra, director general of Kenya Works.", "Amzad Veldra", "Person"),
        ("The provincial People's Committee Nguyen Thanh Binh met.", "Nguyen Thanh Binh", "Person"),
        (
            "Jane Doe, chairman of the Managing Board of Orbico Complex Co., Ltd, won.",
            "Orbico Complex Co., Ltd",
            "Company",
        ),
        ("The Kenya Railway hired Orbico.", "Kenya Railway", "Company"),
        ("Orbico met the An Giang provincial government.", "An Giang provincial government", "GovernmentBody"),
        ("Orbico invested in South Yorkshire.", "South Yorkshire", "Place"),
        ("Kaluga Oblast signed a deal with Orbico.", "Kaluga Oblast", "Place"),
        ("Chairman of Veldra National Holding Aidan Arifkan spoke.", "Aidan Arifkan", "Person"),
        ("General Director of Indocom Telecom Le Van Phat said so.", "Le Van Phat", "Person"),
        ("Sarmat (M) Sdn Bhd won the tender.", "Sarmat (M) Sdn Bhd", "Company"),
        ("The army buys from PT Lindala (Persero) Tbk and Orbico.", "PT Lindala (Persero) Tbk", "Company"),
        ("Veldra Wind Systems A/S shipped towers to Mali.", "Veldra Wind Systems A/S", "Company"),
        (
            "The Lindby Teachers' Pension Plan and Orbico Energy own it.",
            "Lindby Teachers' Pension Plan",
            "Company",
        ),
        ("Collaborating with 1PointLena on the plant, Orbico paid.", "1PointLena", "Company"),
        ("Regional carrier flylindala ordered jets from Boeing.", "flylindala", "Company"),
        ("The board picked Secure Meters and Genus Power.", "Secure Meters", "Company"),
        ("Southern Water and West Lena Water were fined by the regulator.", "Southern Water", "Company"),
        ("NT Ferries and SA Power Networks signed with Telstra.", "SA Power Networks", "Company"),
        ("He sits on the board of Grupa Veldra.", "Grupa Veldra", "Company"),
        (
            "Justice Marlow of the High Court of England and Wales backed Orbico Group.",
            "High Court of England and Wales",
            "GovernmentBody",
        ),
        (
            "The minister of Business, Enterprise and Cooperatives, Mr Sunil Bolah, met Orbico.",
            "ministry of Business, Enterprise and Cooperatives",
            "GovernmentBody",
        ),
        ("Datuk Seri Hamzah Idris visited the plant of Orbico.", "Hamzah Idris", "Person"),
        ("Orbico and the Lindby Water District made peace.", "Lindby Water District", "GovernmentBody"),
        (
            "The Superintendencia Nacional de Lindala fined Orbico.",
            "Superintendencia Nacional de Lindala",
            "GovernmentBody",
        ),
        ("Ministry of Health Permanent Secretary Diana Atwell said so.", "Ministry of Health", "GovernmentBody"),
        ("Tan Sri Azman Hashim thanked the ministry.", "Azman Hashim", "Person"),
        (
            "The 2,400-megawatt Mbeya Ridge hydropower plant will be run by Orbico.",
            "Mbeya Ridge hydropower plant",
            "Facility",
        ),
    ],
)
def test_name_is_found_whole(types_of: TypesOf, text: str, name: str, kind: str) -> None:
    assert types_of(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Orbico Systems (OS) Limited signed a memorandum.", "Orbico Systems (OS) Limited", "Company"),
        ("The Ports and Harbours Authority fined Orbico.", "Ports", "Company"),
        ("Siemens (Germany) and Orbico signed.", "Siemens (Germany)", "Company"),
        ("The board thanked Rosa Powers.", "Rosa Powers", "Company"),
    ],
)
def test_name_is_not_read_so(types_of: TypesOf, text: str, name: str, kind: str) -> None:
    assert types_of(text).get(name) != kind
