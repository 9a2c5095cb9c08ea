"""Single capitalized words that may be names: no plain nouns, plurals, numbers of models or letters."""

from __future__ import annotations

import re

from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import fold
from kg.extract.en.lexicon import singular
from kg.extract.en.office_owners import office_behind
from kg.extract.en.text_marks import NAME_LABELS, NUMBERED_NAME, Marks

_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,}[A-Z]?\d*")
"""The number of a model: "M109A5", "F-35"."""
_HUMPED = re.compile(r"(?!e[A-Z])[a-z]{1,5}[A-Z][a-z]+[A-Za-z]*")
"""A brand such as "pureLamp" or "iStream", not "eCommerce"."""
_NO_NAME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW"})
_OFFICE_LETTERS = {"DA": "attorney", "AG": "attorney"}


class SingleWords:
    """Tells whether one capitalized word that no list knows is a name."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.lexicon = marks.lexicon
        self.places = marks.places
        lex = self.lexicon
        self.nouns = frozenset[str]().union(
            *(
                lex[n]
                for n in (
                    "government_heads",
                    "organization_heads",
                    "facility_heads_named",
                    "event_heads",
                    "place_heads",
                    "company_suffixes",
                    "titles",
                    "title_prefixes",
                    "and_words",
                    "facility_nouns",
                    "company_nouns",
                    "person_nouns",
                    "place_nouns",
                )
            )
        )

    def may_name(self, i: int, word: str, lower: str) -> bool:
        """Whether one unknown capitalized word may be a name."""
        sheet, lex = self.sheet, self.lexicon
        if lower in lex["nouns_that_name"]:
            return word in self.marks.inside and word[0].isupper()
        if self._is_ordinary(word, lower):
            return False
        if word in self.marks.brands or _HUMPED.fullmatch(word):
            return True
        if self._is_counted(i, word, lower) or _OFFICE_LETTERS.get(word, "") in sheet.lower:
            return False
        if not any(c.isalpha() for c in word):
            return False
        if len(word.rstrip(".")) < 2:
            return self._is_letter_name(i, word)
        if word[0].isdigit() and sheet.ent[i] not in ("ORG", "PRODUCT") and not NUMBERED_NAME.match(word):
            return False
        span = sheet.ent_span.get(i)
        if span and sheet.ent[i] in _NO_NAME_LABELS and span[1] - span[0] > 1 and not sheet.runs_into_sum(i):
            return False
        return (
            sheet.tag[i] in ("NNP", "NNPS")
            or NUMBERED_NAME.match(word) is not None
            or sheet.ent[i] in NAME_LABELS
            or sheet.pos[i] == "PROPN"
            or (sheet.dep[i] == "nsubjpass" and sheet.tag[i] == "NN" and not sheet.children[i])
            or (sheet.dep[i] in ("nsubj", "nsubjpass") and sheet.tag[i] == "NNS" and word in self.marks.inside)
            or (word.isupper() and len(word) > 2)
            or (word.istitle() and is_invented(word, sheet.doc.vocab))
            or (is_invented(word, sheet.doc.vocab) and bool(office_behind(sheet, i + 1)))
        )

    def _is_ordinary(self, word: str, lower: str) -> bool:
        """A noun, the number of a model, or a word that the article writes without a capital too."""
        lex = self.lexicon
        listed = lower in lex["no_entity"] or lower in lex["no_entity_heads"] or _MODEL.fullmatch(word)
        return bool(
            listed
            or lower in self.nouns
            or singular(lower) in self.nouns
            or lower in self.marks.ordinary - self.marks.brands
        )

    def _is_counted(self, i: int, word: str, lower: str) -> bool:
        """As in "55 Lorries", "Kenyans", "Ports": several of a kind."""
        sheet = self.sheet
        plural = sheet.tag[i] in ("NNS", "NNPS")
        if plural and any(sheet.dep[c] == "nummod" for c in sheet.children[i]):
            return True
        people = word.endswith("s") and fold(word[:-1]) in self.places.demonyms
        return people or (plural and word.endswith("s") and lower[:-1] in self.nouns)

    def _is_letter_name(self, i: int, word: str) -> bool:
        """As in "X" as a party: a subject, object or owner that the article names again and again."""
        role = self.sheet.dep[i] in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
        return role and word == "X" and self.sheet.text.count(word) > 2
