"""Amounts of money in English text: value in full, ISO 4217 code, range and qualifier, conversions in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import overload

from kg.extract.en.shared_currencies import currency_of, dollar_of, shared_names
from kg.extract.rules import load
from kg.model import Money, Qualifier

_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\w.,]\d|\w)|\d+(?:\.\d+)?"
_PARTED = re.compile(r"[,\s]")
_GAP = r"[ \u00a0\u202f-]?"


_WHOLE = re.compile(
    r"\b(?:of|out of|from) (?:the|its|that|this|their|a) (?:total |planned |promised |overall )?$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)|\n")
_PART_END = r"(?=,? (?:was|were|is|are|will|would|has|have|had|came|comes|went|goes|should|from|by|in)\b)"
"""What follows a sum that counts nothing: no noun."""
_BEFORE_WHOLE, _AFTER_WHOLE = 40, 200


@dataclass(frozen=True, slots=True)
class MoneySpan:
    """An amount and where it stands, in character offsets."""

    start: int
    end: int
    money: Money


def find_money(text: str) -> tuple[MoneySpan, ...]:
    """All amounts of a text, in order; a conversion right behind an amount is kept in the amount's `also`.

    >>> find_money("15 billion yuan (US$2.1 billion)")[0].money.value
    15000000000
    """
    spans: list[MoneySpan] = []
    position = 0
    while match := _patterns().search(text, position):
        span = _span(match, text)
        position = span.end if span else match.start() + 1  # "a USD 5 million loan": no sum begins at "a"
        if span:
            spans.append(span)
    joined = _join_conversions(spans, text)
    return tuple(sorted((*joined, *_parts(joined, text)), key=lambda span: span.start))


def _parts(spans: list[MoneySpan], text: str) -> Iterator[MoneySpan]:
    """Parts of a sum whose currency only the whole tells: "of the 30 billion euros, 9.9 billion are to come"."""
    for span in spans:
        if not _WHOLE.search(text[max(0, span.start - _BEFORE_WHOLE) : span.start]):
            continue
        rest = text[span.end : span.end + _AFTER_WHOLE]
        for match in _part().finditer(rest[: end.start()] if (end := _SENTENCE_END.search(rest)) else rest):
            start = span.end + match.start("n")
            if all(start >= other.end or start < other.start for other in spans):
                value = _whole(_value(match.group("n"), match.group("m")))
                yield MoneySpan(start, span.end + match.end("m"), Money(value, span.money.currency))


@cache
def _part() -> re.Pattern[str]:
    words = _alternatives(word for word in load("en/money.yaml")["multipliers"] if len(word) > 2)
    return re.compile(rf"(?<![\w.,])(?P<n>{_DIGITS})(?P<m>{_GAP}(?:{words})\b){_PART_END}")


def find_sums(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text speaks of money without saying how much: "billions of dollars", "an undisclosed sum".

    >>> [("poured billions of dollars into it")[a:b] for a, b in find_sums("poured billions of dollars into it")]
    ['billions of dollars']
    """
    return tuple(match.span() for match in _sums().finditer(text))


@cache
def _sums() -> re.Pattern[str]:
    data = load("en/money.yaml")
    names = {
        form for forms in data["currencies"].values() for form in forms["after"] if form.isalpha() and len(form) > 3
    }
    many = "|".join(data["many"])
    return re.compile(
        rf"\b(?:(?:{many})(?: of (?:{many}))*(?: of)? (?:{'|'.join(sorted(names))})|{'|'.join(data['sums'])})\b"
    )


@cache
def _currency_table() -> tuple[dict[str, str], dict[str, str], dict[str, float]]:
    data = load("en/money.yaml")
    before = {form: code for code, forms in data["currencies"].items() for form in forms["before"]}
    after = {form.casefold(): code for code, forms in data["currencies"].items() for form in forms["after"]}
    return before, after, data["multipliers"]


