"""What an entity is, voted by its own words, by what is known, and by the words around each of its mentions.

spaCy's label is one vote. What form or list settles is not voted on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.en.appositions import types_told
from kg.extract.en.candidate import Candidate
from kg.extract.en.gazetteer import first_names, fold, is_big_place, national_body, organizations, outlets
from kg.extract.en.lexicon import lexicon, word_set
from kg.extract.en.name_votes import vote_by_name
from kg.extract.en.names import Cluster
from kg.extract.en.sheet import Sheet
from kg.extract.en.surroundings import Votes, is_brand, vote_by_surroundings
from kg.model import EntityType as T

_ASSOCIATIONS = word_set("association federation union chamber foundation university council institute confederation")
_SOFT = frozenset({T.PLACE, T.FACILITY, T.EVENT})
_LINKS = frozenset({",", "and", "&", "or"})
_LISTED = frozenset({"conj", "appos", "nsubj", "nsubjpass", "dobj", "pobj", "nmod", "attr", "oprd", "dep"})
_LONGEST_OFFICE = 4
_ENOUGH = 0.65
_BRAND = 0.3
"""What is left of the votes for a person where the article calls the name a company ("brands such as Jane Doe")."""


def decided(groups: Iterable[Cluster], sheet: Sheet) -> Iterator[tuple[Cluster, T]]:
    """The groups that stand for an entity, with their types.

    A name of which nothing tells what it is takes after its neighbours in a list: "Orbico, Xyrel and Tandem".
    """
    found = [(group, decide(group, sheet)) for group in groups]
    companies = [c for group, kind in found if kind is T.COMPANY for c in group.candidates]
    starts, ends = {c.start for c in companies}, {c.end for c in companies}
    for group, kind in found:
        listed = kind is None and any(_is_listed(c, starts, ends, sheet) for c in group.candidates)
        if kind is T.PERSON and _joined_to_company(group, starts, ends, sheet):
            kind = T.COMPANY
        if kind is not None or listed:
            yield group, kind or T.COMPANY


def _joined_to_company(group: Cluster, starts: set[int], ends: set[int], sheet: Sheet) -> bool:
    """As in "picked Secure Lindel and Orbico Power": "and" between a company and what only NER takes for a person."""
    if len(group.candidates) != 1 or group.candidates[0].titled or group.candidates[0].form:
        return False
    c = group.candidates[0]
    if _has_office_behind(c, sheet):
        return False
    if c.end - c.start < 2 or fold(sheet.text[c.start]) in first_names() or sheet.dep[c.end - 1] not in _LISTED:
        return False
    after = sheet.lower[c.end : c.end + 1] in (["and"], ["&"]) and c.end + 1 in starts
    before = c.start > 1 and sheet.lower[c.start - 1] in ("and", "&") and ends & {c.start - 1, c.start - 2}
    return after or bool(before)


def _has_office_behind(c: Candidate, sheet: Sheet) -> bool:
    """As in "Orbico Power and Lena Marsh, authorized representative of Tandem"."""
    behind = sheet.lower[c.end + 1 : c.end + 1 + _LONGEST_OFFICE]
    return sheet.text[c.end : c.end + 1] == [","] and not lexicon()["titles"].isdisjoint(behind)


def _is_listed(c: Candidate, starts: set[int], ends: set[int], sheet: Sheet) -> bool:
    """Whether a comma or "and" stands between a name and that of a company, where it is no modifier of a noun."""
    if c.form or sheet.lower[c.end : c.end + 1] == ["'s"] or sheet.dep[c.end - 1] not in _LISTED:
        return False
    before = next(
        (i for i in range(c.start - 1, c.start - 3, -1) if i < 0 or sheet.lower[i] not in _LINKS), c.start - 3
    )
    after = next((i for i in range(c.end, c.end + 2) if i >= len(sheet) or sheet.lower[i] not in _LINKS), c.end + 2)
    return (before + 1 < c.start and before + 1 in ends) or (after > c.end and after in starts)


def decide(group: Cluster, sheet: Sheet) -> T | None:
    """The type with the most votes, or None where nothing speaks for an entity.

    Args:
        group: Mentions of one entity.
        sheet: The document.
    """
    told = types_told(group, sheet)
    fixed = _certain(group, told)
    if fixed:
        return fixed
    votes: Votes = defaultdict(float)
    for kind, weight in told.items():
        votes[kind] += weight
    for candidate in group.candidates:
        vote_by_surroundings(candidate, sheet, votes)
    vote_by_name(group, sheet, votes)
    owned = any(is_brand(candidate, sheet) for candidate in group.candidates)
    if (told.get(T.COMPANY) or owned) and not told.get(T.PERSON):
        votes[T.PERSON] *= _BRAND
        votes[T.COMPANY] += 1.0 if owned else 0.0
    best, score = max(votes.items(), key=lambda item: (item[1], item[0].value), default=(None, 0.0))
    short = all(c.end - c.start == 1 for c in group.candidates)
    if best is T.PERSON and short and any(_has_article(c, sheet) for c in group.candidates):
        return None
    return best if score >= _ENOUGH else None


def _has_article(c: Candidate, sheet: Sheet) -> bool:
    """As in "the renowned Historian", who has no name."""
    if sheet.dep[c.start] not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
        return False
    return any(sheet.lower[i] in ("the", "a", "an") for i in sheet.children[c.start] if i < c.start)


def _certain(group: Cluster, by_noun: dict[T, float]) -> T | None:
    """What form or list settles, unless the article calls it something else."""
    plain = [c for c in group.candidates if not c.titled]
    types = _listed_types(plain)
    if plain and all(c.name.endswith(" family") for c in plain):
        return T.ORGANIZATION
    if group.key.startswith("place:"):
        return _certain_place(group)
    forms = Counter(c.form for c in group.candidates if c.form)
    if any(c.titled for c in group.candidates):
        return T.PERSON
    if types and T.PERSON not in forms:
        return types[0]
    if any(fold(c.name) in outlets() for c in plain) and not forms:
        return T.COMPANY
    if not forms:
        return None
    form = forms.most_common(1)[0][0]
    told = max(by_noun, key=lambda kind: by_noun[kind], default=None)
    if told in (T.GOVERNMENT, T.ORGANIZATION) and form in (T.COMPANY, T.FACILITY, T.ORGANIZATION, T.GOVERNMENT):
        return told
    if form in _SOFT or (form is T.ORGANIZATION and told and not _is_association(plain)):
        return None
    return form


def _is_association(plain: list[Candidate]) -> bool:
    """Whether a name says that it is one, whatever the article calls it ("a lobbying group")."""
    return any(c.form is T.ORGANIZATION and not _ASSOCIATIONS.isdisjoint(fold(c.name).split()) for c in plain)


def _listed_types(plain: list[Candidate]) -> list[T]:
    """Types of the listed names; an acronym's only where no full name stands beside it ("MWC")."""
    known = ((c.name, organizations().get(fold(c.name)) or national_body(fold(c.name))) for c in plain)
    listed = [(name, k.type) for name, k in known if k]
    if any(" " in c.name for c in plain):
        listed = [(name, kind) for name, kind in listed if not (name.isupper() and " " not in name)]
    return [kind for _, kind in listed]


def _certain_place(group: Cluster) -> T | None:
    if any(c.form is T.GOVERNMENT for c in group.candidates):
        return T.GOVERNMENT
    key = group.key[len("place:") :]
    if is_big_place(key) and not any(fold(c.name) in organizations() for c in group.candidates):
        return T.PLACE
    return None
