"""Names with a description in front: "Russian energy giant Rosneft", "Thailand's BAY", "Paris-based ICC"."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.names import is_chinese
from kg.resolve.words import is_place_word

_POSSESSOR = re.compile(r"^(?P<owner>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})['’]s?\s+(?=[A-Z])")
_BASED = re.compile(r"^(?:[A-Z][\w.]*[\s-])+based\s+(?=[A-Z])")
_KIND = (
    r"giants?|company|compan(?:y|ies)|firms?|group|makers?|carrier|airline|operators?|developers?|producers?|bank|"
    r"retailer|start-?up|unit|subsidiary|conglomerate|manufacturer|automaker|carmaker|chipmaker|supplier|regulator"
)
_DESCRIBED = re.compile(rf"^(?:(?:[A-Z][\w.-]*\s)?(?:[a-z][\w-]*\s(?:and\s|&\s)?)*?)?(?:{_KIND})\s+(?=[A-Z])")


@lru_cache(maxsize=50_000)
def undressed(name: str) -> str:
    """The name without what only describes its bearer; the name itself when nothing would be left.

    >>> undressed("Russian energy giant Rosneft"), undressed("McDonald's")
    ('Rosneft', "McDonald's")
    """
    if is_chinese(name):
        return name
    bare = _BASED.sub("", _DESCRIBED.sub("", name))
    owner = _POSSESSOR.match(bare)
    if owner and is_place_word(owner["owner"]):
        bare = bare[owner.end() :]
    return bare if len(bare) > 1 else name
