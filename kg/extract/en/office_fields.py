"""What an office is in charge of, by the words behind it: "of manufacturing", "of Global Sales"."""

from __future__ import annotations

from kg.extract.en.chains import MAX_CHAIN, PREPOSITIONS
from kg.extract.en.lines import Line
from kg.extract.en.offices import Office
from kg.extract.en.sentences import Sentences
from kg.extract.rules import word_group

_OF_FIRMS = frozenset({"head", "director", "manager"})
_OF_BOARD = ("of", "the", "board")
_TO_WHOSE = 7
"""How far behind an office its board's company may stand: "of the board of directors of the"."""
_JOINTS = frozenset({"and", "&"})
_STOPS = frozenset({",", ".", ";", ":", "-", "–", "(", ")", "said", "says", "who"})
_NO_FIELD = frozenset(
    {"minister", "secretary", "deputy", "vice", "prime", "of", "for", "and", "the", "state", "general"}
)


def names_nothing(sentences: Sentences, line: Line, office: Office) -> bool:
    """Whether no organization is named behind an office, only a field ("vice president of manufacturing")."""
    behind = line.items[office.end : office.end + 3]
    if not set(behind[:1]) & PREPOSITIONS:
        return True
    if _is_of_function(line, office) or _is_of_board(line, office):
        return True
    field = sentences.doc[line.tokens[office.end + 1]] if len(behind) > 2 else None
    return (
        field is not None
        and field.text.islower()
        and field.tag_ in ("NN", "NNS", "VBG")
        and behind[2].startswith(("⟨", "and", ","))
    )


def _is_of_board(line: Line, office: Office) -> bool:
    """As in "chairman of the board", not "chairman of the board of Orbico"."""
    items = line.items[office.end : office.end + _TO_WHOSE]
    return items[: len(_OF_BOARD)] == _OF_BOARD and not any(item.startswith("⟨") for item in items)


def is_of_firm(line: Line, office: Office) -> bool:
    """As in "Head of Product", whom a company has."""
    return line.items[office.head] in _OF_FIRMS and _is_of_function(line, office)


def _is_of_function(line: Line, office: Office) -> bool:
    """As in "Vice President of Global Sales", "Head of Product and Engineering": what a company has somebody for."""
    known, i = word_group("en/titles.yaml", "functions"), office.end + 1
    while i < len(line.items) and line.items[i] in known:
        i += 1
    fields = line.items[office.end + 1 : i]
    return bool(fields) and fields[-1] not in _JOINTS and (i == len(line.items) or line.items[i] in _STOPS)


def field_of(line: Line, office: Office) -> frozenset[str]:
    """A minister's field: "communications" of "communications minister" and of "minister of communications"."""
    found = [*line.items[office.start : office.end]]
    for item in line.items[office.end : office.end + MAX_CHAIN]:
        if item in (",", "who") or item.startswith("⟨"):
            break
        found.append(item)
    return frozenset(found) - _NO_FIELD