def currency_codes() -> frozenset[str]:
    """Words of letters only that stand in front of an amount: "CAD" and "RMB", not "US$"."""
    return frozenset(form for form in _currency_table()[0] if form.isalpha() and form.isupper())


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0-]") for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> re.Pattern[str]:
    before, after, multipliers = _currency_table()
    data = load("en/money.yaml")
    glued = "".join(data["glued"])
    plain = [word for word in multipliers if word not in data["glued"]]
    long_multipliers = {form for word in plain for form in (word, word.title(), word.upper())}  # "$5 Million" in titles
    multiplier = (
        rf"(?:{_GAP}(?:{_alternatives(long_multipliers)})\b|[ ]?m(?![A-Za-z.])|[{glued}{glued.upper()}](?![A-Za-z]))"
    )
    words = _alternatives(data["words"])
    number = rf"(?:{_DIGITS})"
    signs = _alternatives(before)
    written = {form for forms in data["currencies"].values() for form in forms["after"]}
    names = _alternatives(written | set(after) | shared_names())

    def upper(value: str, scale: str) -> str:
        gap = rf"{_GAP}(?:-|–|—|to|and){_GAP}(?:{signs})?{_GAP}"
        return rf"(?:{gap}(?P<{value}>{number})(?P<{scale}>{multiplier})?)?"

    prefixed = (
        rf"(?P<sign>{signs}){_GAP}(?P<n1>{number})(?P<m1>{multiplier})?"
        + upper("r1", "k1")
        + rf"(?:[ ](?P<tail>{names})\b)?"
    )
    suffixed = (
        rf"(?<![\w.,])(?P<n2>{number}|(?:{words})(?=[ -]))(?P<m2>{multiplier})?"
        + upper("r2", "k2")
        + rf"{_GAP}(?P<name>{names})(?!\w)"
    )
    sign, digit = _first_letters(before), rf"\d{_first_letters(data['words'])}"
    return re.compile(rf"(?<![A-Za-z])(?=[{sign}{digit}])(?:(?=[{sign}]){prefixed}|(?=[{digit}]){suffixed})")


def _first_letters(words: Iterable[str]) -> str:
    """For a class of characters: a look at one of them says at most places that no amount begins there."""
    return "".join(sorted({re.escape(word[0]) for word in words}))


def _span(match: re.Match[str], text: str) -> MoneySpan | None:
    before, after, _ = _currency_table()
    groups = match.groupdict()
    if groups["sign"]:
        key, first = "1", groups["n1"]
        currency = before.get(groups["sign"]) or before[re.sub(r"[ \u00a0-]", " ", groups["sign"])]
        currency = dollar_of(text) if groups["sign"] == "$" else _meant(groups["sign"], currency, match, text)
        currency = _refine(currency, groups["tail"])
    else:
        key, first = "2", groups["n2"]
        name = re.sub(r"[\u00a0-]", " ", groups["name"]).casefold()
        meant = _meant(name, after.get(name), match, text)
        if meant is None:
            return None
        currency = meant
    first_multiplier, second_multiplier = groups[f"m{key}"], groups[f"k{key}"]
    second = groups[f"r{key}"]
    if not _plausible(groups["sign"], first, first_multiplier or second_multiplier):
        return None
    if second and _is_list(match, key, text):
        end = match.end(f"m{key}") if first_multiplier else match.end(f"n{key}")
        money = Money(_whole(_value(first, first_multiplier)), currency)
        return MoneySpan(match.start(), end, money) if key == "1" else None
    low = _value(first, first_multiplier or (second_multiplier if second else None))
    if second is None:
        return MoneySpan(match.start(), match.end(), _qualified(Money(_whole(low), currency), text, match.start()))
    high = _value(second, second_multiplier or first_multiplier)
    if high <= low:
        return MoneySpan(match.start(), match.end(), Money(_whole(low), currency))
    return MoneySpan(match.start(), match.end(), Money(_whole(high), currency, lower=_whole(low), upper=_whole(high)))


