"""The organization that an office belongs to where its line names none: what the article must mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.extract.en.affiliation import LED, lead_in, the_one
from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import places
from kg.extract.en.lines import Line, slot
from kg.extract.en.local_offices import local
from kg.extract.en.nearby import Nearby
from kg.extract.en.office_bodies import body_of
from kg.extract.en.office_fields import field_of, is_of_firm, names_nothing
from kg.extract.en.offices import Office, group_behind, words
from kg.extract.en.sentences import Filler, Sentences
from kg.model import EntityType

_WITH_SECRETARIES = frozenset({"United States", "United Kingdom", "Philippines", "Mexico", "Kenya"})
"""Countries whose ministers are called secretaries."""
_SAME_OFFICE = frozenset(
    {
        "prime",
        "minister",
        "and",
        "head",
        "of",
        "deputy",
        "vice",
        "chief",
        "state",
        "us",
        "u.s.",
        "lt.",
        "lieutenant",
        "first",
        "solicitor",
        "crown",
        "-",
        "islamist",
        "socialist",
        "incumbent",
        "serving",
    }
)
"""Words with which a president or governor is still that of the country or state."""
_PERSON = frozenset({EntityType.PERSON})
_OF_CABINET = (
    "attorney general",
    "national security adviser",
    "national security advisor",
    "vice president",
    "budget director",
    "chief of staff",
)
"""Offices that a head of government gives, besides those of ministers."""
_OTHER_OFFICE = frozenset(
    {"municipal", "provincial", "regional", "national", "military", "civilian", "honorary", "colonial"}
)
_OF_UNIVERSITIES = (
    ("vice", "-", "chancellor"),
    ("vice", "chancellor"),
    ("rector",),
    ("provost",),
    ("pro", "-", "chancellor"),
)
_UNIVERSITY = re.compile(r"\b(?:university|universidad|université|universität|university college)\b", re.IGNORECASE)
_MERE_MINISTER = frozenset({"the", "honourable", "honorable", "minister", "permanent", "secretary"})
"""Words of "the Honourable Minister", whose ministry is named elsewhere."""
_MINISTRY = re.compile(r"\bMinistry\b")
_STATE_GOVERNMENT = re.compile(r" State(?: Government)?$")
"""A Nigerian state, whose ministers are called commissioners."""
_PROSECUTION = re.compile(r" District Attorney\b")
_STATE = frozenset({"republic", "state", "country", "nation", "union", "government", "city", "province"})
_CHAIRS = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_OF_COUNCILS = frozenset({"cabinet member", "lead member", "executive member", "portfolio holder"})
_COUNCIL = re.compile(r"\bCouncil$")
_OF_FEDERATION = ("of", "the", "federation")
_FIRMS = frozenset({"company", "firm"})
_BODIES = frozenset(
    {
        "congress",
        "federation",
        "agency",
        "authority",
        "panel",
        "subcommittee",
        "township",
        "university",
        "council",
        "committee",
        "commission",
        "chamber",
        "college",
        "institute",
        "association",
    }
)
"""Nouns for what the article names by them: "the council leader" leads its only council."""


def implied(sentences: Sentences, nearby: Nearby, line: Line, office: Office, person: Filler) -> tuple[Filler, ...]:
    """The country, region, city, ministry or company that the article must mean."""
    owner = _owning_noun(line, office)
    if owner in _FIRMS:
        number = nearby.company(line.tokens[office.start], among=True)
    elif owner in _BODIES:
        at, form = line.tokens[office.start], _named_as(owner)
        number = nearby.only_named(form, at)
        number = nearby.last_named(form, at) if number is None else number
    elif _is_of_unknown(line, office):
        number = None
    elif _is_attorney_general(line, office):
        number = _of_justice(nearby, line, office)
    elif _kind(line, office) == "country" and nearby.is_known(person.entity):
        number = nearby.home_country(person.entity, line.tokens[office.start])
    elif _kind(line, office) == "country" and _is_alone(sentences, line, office):
        number = nearby.country_of_office(line.tokens[office.start], _lacking(line, office))
    else:
        number = _implied(sentences, nearby, line, office)
    if number is None and not nearby.is_known(person.entity):
        number = body_of(sentences, line, office)
    return () if number is None else the_one(sentences, str(number), LED)


def of_council(sentences: Sentences, nearby: Nearby, line: Line, office: Office) -> tuple[Filler, ...] | None:
    """The council of a "cabinet member for transport", whatever the words behind are; None for other offices."""
    if " ".join(line.items[office.head - 1 : office.head + 1]) not in _OF_COUNCILS:
        return None
    at = line.tokens[office.start]
    number = nearby.only_named(_COUNCIL, at)
    number = nearby.last_named(_COUNCIL, at) if number is None else number
    return () if number is None else the_one(sentences, str(number), LED)


def _owning_noun(line: Line, office: Office) -> str:
    """The noun without a name that owns an office: of "the company's chairman", "the university's rector"."""
    i = office.start - 1
    while i >= 0 and line.items[i] in words().before:
        i -= 1
    if i > 0 and line.items[i] == "'s":
        return line.items[i - 1]
    if line.items[office.end : office.end + 2] == ("of", "the") and (noun := line.items[office.end + 2]) in _BODIES:
        return noun
    return next((item for item in line.items[office.start : office.head] if item in _BODIES | _FIRMS), "")


@cache
def _named_as(noun: str) -> re.Pattern[str]:
    called = r"(?:panel|committee|subcommittee|commission|tribunal)" if noun == "panel" else noun
    return re.compile(rf"\b{called}\b", re.IGNORECASE)


def _is_attorney_general(line: Line, office: Office) -> bool:
    """Also the "Auditor-General of the Federation"."""
    named = [item for item in line.items[office.start : office.head + 1] if item not in ("-", "the", "us", "u.s.")]
    return named == ["attorney", "general"] or (
        named[-1:] == ["general"] and line.items[office.end : office.end + 3] == _OF_FEDERATION
    )


def _of_justice(nearby: Nearby, line: Line, office: Office) -> int | None:
    """The ministry of justice of an attorney general, or the federation that he is of."""
    at = line.tokens[office.start]
    if line.items[office.end : office.end + 3] in (_OF_FEDERATION, ("of", "the", "republic")):
        return nearby.country_of_office(at, frozenset())
    return nearby.ministry(frozenset({"justice"}), at) if line.items[office.end : office.end + 1] != ("of",) else None


def of_head(sentences: Sentences, line: Line, office: Office, heads: Mapping[int, Filler]) -> tuple[Filler, ...]:
    """The country of a minister whose president or prime minister stands before him.

    As in "Prime Minister Jan Kos and Defence Minister Jane Doe", "Kos's attorney general", "his finance minister".

    Args:
        sentences: The document.
        line: The line of the office.
        office: What the minister is.
        heads: Countries by the persons who head their governments.
    """
    name = " ".join(line.items[office.start : office.end])
    if _kind(line, office) != "ministry" and not name.endswith(_OF_CABINET):
        return ()
    before = "".join(f" {item}" for item in line.items[: office.start])
    match = _owner().search(before) or _colleague().search(before)
    if match is None:
        return ()
    owner = sentences.annotation.spans[int(match.group("p"))].entities[0]
    return (heads[owner],) if owner in heads else ()


@cache
def _owner() -> re.Pattern[str]:
    return re.compile(rf"{slot(_PERSON, 'p', 'n')} 's{lead_in()}$")


@cache
def _colleague() -> re.Pattern[str]:
    heads = r" (?:president|prime minister|premier|chancellor|pm)"
    return re.compile(rf"{heads}(?: sir)?{slot(_PERSON, 'p', '')}(?: ,)? and{lead_in()}$")


def _implied(sentences: Sentences, nearby: Nearby, line: Line, office: Office) -> int | None:
    kind, at = _kind(line, office), line.tokens[office.start]
    if kind in ("region", "city"):
        bank = nearby.central_bank(at) if line.items[office.start : office.end] == ("governor",) else None
        place = nearby.find(kind, at) if bank is None and _is_alone(sentences, line, office) else None
        return place if bank is None else bank
    if kind == "ministry":
        return _ministry(sentences, nearby, line, office)
    place = local(nearby, line, office) if names_nothing(sentences, line, office) else None
    if place is not None or kind == "local":
        return place
    if kind == "company" or office.of_business or is_of_firm(line, office):
        return _company(sentences, nearby, line, office)
    if line.items[office.start : office.end] == ("district", "attorney"):
        prosecution = nearby.only_named(_PROSECUTION, at)
        return nearby.county(at) if prosecution is None else prosecution
    if line.items[office.start : office.end] in _OF_UNIVERSITIES:
        return nearby.only_named(_UNIVERSITY, at) if names_nothing(sentences, line, office) else None
    if line.items[office.head] != "commissioner":
        return None
    behind = (*line.items[office.end : office.end + 2], "", "")
    of_field = behind[0] == "for" and not behind[1].startswith("⟨")
    found = nearby.commission(at)
    if found is None and ":P" in behind[0] and set(line.items[office.start : office.head]) <= {"county"}:
        return nearby.county(at)
    return nearby.only_named(_STATE_GOVERNMENT, at) if found is None and of_field else found


def department(nearby: Nearby, line: Line, office: Office) -> int | None:
    """The department that the article names for a country's secretary: "U.S. Treasury Secretary Jane Doe"."""
    if _kind(line, office) != "ministry" or line.items[office.head] != "secretary":
        return None
    field = field_of(line, office)
    return nearby.ministry(field, line.tokens[office.start]) if field else None


