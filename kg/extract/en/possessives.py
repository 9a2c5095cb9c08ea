"""Owners of "its" by what it is joined to or acted on with, before the subjects of clauses are asked."""

from __future__ import annotations

from kg.extract.en.annotation import PARTIES
from kg.extract.en.context import Context
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import singular, word_set
from kg.extract.en.syntax import lemma_of
from kg.model import EntityType as T

_DECIDES = word_set(
    """approve reject revoke suspend renew seize block clear authorise authorize freeze raid confiscate nationalise
    nationalize grant fine ban accept license certify withdraw cancel refuse deny expropriate impound"""
)
_LICENSED = word_set(
    """licence license permit drug vaccine therapy treatment device account asset takeover acquisition bid merger
    application request offer proposal product app plant mine factory refinery ship vessel plane jet registration
    certificate listing charter concession franchise purchase sale"""
)
_RULERS = word_set("president leader ruler king parliament government premier military army")
_HOLDINGS = word_set("unit subsidiary parent owner affiliate division arm")
_HOLDERS = word_set("shareholder owner co-owner stakeholder stockholder backer parent investor")
_NO_OWNERS = word_set("court tribunal cabinet parliament senate congress")
_OF_FIRMS = word_set("executive ceo cfo founder co-founder share profit revenue shareholder vice finance stock brand")
_LONGEST_CHAIN = 4


class Possessives:
    """Finds the party or place that an "its" is of."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.sheet = context.sheet
        self.lexicon = context.lexicon

    def beside(self, i: int) -> int | None:
        """As in "sued Orbico and its owner", "Orbico, its chief executive Jan Hill", "Orbico's A and its B"."""
        sheet, head = self.sheet, self.sheet.head[i]
        if sheet.dep[head] not in ("conj", "appos") or sheet.head[head] >= i:
            return None
        joined = sheet.head[head]
        if sheet.dep[head] == "conj" and sheet.lower[i - 1] in ("and", "&"):
            owners = [c for c in sheet.children[joined] if sheet.dep[c] == "poss"]
            return self.party_at(owners[0], i) if owners else self._party_above(joined, i)
        listed = sheet.text[i - 1] == "," and (self._names_officer(i, head) or self._names_holding(i))
        return self.party_at(joined, i) if listed else None

    def fits(self, i: int, entity: int) -> bool:
        """Nothing of a person's is "its", and no court, cabinet or ministry has a "vice-president" or "subsidiary"."""
        kind = self.context.type_of(entity)
        if kind is T.PERSON:
            return False
        names = self.context.discourse.entities[entity].names
        body = kind is T.GOVERNMENT and any(not _NO_OWNERS.isdisjoint(name.casefold().split()) for name in names)
        owned = map(singular, self.sheet.lower[i + 1 : i + _LONGEST_CHAIN])
        return not (body and not (_OF_FIRMS | _HOLDINGS).isdisjoint(owned))

    def ruled(self, i: int) -> int | None:
        """As in "force against Ruritania to seize its president": the country named last, no party of the clause."""
        sheet, noun = self.sheet, self.sheet.head[i]
        before = [m for m in self.context.sentence(i) if m.start < i]
        if sheet.lower[noun] not in _RULERS or sheet.dep[noun] not in ("dobj", "pobj") or not before:
            return None
        last = max(before, key=lambda m: m.start)
        names = self.context.discourse.entities[last.entity].names
        country = any(fold(name) in places().countries for name in names)
        return last.entity if country and last.role != "adjective" else None

    def is_decreed(self, i: int) -> bool:
        """As in "Orbico said the ministry had revoked its licence": nobody does this to what is its own."""
        sheet, noun = self.sheet, self.sheet.head[i]
        if sheet.dep[noun] != "dobj" or lemma_of(sheet.doc[noun]) not in _LICENSED:
            return False
        verb = sheet.head[noun]
        decided = lemma_of(sheet.doc[verb]) in _DECIDES
        return decided and any(sheet.dep[c] == "nsubj" for c in sheet.children[verb])

    def is_held(self, i: int) -> bool:
        """As in "Nordbank has been its main shareholder": nobody is a shareholder of itself."""
        sheet, noun = self.sheet, self.sheet.head[i]
        return sheet.dep[noun] == "attr" and singular(sheet.lower[noun]) in _HOLDERS

    def _names_officer(self, i: int, head: int) -> bool:
        offices = self.lexicon["titles"] | self.lexicon["person_nouns"]
        return self.sheet.pos[head] == "PROPN" and any(self.sheet.lower[k] in offices for k in range(i + 1, head))

    def _names_holding(self, i: int) -> bool:
        """As in "Orbico, its unit Orbico Lease": another one's name behind the noun."""
        behind = (k for k in range(i + 1, min(i + 5, len(self.sheet))) if self.sheet.lower[k] in _HOLDINGS)
        noun = next(behind, None)
        return noun is not None and noun + 1 in self.context.named_at

    def _party_above(self, joined: int, i: int) -> int | None:
        """The party that the noun before "and its …" is or describes: "Orbico, a maker of pumps, and its …"."""
        for _ in range(_LONGEST_CHAIN):
            party = self.party_at(joined, i)
            if party is not None or self.sheet.dep[joined] != "appos":
                return party
            joined = self.sheet.head[joined]
        return None

    def party_at(self, token: int, before: int) -> int | None:
        """The party whose mention holds a token."""
        found = [m for m in self.context.sentence(token) if m.start <= token < m.end <= before]
        return found[0].entity if found and self.context.type_of(found[0].entity) in PARTIES else None
