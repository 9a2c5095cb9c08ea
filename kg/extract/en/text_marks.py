"""Which tokens of an article look like parts of names, before any of them is joined to a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.en.boilerplate import Layout
from kg.extract.en.gazetteer import Known, Places, fold, organizations, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular
from kg.extract.en.sheet import Sheet

NAME_LABELS = frozenset({"ORG", "GPE", "LOC", "PERSON", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_ORG_LABELS = frozenset({"ORG", "FAC", "EVENT", "PERSON", "GPE"})
_OPENERS = frozenset("“\"'‘•*▪·>")
_FUNCTION_POS = frozenset({"DET", "PRON", "ADP", "SCONJ", "CCONJ", "AUX", "PART", "INTJ"})
_CODE = re.compile(
    r"^(?:\d[\d.,]*[A-Za-z%]*|[A-Z]{1,3}\d+(?:bn?|bil|mn?|mil|m|k)?|[A-Z]{1,4}-?\d+[\w-]*-\w*|[A-Z]{1,4}-\d+\w*|[A-Z]{2,4}-[A-Z]{1,3})$"
)
_ODD = frozenset("$@()[]{}<>|=")
_COMPOUND = re.compile(
    r"-(?:based|owned|backed|led|born|listed|headquartered|made|built|style|wide|era)$", re.IGNORECASE
)


@dataclass(slots=True)
class Marks:
    """A sheet with what is known of its tokens before names are built.

    Attributes:
        skip: Tokens that hold no news.
        namey: Tokens that may be part of a name.
        ordinary: Words that the article also writes in lower case.
        inside: Words that the article capitalizes inside of sentences.
    """

    sheet: Sheet
    layout: Layout
    lexicon: Lexicon
    known: dict[str, Known]
    places: Places
    skip: list[bool]
    namey: list[bool]
    ordinary: frozenset[str]
    inside: frozenset[str] = frozenset()

    def key(self, start: int, end: int) -> str:
        """Folded text of a token range."""
        return fold(self.sheet.words(start, end))

    def same_ent(self, i: int, j: int) -> bool:
        """Whether NER puts two tokens into one name."""
        span = self.sheet.ent_span.get(i)
        return bool(span) and self.sheet.ent_span.get(j) == span and self.sheet.ent[i] in NAME_LABELS

    def ends_with_head(self, i: int) -> bool:
        """Whether a name that ends with token `i` shows its type."""
        lex, word = self.lexicon, self.sheet.lower[i]
        return (
            word == "office"
            or word in lex["company_suffixes"]
            or word in lex["government_heads"]
            or word in lex["organization_heads"]
        )


def read_marks(sheet: Sheet, layout: Layout) -> Marks:
    """Mark the tokens of a document, line by line."""
    skip = [False] * len(sheet)
    for start, end in layout.skipped:
        skip[start:end] = [True] * (end - start)
    ordinary = frozenset(word for word in sheet.text if word.islower() and len(word) > 2)
    marks = Marks(sheet, layout, lexicon(), organizations(), places(), skip, [False] * len(sheet), ordinary)
    reader = _Reader(marks)
    marks.inside = reader.capitals_inside()
    for number, (start, end) in enumerate(sheet.lines):
        if number not in layout.title_case:
            for i in range(start, end):
                marks.namey[i] = not skip[i] and reader.is_namey(i, start)
    return marks


class _Reader:
    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        lists = ("company_nouns", "person_nouns", "government_nouns", "group_nouns")
        self.roles = frozenset[str]().union(*(marks.lexicon[name] for name in lists)) - marks.lexicon["titles"]

    def is_namey(self, i: int, line_start: int) -> bool:
        word, lower = self.sheet.text[i], self.sheet.lower[i]
        first = word[0]
        if word == lower or not first.isalnum() or not any(c.isupper() for c in word) or not _ODD.isdisjoint(word):
            return False
        if lower in self.marks.lexicon["no_entity"] and not self._in_longer_name(i):
            return False
        if len(word) > 2 and not word.isalpha() and self._is_code(word, lower):
            return False
        if not (first.isupper() or first.isdigit()):
            return self.sheet.pos[i] in ("PROPN", "NOUN", "ADJ", "VERB")
        if self._starts_sentence(i, line_start):
            return self._name_at_start(i)
        return self.sheet.pos[i] != "PRON" or len(word) > 2

    def _is_code(self, word: str, lower: str) -> bool:
        """Model numbers, quantities and "U.S.-based" are no names."""
        return lower not in self.marks.known and bool(_CODE.match(word) or _COMPOUND.search(word))

    def _in_longer_name(self, i: int) -> bool:
        """A word such as "Internet" or "AI" counts only within a NER span that has other capitals."""
        sheet = self.sheet
        span = sheet.ent_span.get(i)
        if not span or span[1] - span[0] < 2 or sheet.ent[i] not in _ORG_LABELS:
            return False
        no_entity = self.marks.lexicon["no_entity"]
        return any(j != i and sheet.text[j][0].isupper() and sheet.lower[j] not in no_entity for j in range(*span))

    def capitals_inside(self) -> frozenset[str]:
        """Words with a capital where no sentence begins, in lines that do not capitalize every word."""
        found: set[str] = set()
        for number, (start, end) in enumerate(self.sheet.lines):
            if number in self.marks.layout.title_case:
                continue
            for i in range(start + 1, end):
                if self.sheet.text[i][0].isupper() and not self._starts_sentence(i, start):
                    found.add(self.sheet.text[i])
        return frozenset(found)

    def _starts_sentence(self, i: int, line_start: int) -> bool:
        if i == line_start or self.sheet.sent[i] != self.sheet.sent[i - 1]:
            return True
        return self.sheet.text[i - 1] in _OPENERS

    def _name_at_start(self, i: int) -> bool:
        """A capital at the start of a sentence shows a name only if something else does too."""
        sheet, marks = self.sheet, self.marks
        if sheet.pos[i] in _FUNCTION_POS:
            return False
        key = fold(sheet.text[i])
        following = i + 1 if i + 1 < len(sheet) else i
        if key in marks.known or key in marks.places.countries or key in marks.places.demonyms:
            return True
        joined = following != i and marks.same_ent(i, following)
        if singular(sheet.lower[i]) in self.roles and not joined:
            return False
        if sheet.lower[i] in marks.ordinary and not joined:
            return False
        if sheet.text[i] in marks.inside or joined:
            return sheet.ent[i] in NAME_LABELS or sheet.pos[i] == "PROPN" or joined
        if sheet.pos[i] == "PROPN" and (sheet.ent[i] in NAME_LABELS or self._opens_name(i)):
            return True
        if sheet.ent[i] in NAME_LABELS - {"NORP"} and sheet.tag[i] not in ("NN", "NNS", "JJ", "JJR", "VBG"):
            return True
        return any(c.isupper() for c in sheet.text[i][1:]) and sheet.lower[i] not in marks.lexicon["no_entity"]

    def _opens_name(self, i: int) -> bool:
        """A proper noun that is a subject by itself or the first word of a longer proper noun."""
        sheet = self.sheet
        if sheet.dep[i] in ("nsubj", "nsubjpass", "poss"):
            return True
        following = i + 1
        return (
            following < len(sheet)
            and sheet.tag[following] in ("NNP", "NNPS")
            and sheet.sent[following] == sheet.sent[i]
        )
