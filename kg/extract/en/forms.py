"""The type that a name's own words show: "Ministry of …", "… Ltd", "… Expo", "… County"."""

from __future__ import annotations

from kg.extract.en.cuts import CHARITIES
from kg.extract.en.lexicon import is_works_name, word_set
from kg.extract.en.text_marks import Marks
from kg.model import EntityType as T

PORTFOLIO_HEADS = frozenset({"ministry", "department", "bureau"})
LEADING_HEADS = word_set(
    """city state province county district town port municipality region island village commonwealth commune
    sultanate emirate kingdom republic principality"""
)
_FORMS_IN_FRONT = frozenset({"PT", "OOO", "PAO", "OAO"})
"""Legal forms that stand before the name."""
_OFFICES = frozenset({"laboratory", "institute", "service", "agency", "office"})
_PUBLIC_OWNERS = word_set(
    """fraud patent cartel tax audit federal army navy naval force forces geological revenue intelligence budget foreign
    affairs cabinet home statistics statistical commonwealth meteorological"""
)
_PUBLIC_FIELDS = frozenset({"economic", "industrial", "infrastructure", "state"})
_LOCAL = frozenset({"county", "city", "town", "township", "parish", "borough"})
_BOARDS = frozenset({"commissioners", "supervisors", "education", "aldermen", "councillors", "selectmen"})
_BOARD_FIELDS = word_set(
    """review planning development electricity water power housing tourism tourist health food port ports marketing
    licensing
    gaming regulatory safety transport transportation roads highways railway zoning school pollution utilities energy
    trade grid irrigation sanitation utility media broadcasting control revenue
    examinations heritage conservation parole county village township borough appeals adjustment
    commissioners complaints"""
)
_BOARD_DUTIES = word_set(
    """appeals investment health elections education assessment equalization regents pharmacy public zoning adjustment
    supervisors commissioners selectmen aldermen examiners water review"""
)
"""What public boards are of, behind the name of their place: "Lindby Board of Health"."""
_OWNERS_BOARDS = frozenset({"directors", "trustees", "governors", "management", "regents"})
_POLICE_BODIES = word_set("command team unit department force service division squad task")
_FOREIGN_BODIES = word_set(
    """superintendencia comisión comision ministerio ministério ministère ministere autoridad prefeitura alcaldía
    secretaría secretaria agencia agência gobierno governo dirección kementerian otoritas badan majlis bangko mairie
    préfecture autorité autorità ministero regione comune stadt landkreis rijkswaterstaat"""
)
_FOREIGN_TAILS = word_set("akimat akimats palike nigam panchayat parishad hromada rada sejm voivodeship")
"""Words of other languages that the names of public bodies begin or end with."""
_TRIBES = word_set("tribe tribes")
_PEOPLES = word_set(
    """first cree navajo cherokee choctaw chickasaw muscogee osage seminole oneida mohawk seneca lakota sioux apache
    yakama haida squamish métis metis dene dakota ojibwe ojibway potawatomi shoshone ho-chunk blackfeet hopi comanche
    indigenous tribal aboriginal"""
)
"""What stands before "Nation" in the name of a people with a government of its own."""
_COMMANDS = word_set("systems materiel sustainment contracting forces combatant logistics training police")
_DISTRICT_SERVICES = word_set("water power school utility irrigation sanitation sewer transit utilities drainage")
"""What "Lindby Water District" does: it is no place."""
_HOUSES = frozenset({"representatives", "commons", "lords", "delegates", "assembly"})
_BANK_AREAS = word_set("asian african caribbean islamic european inter-american nordic eurasian eastern western")
CENTER_KINDS = word_set(
    """correctional sports convention detention shopping medical conference justice exhibition visitor community
    research cultural aquatic leisure"""
)
"""Centres that are places to go to, not organizations."""
_FORCES = frozenset({"force", "forces", "guard", "corps"})
_DIRECTIONS = word_set("north south east west northern southern eastern western central greater upper lower")
_CHAMBERS = frozenset({"house", "senate", "parliamentary", "congressional"})
_RULERS = frozenset({"king", "queen", "prince", "princess", "sultan", "sheikh"})
_LONGEST_ACRONYM = 6
_RESIDENCES = frozenset({"villa", "palazzo", "palace", "castle", "chateau", "hotel"})
_BIG_CITY = 100_000
_PUBLIC_SERVICES = word_set(
    """secret customs protective weather forest park parks marshals fire rescue ambulance intelligence tax immigration
    prison prosecution border correctional protection wildlife probation passport meteorological"""
)
_POLICE_UNITS = word_set("unit squad team bureau section")
_CRIMES = word_set("homicide narcotics gang robbery fraud trafficking burglary crimes warrants")
_PARTS_OF_STATES = frozenset({"office", "division"})
_BANKS_IN_TRADE = word_set("america scotland ireland china india georgia cyprus singapore taiwan africa")
"""What banks without a task of the state are called after: the Bank of Scotland, of China."""
_FORCE_KINDS = frozenset(
    {"air", "space", "armed", "defence", "defense", "police", "coast", "national", "marine", "border"}
)


