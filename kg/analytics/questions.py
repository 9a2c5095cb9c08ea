"""All questions by name, for the command line and the report: what each takes and which function answers it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kg.analytics import centrality, concentration, structure
from kg.analytics.analysis import Analysis
from kg.analytics.changes import changes
from kg.analytics.dimensions import DIMENSIONS, Grouping
from kg.analytics.firsts import first_movers
from kg.analytics.matrix import crossed, grouped
from kg.analytics.paths import paths
from kg.analytics.prediction import gaps
from kg.analytics.rates import Rates
from kg.analytics.rivals import rivalries, rivals
from kg.analytics.selection import LEVELS, Selection, check_date
from kg.analytics.tables import Table
from kg.analytics.timeline import PERIODS, timeline
from kg.analytics.totals import totals
from kg.errors import AnalysisError

STEPS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asked for besides the question's name.

    Attributes:
        names: Actors, where the question is about some.
        by: How to rank, group or count; what there is depends on the question.
        level: At which level to take places; the question's own when not given.
        since: Start of the window of "changes"; so `until` its end.
        rates: For "totals".
        steps: Longest chain of "paths".
        top: Rows; None for the question's own number, 0 for all.
    """

    names: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    level: str | None = None
    since: str | None = None
    until: str | None = None
    rates: Rates | None = None
    steps: int = STEPS
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: in words, which names and groupings it takes, who answers it.

    Attributes:
        words: For people.
        answer: From an analysis and what was asked, with the number of rows filled in.
        names: Fewest and most actors to name.
        by: What can be given as `by`; empty for nothing.
        several: Whether several can be.
        top: Rows when the user does not say.
    """

    words: str
    answer: Callable[[Analysis, Asked, int], Table]
    names: tuple[int, int] = (0, 0)
    by: tuple[str, ...] = ()
    several: bool = False
    top: int = 20


def ask(analysis: Analysis, name: str, asked: Asked | None = None) -> Table:
    """Answer a question of `QUESTIONS`.

    Raises:
        AnalysisError: There is no such question, or it does not take what was given.
    """
    asked = asked or Asked()
    if name not in QUESTIONS:
        raise AnalysisError(f"There is no question {name!r}: choose one of {', '.join(QUESTIONS)}.")
    question = QUESTIONS[name]
    _check(name, question, asked)
    table = question.answer(analysis, asked, question.top if asked.top is None else asked.top)
    plain = not replace(analysis.selection, places=()).restricts
    return replace(table, command=command(name, asked, analysis.selection), sparql=table.sparql if plain else "")


def command(name: str, asked: Asked, selection: Selection) -> str:
    """The command line that asks the same again."""
    words = ["kg", "analyze", name, *asked.names]
    words += [f"--by={value}" for value in asked.by]
    words += [f"--level={asked.level}"] if asked.level else []
    words += ["--rates=FILE", f"--to={asked.rates.target}"] if asked.rates else []
    words += [f"--since={asked.since or selection.since}"] if asked.since or selection.since else []
    words += [f"--until={asked.until or selection.until}"] if asked.until or selection.until else []
    words += [f"--steps={asked.steps}"] if asked.steps != STEPS else []
    words += [f"--top={asked.top}"] if asked.top is not None else []
    words += [f"--relation={relation}" for relation in selection.relations]
    words += [f"--status={status}" for status in selection.statuses]
    words += [f"--subject={domain}" for domain in selection.domains]
    words += [f"--place={place}" for place in selection.places]
    words += [f"--min-confidence={selection.confidence:g}"] if selection.confidence else []
    return shlex.join(words)


def _check(name: str, question: Question, asked: Asked) -> None:
    fewest, most = question.names
    if not fewest <= len(asked.names) <= most:
        wanted = f"{fewest} to {most} names" if fewest != most else f"{most} names" if most else "no name"
        raise AnalysisError(f"The question {name!r} takes {wanted}, and {len(asked.names)} are given.")
    unknown = [value for value in asked.by if value not in question.by]
    if unknown:
        choice = f"choose from {', '.join(question.by)}" if question.by else "leave --by out"
        raise AnalysisError(f"The question {name!r} knows no --by {unknown[0]!r}: {choice}.")
    if len(asked.by) > 1 and not question.several:
        raise AnalysisError(f"The question {name!r} takes one --by, and {len(asked.by)} are given.")
    if asked.level is not None and asked.level not in LEVELS:
        raise AnalysisError(f"There is no level {asked.level!r}: choose one of {', '.join(LEVELS)}.")


def _one(asked: Asked, default: str) -> str:
    return asked.by[0] if asked.by else default


def _grouping(asked: Asked, default: tuple[str, ...], level: str) -> Grouping:
    return Grouping(asked.by or default, asked.level or level)


def _rivals(analysis: Analysis, asked: Asked, top: int) -> Table:
    if len(asked.names) == 2:
        return rivals(analysis, *asked.names, top=top)
    return rivalries(analysis, asked.names[0] if asked.names else None, asked.level or "province", top)


def _matrix(analysis: Analysis, asked: Asked, top: int) -> Table:
    grouping = _grouping(asked, ("company", "subject", "place"), "district")
    return crossed(analysis, grouping, top) if len(grouping.dimensions) == 2 else grouped(analysis, grouping, top)


def _changes(analysis: Analysis, asked: Asked, top: int) -> Table:
    if not asked.since or not asked.until:
        raise AnalysisError("The question 'changes' needs --since and --until.")
    check_date(asked.since)
    check_date(asked.until)
    return changes(analysis, asked.since, asked.until, top)


QUESTIONS: Mapping[str, Question] = {
    "overview": Question("How large is the network, and how does it hang together?",
                         lambda a, _, top: structure.overview(a, top), top=0),
    "actors": Question("Who is central?", lambda a, q, top: centrality.actors(a, _one(q, "partners"), top),
                       by=centrality.RANKINGS),
    "brokers": Question("Who stands between others?", lambda a, _, top: centrality.brokers(a, top)),
    "communities": Question("Which groups deal among themselves?", lambda a, _, top: structure.communities(a, top)),
    "mixing": Question("Which types of actors deal with which?", lambda a, _, top: structure.mixing(a, top), top=0),
    "mutual": Question("Which companies deal with each other in both directions?",
                       lambda a, _, top: structure.mutual(a, top)),
    "concentration": Question("Who depends on few partners?",
                              lambda a, q, top: concentration.concentration(a, _one(q, "government"), top),
                              by=tuple(concentration.SIDES)),
    "rivals": Question("Who meets whom where about what? With two names: what do both do, what only one?", _rivals,
                       names=(0, 2)),
    "matrix": Question("Who works with whom on what, and where?", _matrix, by=DIMENSIONS, several=True),
    "totals": Question("How much money, by whom, in which currency and status?",
                       lambda a, q, top: totals(a, _grouping(q, ("investor",), "district"), q.rates, top),
                       by=DIMENSIONS, several=True),
    "timeline": Question("When?", lambda a, q, top: timeline(a, _one(q, "year"), top), by=PERIODS, top=0),
    "firsts": Question("Who moved first?",
                       lambda a, q, top: first_movers(a, _grouping(q, ("place", "subject"), "province"), top),
                       by=tuple(name for name in DIMENSIONS if name not in ("company", "investor")), several=True),
    "changes": Question("What changed between two dates?", _changes, top=0),
    "paths": Question("How are two actors connected?", lambda a, q, _: paths(a, q.names[0], q.names[1], length=q.steps),
                      names=(2, 2)),
    "gaps": Question("Where is an actor not, although actors like it are?",
                     lambda a, q, top: gaps(a, q.names[0] if q.names else None, q.level or "province", top),
                     names=(0, 1)),
}  # fmt: skip
GENERAL = tuple(name for name in QUESTIONS if name not in ("changes", "paths"))
"""The questions that need neither names nor dates: what `kg analyze` asks when no question is given."""