def _ministry(sentences: Sentences, nearby: Nearby, line: Line, office: Office) -> int | None:
    """The ministry of a minister's field, the only one for "the Honourable Minister", else the country."""
    at = line.tokens[office.start]
    named = set(line.items[max(0, office.start - 1) : office.end])
    of_field = line.items[office.end : office.end + 1] in (("of",), ("for",))
    if named <= _MERE_MINISTER and not named <= {"minister", "secretary"} and not of_field:
        return nearby.only_named(_MINISTRY, at) if names_nothing(sentences, line, office) else None
    field = field_of(line, office)
    if "state" in line.items[office.start : office.head] and line.items[office.end : office.end + 1] == ("of",):
        return nearby.find("region", at)  # "state secretary of economy"
    found = nearby.ministry(field, at) if field else None
    if field and found is None:
        has_secretaries = line.items[office.head] == "secretary"
        found = nearby.only_country(_WITH_SECRETARIES) if has_secretaries else None
        found = nearby.country_of_office(at, frozenset()) if found is None else found
    return found


def _company(sentences: Sentences, nearby: Nearby, line: Line, office: Office) -> int | None:
    """The company that the article means, or the board whose chairman speaks."""
    at = line.tokens[office.start]
    if _is_anothers(sentences, line, office) or _is_elsewhere(sentences, line, office):
        return None
    before_name = ":P" in "".join(line.items[office.end : office.end + 1])
    of_something = line.items[office.end : office.end + 1] == ("of",)
    if line.items[office.head] in _CHAIRS and not of_something and (body := nearby.board(at)) is not None:
        return body
    if office.end - office.start == 1 and line.items[office.head] == "chair":
        return None
    return nearby.company(at, among=before_name) if names_nothing(sentences, line, office) else None


