"""What an article has mentioned so far, and how salient each entity is at a given place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.extract.en.annotation import PARTIES, DocEntity
from kg.extract.en.gazetteer import fold, organizations, places
from kg.extract.en.lexicon import singular
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

_ROLE_WEIGHT = {"subj": 1.0, "obj": 0.45, "pobj": 0.35, "poss": 0.5, "mod": 0.3, "other": 0.3, "adjective": -0.5}
_MADE = frozenset({"published", "developed", "manufactured", "released"})
_NEARNESS = (1.8, 1.4, 0.9, 0.6, 0.4)


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made by the thousand
class Mentioned:
    """An entity's mention, as the search for antecedents sees it."""

    start: int
    end: int
    head: int
    entity: int
    role: str
    certain: bool = True


@dataclass(slots=True)
class Profile:
    """What the article itself says of an entity.

    Attributes:
        kinds: Singular nouns that describe it ("carmaker"), from apposition and its own name.
        called: Those of them that stand right before the name or head an apposition to it.
        countries: Leading names of countries it is said or known to belong to.
        bases: Folded names of places it is based in.
        count: How often it is named.
    """

    kinds: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    count: int = 0


class Discourse:
    """Mentions in text order with the entities' profiles."""

    def __init__(self, sheet: Sheet, entities: list[DocEntity]) -> None:
        self.sheet = sheet
        self.entities = entities
        self.mentions: list[Mentioned] = []
        self.profiles: defaultdict[int, Profile] = defaultdict(Profile)
        self.by_sentence: defaultdict[int, list[Mentioned]] = defaultdict(list)

    def add(self, mention: Mentioned) -> None:
        """Record a mention; call in text order."""
        self.mentions.append(mention)
        self.by_sentence[self.sheet.sent[mention.start]].append(mention)

    def type_of(self, entity: int) -> EntityType:
        """Type of an entity."""
        return self.entities[entity].type

    def scores(self, position: int, wanted: frozenset[EntityType], reach: int) -> dict[int, float]:
        """Salience at a token position of the entities of the wanted types mentioned up to `reach` sentences before."""
        now = self.sheet.sent[position]
        result: dict[int, float] = {}
        for sentence in range(max(0, now - reach), now + 1):
            distance = now - sentence
            for m in self.by_sentence.get(sentence, ()):
                if m.start < position and self.type_of(m.entity) in wanted:
                    value = _ROLE_WEIGHT[m.role] + (
                        _NEARNESS[distance] if distance < len(_NEARNESS) else 1.6 / distance
                    )
                    if value > result.get(m.entity, 0.0):
                        result[m.entity] = value
        for entity in result:
            result[entity] += 0.18 * min(self.profiles[entity].count, 6)
        return result

    def best(self, scores: dict[int, float], margin: float) -> int | None:
        """The entity with the highest score, unless another is within `margin`."""
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin:
            return None
        return ranked[0][0]


def role_of(head: int, sheet: Sheet) -> str:
    """Grammatical role of a mention by its head token: a conjunct has its first conjunct's."""
    for _ in range(8):
        if sheet.dep[head] in ("conj", "appos") and sheet.head[head] != head:
            head = sheet.head[head]
        else:
            break
    dep = sheet.dep[head]
    if dep in ("nsubj", "nsubjpass", "csubj", "agent"):
        return "subj"
    if dep in ("dobj", "dative", "attr", "oprd"):
        return "obj"
    if dep == "pobj":
        return "pobj"
    if dep == "poss":
        return "poss"
    if dep in ("compound", "nmod", "amod"):
        return "mod"
    return "subj" if dep == "ROOT" else "other"


