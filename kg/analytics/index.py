"""Look-ups in a resolution that every question needs: who, where, when, by which facts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.errors import AnalysisError
from kg.model import Deal, Entity, EntityType, Relation, Resolution

NO_TIES = frozenset({Relation.LOCATED_IN, Relation.LEADS})
"""Relations that say where something is or who heads it: no dealings between two parties."""
UNFRIENDLY = frozenset({Relation.SANCTIONS})
"""Relations in which one party acts against the other."""
DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


class Index:
    """A resolution by its keys. It computes each look-up once and never changes.

    Attributes:
        resolution: What is looked up.
        entities: Entities by id.
        deals: Deals by id.
    """

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.entities = {entity.id: entity for entity in resolution.entities}
        self.deals = {deal.id: deal for deal in resolution.deals}

    @cached_property
    def deals_of(self) -> dict[str, tuple[Deal, ...]]:
        """The deals that each entity is a party of, in the order of the resolution."""
        found: dict[str, list[Deal]] = {}
        for deal in self.resolution.deals:
            for party in dict.fromkeys((deal.subject, deal.object)):
                found.setdefault(party, []).append(deal)
        return {party: tuple(deals) for party, deals in found.items()}

    @cached_property
    def published(self) -> dict[str, str]:
        """Document name → ISO date of publication, where known."""
        days = ((document.name, (document.published or "")[:10]) for document in self.resolution.documents)
        return {name: day for name, day in days if DATE.fullmatch(day)}

    @cached_property
    def _whens(self) -> dict[str, tuple[str | None, bool]]:
        return {deal.id: self._find_when(deal) for deal in self.resolution.deals}

    def when(self, deal: Deal) -> tuple[str | None, bool]:
        """ISO date of a deal, as precise as known, and whether it is only the day of its first report."""
        return self._whens[deal.id]

    def _find_when(self, deal: Deal) -> tuple[str | None, bool]:
        if deal.date and DATE.fullmatch(deal.date):
            return deal.date, False
        days = [self.published[fact.doc] for fact in deal.readings if fact.doc in self.published]
        return (min(days), True) if days else (None, False)

    def year(self, deal: Deal) -> str | None:
        """The year of a deal, where a date is known."""
        when, _ = self.when(deal)
        return when[:4] if when else None

    def name(self, identifier: str) -> str:
        """Preferred name of an entity; its IRI where it is not among the entities."""
        entity = self.entities.get(identifier)
        return entity.name if entity else identifier

    def is_company(self, identifier: str) -> bool:
        """Whether the entity is a company."""
        entity = self.entities.get(identifier)
        return entity is not None and entity.type is EntityType.COMPANY

    def is_public(self, identifier: str) -> bool:
        """Whether the entity is a government body or a territory (which is one node with its government)."""
        entity = self.entities.get(identifier)
        return entity is not None and entity.type in (EntityType.GOVERNMENT, EntityType.PLACE)

    def chain(self, place: str) -> tuple[str, ...]:
        """A place and what contains it, the country last; empty for what is no place and governs none."""
        entity = self.entities.get(place)
        if entity is None:
            return ()
        if entity.type is not EntityType.PLACE:
            place = entity.governs or entity.within or ""
        chain: list[str] = []
        while place in self.entities and place not in chain:
            chain.append(place)
            place = self.entities[place].within or ""
        return tuple(chain)

    def places(self, deal: Deal) -> tuple[str, ...]:
        """Where a deal plays: its place, else the territories of its public parties and facilities, as narrow as known.

        A place that contains another of them says nothing more and is left out. A company's seat is not counted:
        where a company is at home is not where it deals.
        """
        found = self._places.get(deal.id)
        return found if found is not None else self._find_places(deal)

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        return {deal.id: self._find_places(deal) for deal in self.resolution.deals}

    def _find_places(self, deal: Deal) -> tuple[str, ...]:
        ends = [deal.object, deal.subject]
        spots = [end for end in ends if end in self.entities and self.entities[end].type is not EntityType.COMPANY]
        if deal.relation is Relation.LOCATED_IN:
            spots = [deal.object]
        chains = [self.chain(spot) for spot in dict.fromkeys((*([deal.place] if deal.place else []), *spots))]
        narrow = [chain for chain in chains if chain]
        above = {place for chain in narrow for place in chain[1:]}
        return tuple(dict.fromkeys(chain[0] for chain in narrow if chain[0] not in above))

    def companies(self, deal: Deal) -> tuple[str, ...]:
        """The companies among the parties of a deal."""
        return tuple(party for party in dict.fromkeys((deal.subject, deal.object)) if self.is_company(party))

    def ties(self) -> Iterator[Deal]:
        """The deals that are dealings between two parties: not where something is or who heads it."""
        return (deal for deal in self.resolution.deals if deal.relation not in NO_TIES)

    def find(self, name: str, kinds: Iterable[EntityType] = ()) -> Entity:
        """The entity that a user calls `name`: by IRI, by preferred name, then by any name; the busiest of equals.

        Args:
            name: What the user typed.
            kinds: Only entities of these types, when given.

        Raises:
            AnalysisError: Nothing is called so.
        """
        allowed = frozenset(kinds)
        wanted = name.casefold().strip()
        pool = [entity for entity in self._busiest if not allowed or entity.type in allowed]
        for entity in pool:
            if wanted == entity.id.casefold() or wanted == entity.name.casefold():
                return entity
        for entity in pool:
            if wanted in (known.casefold() for known in entity.names):
                return entity
        known_names = sorted({known for entity in pool for known in (entity.name, *entity.names)})
        near = difflib.get_close_matches(name, known_names, n=3)
        hint = f" Did you mean {' or '.join(repr(one) for one in near)}?" if near else ""
        sort = " or ".join(sorted(kind.value for kind in allowed)) or "entity"
        raise AnalysisError(f"No {sort} of this graph is called {name!r}.{hint}")

    @cached_property
    def _busiest(self) -> tuple[Entity, ...]:
        counts = {identifier: len(deals) for identifier, deals in self.deals_of.items()}
        return tuple(sorted(self.resolution.entities, key=lambda e: (-counts.get(e.id, 0), e.name, e.id)))
