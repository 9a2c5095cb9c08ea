"""Amounts of money in Chinese text: "超12亿港元", "150亿元人民币", "30亿美元（约合新台币975亿元）", "四十五亿元"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.rules import load
from kg.extract.zh.lexicon import any_of
from kg.model import Money, Qualifier

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十百千零〇]+)"


@dataclass(frozen=True, slots=True)
class Amount:
    """Money at its place in a sentence; `other` when it is turnover, capital or the like."""

    start: int
    end: int
    money: Money
    other: bool = False


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    data = load("zh/money.yaml")
    after = {w: code for code, listed in data["after"].items() for w in listed.split()}
    before = {w: code for code, listed in data["before"].items() for w in listed.split()}
    return before, after


@cache
def _pattern() -> re.Pattern[str]:
    data = load("zh/money.yaml")
    before, after = _words()
    hedge = any_of((data["about"] + " " + data["at_least"] + " " + data["up_to"]).split())
    unit = any_of(u for u in data["units"] if u)
    return re.compile(
        rf"(?P<hedge>{hedge})?\s?(?:人民币)?(?P<before>{any_of(before)})?(?P<hedge2>{hedge})?"
        rf"(?P<low>{_NUMBER})(?:(?P<lowunit>{unit})?(?:{any_of(after)})?(?:至|到|-|—|~|～|－)(?P<high>{_NUMBER}))?"
        rf"\s?(?:个(?=亿))?(?P<unit>{unit})?(?:(?<=亿)零?(?P<rest>{_NUMBER})(?P<small>千万|百万|万))?(?P<more>余|多)?\s?(?P<after>{any_of(after)})?(?P<hedge3>左右|以上|上下)?"
    )


def find_amounts(text: str, default: str = "CNY") -> tuple[Amount, ...]:
    """Every amount of a sentence; one that converts the one before it is kept in its `also`.

    Args:
        text: A simplified sentence.
        default: What "元" means in this article.
    """
    if not any(
        mark in text
        for mark in ("元", "亿", "万", "$", "币", "欧", "镑", "卢", "兆", "¥", "￥", "盾", "铢", "€", "£", "朗", "特")
    ):
        return ()
    found: list[Amount] = []
    for match in _pattern().finditer(text):
        amount = _amount(match, text, default)
        if amount and found and _converts(text, found[-1], amount):
            first = found[-1]
            also = (*first.money.also, (amount.money.value, amount.money.currency))
            money = Money(
                first.money.value,
                first.money.currency,
                first.money.lower,
                first.money.upper,
                first.money.qualifier,
                also,
            )
            found[-1] = Amount(first.start, amount.end, money, first.other)
        elif amount:
            found.append(amount)
    return tuple(found)


def _amount(match: re.Match[str], text: str, default: str) -> Amount | None:
    before, after = _words()
    data = load("zh/money.yaml")
    unit = match["unit"] or ""
    currency = before.get(match["before"] or "") or after.get(match["after"] or "")
    if currency is None:
        rest = text[match.end() :]
        bare = unit in {"亿", "万亿", "兆", "千亿", "百亿"} and not rest.startswith(tuple(data["not_money"].split()))
        if not bare:
            return None
    if (match["after"] == "元" and not match["before"]) or currency is None:
        currency = default
    factor = data["units"][unit]
    high_text = match["high"]
    low = number(match["low"]) * (data["units"][match["lowunit"]] if match["lowunit"] else factor)
    high = number(high_text) * factor if high_text else None
    value = high if high is not None else low
    if match["rest"]:  # "一亿|九千二百万|元"
        value += number(match["rest"]) * data["units"][match["small"]]
    if value <= 0:
        return None
    hedge = match["hedge"] or match["hedge2"] or match["hedge3"] or ("余" if match["more"] else "")
    money = Money(
        _whole(value), currency, _whole(low) if high else None, _whole(high) if high else None, _qualifier(hedge)
    )
    lead = text[max(0, match.start() - 8) : match.start()]
    other = any(word in lead for word in data["other_amounts"].split())
    return Amount(match.start(), match.end(), money, other)


def _converts(text: str, first: Amount, second: Amount) -> bool:
    gap = text[first.end : second.start]
    return (
        first.money.currency != second.money.currency
        and bool(re.fullmatch(r"\s*（?(?:约合|约|合|折合|相当于|即|按)?\s*", gap))
        and "（" in gap + text[first.end - 1 : second.start + 1]
    )


def _qualifier(word: str) -> Qualifier | None:
    data = load("zh/money.yaml")
    if word in {"余", "以上"} or word in data["at_least"].split():
        return Qualifier.AT_LEAST if word else None
    if word in data["up_to"].split():
        return Qualifier.UP_TO
    return Qualifier.ABOUT if word else None


def number(text: str) -> float:
    """Value of a number in digits or in Chinese numerals.

    >>> number("1,450.5"), number("四十五")
    (1450.5, 45.0)
    """
    if text[0].isdigit():
        return float(text.replace(",", ""))
    total = current = 0
    for char in text:
        if char in _DIGITS:
            current = current * 10 + _DIGITS[char] if current and total == 0 and char == "零" else _DIGITS[char]
        else:
            total += (current or 1) * _TENS[char]
            current = 0
    return float(total + current)


def _whole(value: float) -> int | float:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