def _is_anothers(sentences: Sentences, line: Line, office: Office) -> bool:
    """Whether a person or an unknown name owns an office: "Hill's staff manager", "PGX Operations Director"."""
    i = office.start - 1
    while i >= 0 and line.items[i] in words().before:
        i -= 1
    i -= line.items[i : i + 1] == ("'s",)
    if i >= 0 and ":P" in line.items[i]:
        return i + 1 < office.start or sentences.doc[line.tokens[i]].tag_ == "PRP$"
    first, head = (sentences.doc[line.tokens[k]] for k in (office.start, office.head))
    known = first.lower_ in words().modifiers | words().business or office.start == office.head
    if known or not first.text[0].isupper():
        return False
    acronym = first.text.isupper() and len(first) > 2
    return acronym or is_invented(first.text, first.doc.vocab) or (head.text.islower() and first.sent.start != first.i)


def _is_of_unknown(line: Line, office: Office) -> bool:
    """Whether what owns an office is nothing that is known: "the club's vice president"."""
    i = office.start - 1
    while i >= 0 and line.items[i] in words().before:
        i -= 1
    owned = i > 0 and line.items[i] == "'s"
    return owned and not line.items[i - 1].startswith("⟨") and line.items[i - 1] not in _STATE


def _is_elsewhere(sentences: Sentences, line: Line, office: Office) -> bool:
    """Whether words around an office say that it is not the article's company's own.

    As in "Halifax chief executive", "committee chairman", "CEO of flydubai" and "CEO, Orbico Life for India".
    """
    items, i = line.items, office.start - 1
    while i >= 0 and items[i] in words().before and items[i] != "-":
        i -= 1
    marks = items[i].partition(":")[2] if i >= 0 else ""
    at_place = "L" in marks and "d" not in marks and office.of_business  # "the business's UK operations chief"
    if i >= 0 and items[i].startswith("⟨") and ":P" not in items[i] and not at_place:
        return True
    grown = items[office.start : office.head] if items[office.head] != "officer" else ()
    if not set(grown) <= _words_of_offices():
        return True
    behind = (*items[office.end : office.end + 2], "", "")
    if behind[0] == "of":
        word = sentences.doc[line.tokens[office.end + 1]] if behind[1] else None
        return word is not None and is_invented(word.text, word.doc.vocab)
    return group_behind(items, office.end)