class Forms:
    """Reads types off names."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def of(self, start: int, end: int) -> T | None:
        """The type that the words of a name show."""
        words, lex = self.marks.sheet.lower[start:end], self.marks.lexicon
        last = words[-1]
        if len(words) < 2 or self.marks.key(start, end) in self.marks.places.country_of:
            return None
        if last in lex["person_suffixes"] and not last.startswith("i"):
            return T.PERSON
        if len(words) > 2 and len(last) > 2 and all(len(word.rstrip(".")) == 1 for word in words[:-1]):
            return T.PERSON if last not in lex["company_suffixes"] else T.COMPANY
        if self.marks.sheet.text[start] in _FORMS_IN_FRONT:
            return T.COMPANY
        if words[-3:] == ["a", "/", "s"] or words[-3:-1] == ["(", "persero"]:
            return T.COMPANY
        if last in lex["company_forms"]:
            return self._development_body(words) or T.COMPANY
        heads = {w for j, w in enumerate(words) if j == len(words) - 1 or words[j + 1] in ("of", "for", "on", "in")}
        heads |= self._before_place(words)
        if words[:2] == ["council", "on"]:
            return T.ORGANIZATION
        return T.GOVERNMENT if self._is_public(words, heads) else self._soft_form(words, heads)

    def _before_place(self, words: list[str]) -> set[str]:
        """The "college" of "Imperial College London", the "council" of "Arts Council England"."""
        table = self.marks.places
        for size in (1, 2):
            place = " ".join(words[-size:])
            if len(words) > size + 1 and (place in table.countries or table.population.get(place, 0) > _BIG_CITY):
                return {words[-size - 1]}
        return set()

    def _is_public(self, words: list[str], heads: set[str]) -> bool:
        """Ministries, courts, boards of commissioners, forces, and what these own."""
        first, last = words[0], words[-1]
        if self._is_central_bank(words) or words[-2:] == ["city", "hall"] or "directorate" in words or first == "nhs":
            return True
        if (words[-1] == "committee" and "people" in words) or words[-3:] == ["corps", "of", "engineers"]:
            return True
        if "committee" in heads and not _CHAMBERS.isdisjoint(words):
            return True
        if (first in PORTFOLIO_HEADS and words[1] in ("of", "for")) or heads & self.marks.lexicon["government_heads"]:
            return True
        if self._is_foreign_or_local(words) or (first == "office" and words[1] in ("of", "for")):
            return True
        if last in _OFFICES and (not _PUBLIC_OWNERS.isdisjoint(words) or (last == "office" and "'s" in words)):
            return True
        if self._is_board(words) or self._is_service_or_unit(words) or self._is_office_of(words, heads):
            return True
        if self._is_chamber(words) or ("police" in words and last in _POLICE_BODIES) or last == "patrol":
            return True
        if last in ("trust", "trusts") and "nhs" in words:
            return True
        if words[-2:] in (["inspection", "service"], ["postal", "service"], ["labor", "office"], ["federal", "police"]):
            return True
        if last in _BOARDS - {"education"} and not _LOCAL.isdisjoint(words):
            return True  # "Lindal County Commissioners"
        return (last in _BOARDS and "board" in words) or (last in _FORCES and not _FORCE_KINDS.isdisjoint(words))

    def _is_board(self, words: list[str]) -> bool:
        """As in "Kenya Tourism Board", "Board of Pharmacy", not "Board of Directors"."""
        if words[-1] == "board" and words[-2] in _BOARD_FIELDS | {"authority", "investment", "relations", "stability"}:
            return True
        k = words.index("board") if "board" in words else len(words)
        duty = words[k + 2] if words[k + 1 : k + 2] == ["of"] and words[k + 2 :] else "directors"
        if words[k + 1 : k + 2] == ["for"] or duty in _BOARD_DUTIES or (k == 0 and duty not in _OWNERS_BOARDS):
            return True
        return " ".join(words).startswith("securities and exchange board of ")

    def _is_service_or_unit(self, words: list[str]) -> bool:
        """As in "Lindal Secret Service", "Geological Survey of Kenya", "Homicide Unit", "Lindal Medical Board"."""
        last = words[-1]
        if last in ("service", "services") and words[-2] in _PUBLIC_SERVICES:
            return last == "service" or len(words) > 2
        if last in _POLICE_UNITS and not _CRIMES.isdisjoint(words[:-1]):
            return True
        if "survey" in words and words[words.index("survey") - 1] == "geological":
            return True
        if last == "military" or (last == "command" and words[-2] in _COMMANDS):
            return True
        return words[-2:] == ["security", "investigations"] or ("armed" in words and "forces" in words)

    def _is_office_of(self, words: list[str], heads: set[str]) -> bool:
        """As in "Kenya Office of Traffic Safety", "Alaska Division of Oil and Gas": a place's office."""
        if heads.isdisjoint(_PARTS_OF_STATES) or words[-1] in _PARTS_OF_STATES:
            return False
        place = any(" ".join(words[:size]) in self.marks.places.country_of for size in (1, 2))
        return place or " ".join(words[:2]) == "white house" or words[:2] == ["state", "of"]

    def _is_foreign_or_local(self, words: list[str]) -> bool:
        """As in "Superintendencia Nacional de Salud", "Lindby Water District", "Antimonopoly Committee"."""
        district = words[-1] == "district" and words[-2] in _DISTRICT_SERVICES
        foreign = words[0] in _FOREIGN_BODIES or words[-1] in _FOREIGN_TAILS
        if words[:2] == ["transport", "for"] or self._is_national(words):
            return True
        schools = words[-2:] == ["public", "schools"] or words[:3] == ["municipal", "corporation", "of"]
        return foreign or district or schools or "antimonopoly" in words or self._is_people(words)

    def _is_national(self, words: list[str]) -> bool:
        """As in "Ohio EPA": the known letters of a body behind a place."""
        known = self.marks.known.get(words[-1])
        public = known is not None and known.type is T.GOVERNMENT and len(words[-1]) < _LONGEST_ACRONYM
        return public and " ".join(words[:-1]) in self.marks.places.country_of

    def _is_people(self, words: list[str]) -> bool:
        """As in "Lindal Cree Nation", "Orton River Tribe", "Band of Lindal Indians"."""
        last = words[-1]
        if last in ("nation", "nations") and words[-2] in _PEOPLES:
            return True
        return last in _TRIBES or words[-2:] == ["tribal", "council"] or (last == "indians" and "of" in words)

    def _is_chamber(self, words: list[str]) -> bool:
        """As in "U.S. House", "House of Representatives"."""
        if words[-1] == "house" and len(words) == 2:
            return words[0] in self.marks.places.countries and not words[0].isalpha()
        return "house" in words and words[-2] == "of" and words[-1] in _HOUSES

    def _is_central_bank(self, words: list[str]) -> bool:
        """As in "Bank of Ghana", "Reserve Bank of India", "Central Bank of Kenya"."""
        if "bank" not in words:
            return False
        if words[:2] == ["bank", "of"]:
            return " ".join(words[2:]) in self.marks.places.countries and words[2] not in _BANKS_IN_TRADE
        return not {"central", "reserve", "people's"}.isdisjoint(words[: words.index("bank")])

    def _soft_form(self, words: list[str], heads: set[str]) -> T | None:
        """Types that the words suggest but the article may correct."""
        lex = self.marks.lexicon
        first, last = words[0], words[-1]
        if heads & (lex["event_heads"] - {"dialogue"}):
            return T.EVENT
        if first in _RULERS and not CHARITIES.isdisjoint(words[2:]):
            return T.ORGANIZATION
        if (
            first == "port"
            or first in _RESIDENCES
            or (first in _RULERS and not lex["facility_heads_strong"].isdisjoint(words))
            or last == "works"
            or is_works_name(words)
            or (last.isdigit() and words[-2] in lex["facility_heads_named"])
        ):
            return T.FACILITY
        if last in ("center", "centre") and words[-2] in CENTER_KINDS:
            return T.FACILITY
        if words[-2:] == ["task", "force"] or (heads & {"center", "centre"} and "for" in words):
            return T.ORGANIZATION
        if words[-2:] == ["development", "bank"] and not _BANK_AREAS.isdisjoint("-".join(words[:-2]).split("-")):
            return T.ORGANIZATION
        if (heads - {last}) & lex["organization_heads"]:  # "University of Cape Town"
            return T.ORGANIZATION
        if (first in LEADING_HEADS and words[1] == "of") or last in lex["place_heads"] or self._is_part(words):
            return T.PLACE
        if heads & lex["organization_heads"] or ("city" in heads and "for" in words):
            return T.ORGANIZATION
        railway = last in ("railway", "railways") and " ".join(words[:-1]) in self.marks.places.countries
        if railway or last in lex["company_suffixes"] or first in lex["company_openers"]:
            return T.COMPANY
        if "national" in words and last in ("centre", "center"):
            return T.GOVERNMENT
        return T.FACILITY if last in lex["facility_heads_named"] else None

    def _is_part(self, words: list[str]) -> bool:
        """As in "South Yorkshire", "London Borough of Lindby"."""
        part = words[0] in _DIRECTIONS and " ".join(words[1:]) in self.marks.places.country_of
        return part or ("borough" in words and "of" in words)

    def _development_body(self, words: list[str]) -> T | None:
        """As in "Wisconsin Economic Development Corp.", "Lindby Municipal Corporation": public."""
        if words[-2] == "municipal":
            return T.GOVERNMENT
        public = "development" in words and not _PUBLIC_FIELDS.isdisjoint(words)
        placed = any(" ".join(words[:size]) in self.marks.places.country_of for size in (1, 2))
        return T.GOVERNMENT if public and placed else None
