"""Names with a description in front: "Russian energy giant Rosneft", "Thailand's BAY", "Paris-based ICC"."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.names import is_chinese

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
    if owner and _is_place(owner["owner"]):
        bare = bare[owner.end() :]
    return bare if len(bare) > 1 else name


def _is_place(name: str) -> bool:
    from kg.resolve.atlas import load  # imported late: most names have no possessor

    return any(prior >= 5.0 for _, prior in load().find(name)[:1])
