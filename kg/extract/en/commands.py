"""What a commissioner of police commands where "police" is all that he is named as being of."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.en.affiliation import LED, the_one
from kg.extract.en.lines import Line, slot
from kg.extract.en.nearby import Nearby
from kg.extract.en.offices import Office
from kg.extract.en.sentences import Filler, Sentences

_RANKS = frozenset({"deputy", "assistant"})
_COMMAND = re.compile(r"\bCommand$")


def command(sentences: Sentences, nearby: Nearby, line: Line, office: Office, end: int) -> tuple[Filler, ...]:
    """What a commissioner of police commands: a place behind him, else the only command of the article.

    Args:
        sentences: The document.
        nearby: What it means where it does not say.
        line: The line of the office.
        office: What he is.
        end: Item of the "of" in "commissioner of police".
    """
    if not _RANKS.isdisjoint(line.items[office.start : office.head]):
        return ()
    behind = "".join(f" {item}" for item in line.items[end:])
    if match := _commanded().match(behind):
        return the_one(sentences, match.group("g"), LED)
    number = nearby.only_named(_COMMAND, line.tokens[office.start])
    return () if number is None else the_one(sentences, str(number), LED)


@cache
def _commanded() -> re.Pattern[str]:
    return re.compile(rf" of{slot(LED)}(?: ,)?(?: (?:in charge of|in|for|of))?(?: the)?{slot(LED, 'g', '')}")
