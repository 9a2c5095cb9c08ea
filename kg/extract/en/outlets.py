"""Which names are only the sources of a report ("the South China Morning Post reported"), not parties of its story."""

from __future__ import annotations

from kg.extract.en.gazetteer import fold, outlets
from kg.extract.en.lexicon import word_set
from kg.extract.en.names import Cluster
from kg.extract.en.office_owners import office_behind
from kg.extract.en.sheet import Sheet

_REPORTING = word_set(
    """report say write cite quote tell note add state claim reveal publish show suggest describe accord relay
    cover see break learn estimate carry mention print"""
)
_SOURCE_PREPOSITIONS = word_set("to by in from via on with through at")
_PARTY_PREPOSITIONS = word_set("of for about against between over")
_BUSINESS = word_set(
    """sign launch buy acquire sell invest open build sue own pay win lose hire partner agree cut shut close"""
)
_CITING = word_set("tell cite quote follow read watch find visit see")
_HEADS = word_set(
    """news times post daily herald tribune gazette journal observer globe weekly newspaper magazine broadcaster
    newswire"""
)

_LEADS = word_set("president chairman chairwoman chair ceo cfo coo director chief head boss executive officer")
"""Offices whose holder speaks for an outlet; its editors and analysts only write."""


def is_source_only(group: Cluster, sheet: Sheet) -> bool:
    """Whether each mention of a newspaper or agency is that of a source."""
    listed = any(fold(c.name) in outlets() for c in group.candidates)
    if not listed and not any(c.name.split()[-1].lower() in _HEADS for c in group.candidates):
        return False
    roles = [_role(c.start, c.end, sheet, listed) for c in group.candidates]
    return all(role != "party" for role in roles) and (listed or "source" in roles)


def _role(start: int, end: int, sheet: Sheet, listed: bool) -> str:
    """As in "source", "party" or "" for a mention; what is not listed as an outlet must be seen to report."""
    owned = sheet.lower[end : end + 1] in (["'s"], ["’s"])
    if office_behind(sheet, end + owned) in _LEADS:
        return "party"
    head = next((i for i in range(start, end) if not start <= sheet.head[i] < end), end - 1)
    while sheet.dep[head] == "conj" and sheet.head[head] != head:
        head = sheet.head[head]
    dep, above = sheet.dep[head], sheet.head[head]
    lemma = sheet.doc[above].lemma_
    if dep == "nsubj":
        if lemma in _REPORTING:
            return "source"
        return "party" if not listed or lemma in _BUSINESS else ""
    if dep in ("dobj", "dative"):
        return "source" if lemma in _CITING else "party"
    if dep == "nsubjpass":
        return "party"
    if dep == "pobj":
        if sheet.lower[above] in _SOURCE_PREPOSITIONS:
            return "source"
        return "party" if not listed or sheet.lower[above] in _PARTY_PREPOSITIONS else ""
    return ""