def describe(discourse: Discourse) -> None:
    """Fill the profiles from names, gazetteer and the words around the mentions recorded so far."""
    sheet = discourse.sheet
    table, known = places(), organizations()
    code_names = {code: name for name, code in table.codes.items()}
    for m in discourse.mentions:
        profile = discourse.profiles[m.entity]
        profile.count += 1
        if _is_made(m, sheet):
            profile.kinds.add("product")
        _describe_before(m, sheet, profile, table.demonyms)
        _describe_after(m, sheet, profile, table.demonyms)
    for index, entity in enumerate(discourse.entities):
        profile = discourse.profiles[index]
        for name in entity.names:
            profile.kinds.update(singular(fold(word)) for word in name.split())
            found = known.get(fold(name))
            if found and found.country in code_names:
                profile.countries.add(code_names[found.country])
            lead = table.demonyms.get(fold(name.split()[0])) or table.countries.get(fold(name.split()[0]))
            if lead and entity.type in PARTIES:
                profile.countries.add(lead)


def _is_made(m: Mentioned, sheet: Sheet) -> bool:
    """As in "X is published by Krafton", "X was developed by Google"."""
    verb = sheet.head[m.head]
    return sheet.dep[m.head] == "nsubjpass" and sheet.lower[verb] in _MADE


def _describe_before(m: Mentioned, sheet: Sheet, profile: Profile, demonyms: dict[str, str]) -> None:
    """As in "Chinese electric vehicle maker BYD": kinds and country from what stands directly in front."""
    i = m.start - 1
    if i >= 0 and sheet.pos[i] == "NOUN" and sheet.tag[i] == "NN" and sheet.sent[i] == sheet.sent[m.start]:
        profile.called.add(sheet.lower[i])
    while (
        i >= 0 and sheet.sent[i] == sheet.sent[m.start] and sheet.pos[i] in ("NOUN", "ADJ", "PROPN") and m.start - i < 7
    ):
        profile.kinds.add(singular(sheet.lower[i]))
        if sheet.lower[i] in demonyms:
            profile.countries.add(demonyms[sheet.lower[i]])
        i -= 1
    if i > 1 and sheet.lower[m.start - 1] in ("based", "headquartered") and sheet.text[m.start - 2] == "-":
        profile.bases.add(fold(sheet.text[m.start - 3]))
    if i > 0 and sheet.lower[i] == "'s" and m.start - i < 3:
        owner = fold(sheet.text[i - 1])
        lead = places().countries.get(owner)
        if lead:
            profile.countries.add(lead)
        elif owner in places().population:
            profile.bases.add(owner)


def _describe_after(m: Mentioned, sheet: Sheet, profile: Profile, demonyms: dict[str, str]) -> None:
    """Kinds, country and seat from an apposition ("BYD, the carmaker whose …", "CATL, based in Ningde")."""
    i = m.end
    if i >= len(sheet) or sheet.text[i] not in (",", "(", "-"):
        return
    stop = i + 1
    if sheet.text[i] == "," and sheet.tag[stop : stop + 1] == ["VBG"] and sheet.lower[stop] != "being":
        return  # "…, supporting growth across the country" says nothing of the name
    while stop < len(sheet) and sheet.sent[stop] == sheet.sent[i] and stop - i < 15 and sheet.text[stop] not in ",;)":
        if sheet.text[stop] == "(" and sheet.text[stop + 2 : stop + 3] == [")"]:
            stop += 3
            continue
        if sheet.tag[stop] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP"):
            break
        if sheet.dep[stop] == "appos" and sheet.tag[stop] == "NN" and m.start <= sheet.head[stop] < m.end:
            profile.called.add(sheet.lower[stop])
        if sheet.pos[stop] == "NOUN":
            profile.kinds.add(singular(sheet.lower[stop]))
        if sheet.lower[stop] in demonyms:
            profile.countries.add(demonyms[sheet.lower[stop]])
        if sheet.text[stop] == "-" and stop + 1 < len(sheet) and sheet.lower[stop + 1] == "based":
            profile.bases.add(fold(sheet.text[stop - 1]))
        stop += 1