def _is_list(match: re.Match[str], key: str, text: str) -> bool:
    """ "$2 billion and 300 jobs" is no range; "between $2 billion and $3 billion" is."""
    joiner = text[match.end(f"n{key}") : match.start(f"r{key}")]
    return re.search(r"\band\b", joiner) is not None and not text[: match.start()].rstrip().endswith("between")


@overload
def _meant(name: str, default: str, match: re.Match[str], text: str) -> str: ...
@overload
def _meant(name: str, default: str | None, match: re.Match[str], text: str) -> str | None: ...
def _meant(name: str, default: str | None, match: re.Match[str], text: str) -> str | None:
    """The currency that a name stands for in this text: "pesos" are Mexico's where it speaks of Mexico."""
    word = name.rstrip(".").casefold()
    return currency_of(word, text, match.start(), default) if word in shared_names() else default


def _refine(currency: str, tail: str | None) -> str:
    """ "$5 million Canadian" style tails and "Rs 5 crore rupees" win over the sign."""
    if not tail:
        return currency
    named = _currency_table()[1].get(re.sub(r"[\u00a0-]", " ", tail).casefold(), currency)
    return named if currency == "USD" and named != "USD" else currency


def _plausible(sign: str | None, number: str, multiplier: str | None) -> bool:
    """One-letter signs ("R45 million", "K2") need a multiplier; so do words for numbers and bare codes with few digits.

    "COP27" is a summit and no sum of Colombian pesos.
    """
    if sign and len(sign) == 3 and sign.isupper() and not multiplier:
        return len(number) > 2
    if sign and len(sign) <= 2 and sign.isalpha() and not multiplier and "," not in number:
        return sign in ("Rs", "RM", "Rp", "Tk", "Dh")
    return not (number[0].isalpha() and not multiplier)


def _value(number: str, multiplier: str | None) -> float:
    data = load("en/money.yaml")
    base = float(_PARTED.sub("", number)) if number[0].isdigit() else float(data["words"][number.casefold()])
    if not multiplier:
        return base
    word = re.sub(r"[ \u00a0\u202f-]+", " ", multiplier).strip().casefold()
    return base * float(data["multipliers"][word])


def _whole(value: float) -> int | float:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


@cache
def _qualifier_pattern() -> re.Pattern[str]:
    groups = load("en/money.yaml")["qualifiers"]
    parts = (f"(?P<{name.replace(' ', '_')}>{_alternatives(words)})" for name, words in groups.items())
    return re.compile(rf"(?:{'|'.join(parts)})(?: a total of| another| an additional)?\s*$", re.IGNORECASE)


def _qualified(money: Money, text: str, start: int) -> Money:
    match = _qualifier_pattern().search(text[max(0, start - 40) : start])
    if not match:
        return money
    qualifier = Qualifier(str(match.lastgroup).replace("_", " "))
    if qualifier is Qualifier.UP_TO:
        return replace(money, qualifier=qualifier, upper=money.value)
    if qualifier is Qualifier.AT_LEAST:
        return replace(money, qualifier=qualifier, lower=money.value)
    return replace(money, qualifier=qualifier)


_CONVERSION = re.compile(
    r"^\s*(?:(?:\(|\[|/)\s*(?:about|around|roughly|approximately|some|or|nearly|equivalent to|[~≈=]|approx\.?)?"
    r"|,? ?or (?:about |around |roughly |some |nearly )?|, (?:about|around|roughly|equivalent to|equal to|nearly))\s*$"
)


def _join_conversions(spans: list[MoneySpan], text: str) -> list[MoneySpan]:
    joined: list[MoneySpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last
            and span.money.currency != last.money.currency
            and _CONVERSION.match(text[last.end : span.start])
            and not last.money.also
        ):
            money = replace(last.money, also=((span.money.value, span.money.currency),))
            joined[-1] = MoneySpan(last.start, span.end, money)
        else:
            joined.append(span)
    return joined