@cache
def _words_of_offices() -> frozenset[str]:
    known = words()
    heads = {word for head in known.kind_of for word in head.replace("-", " ").split()}
    return (known.modifiers | known.business | heads | {"and", "&", ",", "-", "/"}) - known.foreign


def _kind(line: Line, office: Office) -> str:
    if line.items[office.head : office.head + 3] == ("secretary", "of", "state"):
        return "country"
    named = [item for item in line.items[office.start : office.head + 1] if item != "-"]
    if named[-2:] == ["vice", "president"]:
        ranked = {"senior", "executive", "group"} & set(line.items[office.start : office.head])
        return "company" if ranked or line.items[office.end : office.end + 1] in (("of",), ("for",)) else "country"
    kinds = [kind for kind in office.kinds if kind != "none"]
    return "company" if "company" in kinds else kinds[0]


def _lacking(line: Line, office: Office) -> frozenset[str]:
    """Codes of the countries that do not have an office."""
    name = " ".join(line.items[office.start : office.end])
    if line.items[office.head] in words().only:
        return frozenset(places().codes.values()) - words().only[line.items[office.head]]
    return next((codes for head, codes in words().without.items() if name.endswith(head)), frozenset())


def _is_alone(sentences: Sentences, line: Line, office: Office) -> bool:
    """Whether no word makes it another office than that of the country, state or city ("board president")."""
    if line.items[max(0, office.start - 1)] in ("its", "their"):
        return False  # some company's
    if line.items[max(0, office.start - 1)] == "as" and sentences.doc[line.tokens[office.head]].text.islower():
        return False  # "When not serving as president, Hill …"
    of_nothing = line.items[office.end : office.end + 1] != ("of",) or _of_state(line, office)
    alone = all(_says_nothing(sentences, line, i) for i in range(office.start, office.head))
    return alone and of_nothing and len(set(office.kinds)) == 1


def _says_nothing(sentences: Sentences, line: Line, i: int) -> bool:
    """A word with which an office is still the same: the "unpopular" of "unpopular Republican Governor Jane Doe"."""
    item, word = line.items[i], sentences.doc[line.tokens[i]]
    praise = word.tag_ == "JJ" and word.text.islower() and item not in _OTHER_OFFICE
    return praise or item in _SAME_OFFICE | words().plain


def _of_state(line: Line, office: Office) -> bool:
    """As in "the President of the Republic"."""
    first, second = (*line.items[office.end + 1 : office.end + 3], "", "")[:2]
    return (second if first == "the" else first) in _STATE
