"""Sizes in front of a facility, which belong to its name: "50-MW", "two-storey", "428,000-square-foot"."""

from __future__ import annotations

from kg.extract.en.lexicon import word_set
from kg.extract.en.sheet import Sheet

SIZES_BEFORE_NAMES = frozenset({"megawatt", "gigawatt", "kilowatt", "bed", "acre", "hectare"})
_SIZES = frozenset({"inch", "mm", "nm", "nanometer", "nanometre"})
UNITS = word_set(
    """percent km mw gw kw kv mwe mwth mwp kilometer kilometers kilometre kilometres mile miles
    metre meter metres meters square tonne ton billion million trillion crore lakh acre
    hectare"""
)
_MANY = word_set("percent billion million trillion crore lakh")
_PRICES = frozenset("$€£¥₹₦") | word_set("us$ a$ c$ rs eur usd gbp euro euros dollar pound yen rupee yuan baht rand")
_PREFIXES = frozenset({"re", "co", "pre"})


def with_size(start: int, left: int, head: int, sheet: Sheet) -> tuple[int, int]:
    """Both edges with the measures in front: "12-inch factories", "428,000-square-foot warehouse", "50 MW plant"."""
    word, end = _word_start(start, sheet), _word_end(start, sheet)
    if word < start and _is_measure(word, end, sheet):
        start = word
    elif word < start and any(w in _PRICES for w in sheet.lower[word:end]) and end < head:
        start = left = end
    before = _word_start(start - 1, sheet) if start and sheet.space[start - 1] else start
    hyphens = "-" in sheet.text[before:start] or "–" in sheet.text[before:start]
    if before < start and hyphens and _is_measure(before, start, sheet):
        start = before
    elif start and _is_size(start, sheet):
        start -= 1
    elif start > 1 and _is_size(start - 1, sheet):
        start -= 2
    return start, min(left, start)


def _word_start(i: int, sheet: Sheet) -> int:
    """First token of the written word that holds a token, behind quotation marks and brackets."""
    first = i
    while first > 0 and not sheet.space[first - 1] and sheet.text[first - 1] not in "\n([“\"'‘,":
        first -= 1
    return first


def _word_end(i: int, sheet: Sheet) -> int:
    """Behind the last token of the written word that holds a token."""
    while i + 1 < len(sheet) and not sheet.space[i] and sheet.text[i + 1][0] not in ".,;:)":
        i += 1
    return i + 1


def _is_measure(start: int, end: int, sheet: Sheet) -> bool:
    """ "104-km", "state-of-the-art", "two-storey": a hyphenated word of size or kind, no price and no "re-open"."""
    words = sheet.lower[start:end]
    if any(w in _PRICES for w in words) or words[0] in _PREFIXES or not sheet.text[start][0].isalnum():
        return False
    if sheet.text[start][0].isdigit() or sheet.pos[start] == "NUM":
        return True
    return all(sheet.text[i].islower() or sheet.text[i] in "-–" for i in range(start, end))


def _is_size(i: int, sheet: Sheet) -> bool:
    """The unit of "50 MW", "2.6 gigawatt", with its number right before it, and no currency before that."""
    measured = sheet.lower[i] in UNITS - _MANY | _SIZES | SIZES_BEFORE_NAMES and i > 0
    number = measured and sheet.text[i - 1][0].isdigit() and sheet.pos[i - 1] == "NUM"
    return number and not (i > 1 and sheet.text[i - 2] in _PRICES)
