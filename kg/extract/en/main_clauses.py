"""What the main clause of the sentence before speaks of: its subject, whose part that is, whom it is about."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.en.annotation import PARTIES
from kg.extract.en.context import Context
from kg.extract.en.discourse import Mentioned
from kg.extract.en.lexicon import singular, word_set
from kg.model import EntityType as T

WANTED = PARTIES | {T.FACILITY, T.PLACE}
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = word_set(
    """share stock profit revenue sale earnings turnover loss income result unit spokesman spokeswoman shareholder
    investor creditor stockholder"""
)
_OFFICERS = word_set("chairman ceo chief director owner shareholder founder president")
_NEAR = 3


class MainClauses:
    """Main clauses of the sentences read so far."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.sheet = context.sheet
        self.discourse = context.discourse

    def whose_part(self, sentence: int, noun: int) -> list[int]:
        """The company of "Orbico shares rose", "Orbico's order book grew", "Shares of Orbico rose"."""
        sheet, part = self.sheet, singular(self.sheet.lower[noun]) in _PARTS
        kinds = ("poss", "compound", "nmod") if part else ("poss",)
        below = [c for c in sheet.children[noun] if sheet.dep[c] in kinds]
        ofs = [c for c in sheet.children[noun] if sheet.lower[c] in ("of", "in")] if part else []
        below += [p for c in ofs for p in sheet.children[c] if sheet.dep[p] == "pobj"]
        firms = [m for m in self.wanted_in(sentence) if self.context.type_of(m.entity) is T.COMPANY]
        named = [m.entity for m in firms if any(m.start <= c < m.end for c in below)]
        sole = len({m.entity for m in firms}) == 1
        return named if part or sole or self.context.topic() in named else []

    def topic_near(self, i: int) -> int | None:
        """As in "royalties to its parent, Orbico": the article's company, if no other is named near."""
        sheet, now = self.sheet, self.sheet.sent[i]
        noun = singular(sheet.lower[sheet.head[i]])
        if sheet.lower[i] != "its" or noun not in self.context.lexicon["relational_nouns"] | _OFFICERS:
            return None
        rows = (self.wanted_in(k) for k in range(max(0, now - _NEAR), now + 1))
        near = {m.entity for row in rows for m in row if m.start < i and self.context.type_of(m.entity) is T.COMPANY}
        topic = self.context.topic()
        return topic if near == {topic} else None

    def wanted_in(self, sentence: int) -> list[Mentioned]:
        """Mentions so far in a sentence of what a pronoun may stand for."""
        return [m for m in self.discourse.by_sentence.get(sentence, ()) if self.context.type_of(m.entity) in WANTED]

    def main_subject(self, sentence: int) -> int | None:
        """The subject of a sentence's main verb."""
        sheet = self.sheet
        i = bisect_left(sheet.sent, sentence)
        while i < len(sheet) and sheet.sent[i] == sentence:
            if sheet.dep[i] in _SUBJECTS and sheet.dep[sheet.head[i]] == "ROOT":
                return i
            i += 1
        return None

    def held_before(self, i: int) -> int | None:
        """The company that is the subject of the sentence before, else the only one of its main clause."""
        now = self.sheet.sent[i] - 1
        firms = [m for m in self.wanted_in(now) if self.context.type_of(m.entity) is T.COMPANY]
        main = self.main_subject(now)
        found = [m.entity for m in firms if main is not None and m.start <= main < m.end]
        if found or main is None:
            return found[0] if found else None
        complements = self._complements(self.sheet.head[main])
        told = {m.entity for m in firms if not complements.isdisjoint(range(m.start, m.end))}
        return told.pop() if len(told) == 1 else None

    def _complements(self, verb: int) -> set[int]:
        """Objects of a verb, those behind its prepositions too."""
        sheet = self.sheet
        below = [c for c in sheet.children[verb] if sheet.dep[c] in ("dobj", "attr", "prep", "agent")]
        return {*below, *(p for c in below for p in sheet.children[c] if sheet.dep[p] == "pobj")}
