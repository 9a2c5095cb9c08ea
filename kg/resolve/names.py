"""Normal forms of names: what is left of a name when its accidents (case, accents, script, legal form) are taken away.

The words that count as accidents are data (`data/name_words.csv`, plus the legal forms that cleanco keeps).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from kg.model import EntityType

CJK = re.compile(r"[㐀-鿿]")
_WORDS = Path(__file__).parent / "data" / "name_words.csv"
_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_PLAIN_WORDS = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_SIMPLE = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
"""Names without any accident but case and article, as most are."""
_SLASHED = re.compile(r"(?<=\b\w)/(?=\w\b)")
_POSSESSIVE = re.compile(r"'s?(?=\s|$)")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_SEPARATOR = re.compile(r"[^\w]+|_+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_AMBIGUOUS_FORMS = frozenset(
    "nl da et is pp sd ad dat vat ay ans mb hb kb oe ks ij xt tapui sep ev".split()  # noqa: SIM905 - legible
)
"""Legal forms that are more often a word or another abbreviation at the end of a name."""
_MAX_FORM_WORDS = 4
_PERSONLIKE = frozenset({EntityType.PERSON})
_UNSTRIPPED = frozenset({EntityType.PERSON, EntityType.PLACE, EntityType.FACILITY, EntityType.EVENT})


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """The name without case, accents, punctuation, bracketed acronyms, possessive and article; Chinese simplified.

    >>> fold("The Camaçari’s Plant (BYD)"), fold("Tesla (Shanghai) Co.")
    ('camacari plant', 'tesla shanghai co')
    """
    if _SIMPLE.fullmatch(name):
        return _ARTICLE.sub("", name.lower())
    text = unicodedata.normalize("NFKC", name).replace("’", "'").replace("‘", "'").replace("`", "'")
    if CJK.search(text):
        text = simplified(text)
    text = _BRACKETS.sub(_bracketed, text) if _BRACKETS.sub("", text).strip() else text
    text = _strip_accents(text.casefold())
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    text = _SLASHED.sub("", text)
    text = _POSSESSIVE.sub("", text).replace("'", "").replace("&", " and ").replace("+", " plus ")
    text = _SEPARATOR.sub(" ", text).strip()
    return _ARTICLE.sub("", text) or text or name.strip().casefold()


def folded(names: Iterable[str], beside: Iterable[str]) -> frozenset[str]:
    """The folded names that may equal one of those `beside`: Chinese ones only when there is one among those.

    Folding a Chinese name needs OpenCC, which is slow to import.
    """
    chinese = any(is_chinese(fold(name)) for name in beside)
    return frozenset(fold(name) for name in names if chinese or not is_chinese(name))


@lru_cache(maxsize=200_000)
def normal(name: str, kind: EntityType = EntityType.COMPANY) -> str:
    """The normal form by which two names of one thing of type `kind` are equal.

    >>> normal("Tencent Holdings Ltd. (00700.HK)"), normal("宁德时代新能源科技股份有限公司")
    ('tencent', '宁德时代新能源科技')
    """
    text = fold(name)
    if kind in _PERSONLIKE:
        return _strip_titles(text)
    if kind in _UNSTRIPPED:
        return text
    return _strip_chinese_form(text) if CJK.search(text) else " ".join(_strip_legal_form(tuple(text.split())))


def joined(name: str, kind: EntityType = EntityType.COMPANY) -> str:
    """The normal form without spaces, so that "Go-Ahead" and "GoAhead", "Gui'an" and "Guian" are equal."""
    return normal(name, kind).replace(" ", "")


@lru_cache(maxsize=200_000)
def is_generic(name: str) -> bool:
    """Whether the name is a common noun ("the city", "子公司") that says nothing outside of its article."""
    text = fold(name)
    return text in _words("generic") or text in _words("generic-zh") or not text or _is_described(text)


def _is_described(text: str) -> bool:
    """Whether a common noun is only described more closely: "semiconductor joint venture"."""
    return any(text.endswith(" " + noun) for noun in _words("generic-head"))


def is_chinese(name: str) -> bool:
    """Whether the name is written in Chinese characters."""
    return bool(CJK.search(name))


def initials(name: str) -> str:
    """First letters of the words that carry weight, for names of at least three: "TSMC"; else "".

    >>> initials("Taiwan Semiconductor Manufacturing Co")
    'tsmc'
    """
    words = [word for word in fold(name).split() if word not in ("of", "and", "for", "the", "in", "de")]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


def is_acronym(name: str) -> bool:
    """Whether the name looks like an acronym: 2 to 6 capitals or digits, with at least two capitals."""
    bare = name.replace(".", "").strip()
    return 2 <= len(bare) <= 6 and bare.upper() == bare and bare.isascii() and sum(c.isalpha() for c in bare) >= 2


@lru_cache(maxsize=50_000)
def simplified(text: str) -> str:
    """Traditional Chinese characters as simplified ones; other text as it is."""
    return str(_converter().convert(text))


@cache
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202 - opencc's type is not needed elsewhere
    from opencc import OpenCC  # imported late: English corpora never need it

    return OpenCC("t2s")


def _bracketed(match: re.Match[str]) -> str:
    """What stays of an addition in brackets: words do ("Tesla (Shanghai)"); acronyms, codes and aliases do not."""
    inside = match.group()[1:-1].strip()
    if CJK.search(inside):
        return inside
    alias = match.end() == len(match.string) and " " in inside
    return f" {inside} " if _PLAIN_WORDS.fullmatch(inside) and not alias else " "


def _strip_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _strip_titles(text: str) -> str:
    if CJK.search(text):
        return _cut_end(text, _words("title-zh"))
    for title in sorted(_words("title"), key=len, reverse=True):
        if text.startswith(title + " "):
            return text[len(title) + 1 :]
    return text


def _strip_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    for size in range(min(_MAX_FORM_WORDS, len(words) - 1), 0, -1):
        if words[-size:] in _legal_forms():
            return _strip_legal_form(words[:-size])
    if len(words) > 1 and words[0] in _words("legal-prefix"):
        return _strip_legal_form(words[1:])
    if len(words) > 2 and words[-1] == "and":
        return _strip_legal_form(words[:-1])
    return words


def _strip_chinese_form(text: str) -> str:
    bare = text.replace(" ", "")
    for prefix in _words("legal-prefix-zh"):
        bare = bare.removeprefix(prefix) or bare
    return _cut_end(bare, _words("legal-zh"))


def _cut_end(text: str, endings: frozenset[str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if text.endswith(ending) and len(text) - len(ending) >= 2:
            return _cut_end(text[: -len(ending)].strip(), endings)
    return text


@cache
def _words(kind: str) -> frozenset[str]:
    with _WORDS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["kind"] == kind)


@cache
def _legal_forms() -> frozenset[tuple[str, ...]]:
    from cleanco.termdata import terms_by_country, terms_by_type  # imported late: a large table

    listed = [term for table in (terms_by_type, terms_by_country) for terms in table.values() for term in terms]
    folded = {fold(term) for term in (*listed, *_words("legal"))} - _AMBIGUOUS_FORMS
    return frozenset(tuple(term.split()) for term in folded if len(term) > 1)
