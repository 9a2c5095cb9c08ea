""" "They" and "their": the parties of a clause's subject, or the one body that is spoken of as many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.en.annotation import PARTIES
from kg.extract.en.context import Context, Reference
from kg.extract.en.discourse import Mentioned
from kg.model import EntityType as T

_SUBJECTS = ("nsubj", "nsubjpass")
_WANTED = PARTIES | {T.PLACE}
_WE = frozenset({"we", "our", "us"})
_HIGHEST = 14


class PluralPronouns:
    """Resolves "they", "their" and "them"."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.sheet = context.sheet

    def resolve(self, i: int) -> Reference | None:
        """The subject of the clause above, else a coordinated subject of this sentence or the one before."""
        above = None if self.sheet.lower[i] == "them" else self._subject_above(i)
        if above is not None:
            via = "subject of the clause before"
            return Reference(i, i + 1, i, above, "pronoun", (via,), 0.6) if above else None
        return self._coordinated(i)

    def _subject_above(self, i: int) -> tuple[int, ...] | None:
        """Parties of the nearest subject above; none if it may be others, None if there is no subject."""
        for subject in self._subjects(i):
            named = self._mentions_of(subject, i)
            parties = tuple(dict.fromkeys(m.entity for m in named if self.context.type_of(m.entity) in _WANTED))
            alone = len(parties) == 1 and self._many_before(subject, i)
            return () if alone else parties
        return None

    def _subjects(self, i: int) -> Iterator[int]:
        sheet, token = self.sheet, i
        for _ in range(_HIGHEST):
            above = sheet.head[token]
            if above == token or sheet.sent[above] != sheet.sent[i]:
                return
            token = above
            yield from (c for c in sheet.children[token] if sheet.dep[c] in _SUBJECTS and c < i)

    def _mentions_of(self, subject: int, before: int) -> list[Mentioned]:
        heads = [subject]
        for head in heads:
            heads.extend(c for c in self.sheet.children[head] if self.sheet.dep[c] == "conj" and c < before)
        row = self.context.sentence(subject)
        told = (m for m in row if m.start < before and self.sheet.lower[m.start] not in _WE and m.role != "adjective")
        return [m for m in told if any(m.start <= head < m.end for head in heads)]

    def _many_before(self, subject: int, i: int) -> bool:
        """As in "Orbico gives customers access to their accounts", "Makers found Orbico deaf to their pleas"."""
        sheet, taken = self.sheet, self.context.taken
        start = bisect_left(sheet.sent, sheet.sent[i])
        many = (k for k in range(start, i) if sheet.tag[k] in ("NNS", "NNPS") and taken[k] != 1)
        return any(k > subject or sheet.dep[k] in _SUBJECTS for k in many)

    def _coordinated(self, i: int) -> Reference | None:
        sheet = self.sheet
        for sentence in (sheet.sent[i], sheet.sent[i] - 1):
            row = self.context.discourse.by_sentence.get(sentence, ())
            subjects = [
                m for m in row if m.start < i and m.role == "subj" and self.context.type_of(m.entity) in _WANTED
            ]
            entities = tuple(dict.fromkeys(m.entity for m in subjects))
            joined = all(sheet.dep[m.head] in ("conj", "appos") for m in subjects[1:])
            if len(entities) >= 2 and joined:
                return Reference(i, i + 1, i, entities, "pronoun", ("coordinated subject before",), 0.7)
            if entities:
                return None
        return None
