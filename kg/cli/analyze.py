"""`kg analyze`: what the network says that no article does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.choices import RelationName, check_known
from kg.model import Status

if TYPE_CHECKING:
    from kg.analytics.analysis import Analysis
    from kg.analytics.questions import Asked
    from kg.analytics.rates import Rates
    from kg.analytics.tables import Table

_FORMATS = ("table", "csv", "json", "markdown")
_LEVELS = ("country", "province", "city", "district")
_ENGINES = ("auto", "networkx", "rustworkx")
_BRIEF = 5


def _show_questions(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from kg.analytics.questions import QUESTIONS

    for name, question in QUESTIONS.items():
        click.echo(f"{name:14} {question.words}")
        if question.by:
            click.echo(f"{'':14} --by {', '.join(question.by)}{' (several)' if question.several else ''}")
    ctx.exit()


@click.command()
@click.argument("question", required=False)
@click.argument("names", nargs=-1)
@click.option("-g", "--graph", default="out", show_default=True, metavar="DIR", type=click.Path(path_type=Path),
              help="Folder of `kg build`.")  # fmt: skip
@click.option("--questions", is_flag=True, is_eager=True, expose_value=False, callback=_show_questions,
              help="List the questions, and what each takes as --by.")  # fmt: skip
@click.option("-f", "--format", "format_", default="table", show_default=True, type=click.Choice(_FORMATS))
@click.option("--report", metavar="FILE", type=click.Path(path_type=Path),
              help="Write a page with charts instead; it needs no network.")  # fmt: skip
@click.option("--by", multiple=True, metavar="WHAT", help="Rank or group by this; see --questions. May be repeated.")
@click.option("--level", type=click.Choice(_LEVELS), help="Take places at this level.")
@click.option("--top", type=click.IntRange(min=0), metavar="N", help="Rows; 0 for all.")
@click.option("--relation", "relations", multiple=True, type=RelationName(),
              help="Only these relations; may be repeated.")  # fmt: skip
@click.option("--status", "statuses", multiple=True, type=click.Choice([str(one) for one in Status]),
              help="Only these statuses; may be repeated.")  # fmt: skip
@click.option("--subject", "subjects", multiple=True, metavar="LABEL",
              help="Only this subject matter and narrower ones; may be repeated.")  # fmt: skip
@click.option("--place", "places", multiple=True, metavar="NAME", help="Only in this place or inside of it; "
              "may be repeated.")  # fmt: skip
@click.option("--since", metavar="DATE", help="Only from this date on (2019, 2019-10, 2019-10-11).")
@click.option("--until", metavar="DATE", help="Only up to the end of this date.")
@click.option("--min-confidence", default=0.0, metavar="P", type=click.FloatRange(0, 1), help="Only from this on.")
@click.option("--rates", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Exchange rates for `totals`: CSV with currency,rate or currency,year,rate.")  # fmt: skip
@click.option("--to", metavar="CODE", help="Convert to this currency: as the articles do, else by --rates.")
@click.option("--steps", default=5, show_default=True, type=click.IntRange(1, 8), help="Longest chain of `paths`.")
@click.option("--engine", default="auto", show_default=True, type=click.Choice(_ENGINES))
def command(
    question: str | None,
    names: tuple[str, ...],
    graph: Path,
    format_: str,
    report: Path | None,
    **wishes: Any,  # noqa: ANN401
) -> None:
    """Ask QUESTION of a graph, about the actors NAMES where it is about some; every question when none is given.

    \b
    kg analyze rivals Tencent Alibaba --place Hebei
    kg analyze totals --by investor --by year
    kg analyze paths Alibaba Songjiang
    kg analyze changes --since 2020 --until 2021
    kg analyze --report report.html

    Each table says what it means and what it does not; --format json has the ids of the facts behind every number.
    """  # noqa: D301 - \b keeps the lines apart in the help
    from kg.analytics.writing import write

    analysis, asked = _analysis(graph, question, wishes), _asked(question, names, wishes)
    if report is None:
        click.echo(write(_tables(analysis, question, asked), format_), nl=False)
        return
    from kg.analytics.report import render
    from kg.export.files import written

    tables = _tables(analysis, question, asked) if question else None
    with written(report) as file:
        file.write(render(analysis, tables).encode("utf-8"))
    click.echo(f"Wrote {report}.", err=True)


def _analysis(graph: Path, question: str | None, wishes: dict[str, Any]) -> Analysis:
    from kg.analytics.analysis import Analysis
    from kg.analytics.selection import Selection
    from kg.folder import load

    window = {} if question == "changes" else {"since": wishes["since"], "until": wishes["until"]}
    selection = Selection(
        relations=wishes["relations"],
        statuses=tuple(Status(one) for one in wishes["statuses"]),
        domains=wishes["subjects"],
        places=wishes["places"],
        confidence=wishes["min_confidence"],
        **window,
    )
    resolution = load(graph)
    check_known(selection.relations, resolution)
    return Analysis(resolution, selection, wishes["engine"])


def _asked(question: str | None, names: tuple[str, ...], wishes: dict[str, Any]) -> Asked:
    from kg.analytics.questions import Asked

    window = {"since": wishes["since"], "until": wishes["until"]} if question == "changes" else {}
    return Asked(
        names=names,
        by=wishes["by"],
        level=wishes["level"],
        rates=_rates(wishes["rates"], wishes["to"]),
        steps=wishes["steps"],
        top=wishes["top"],
        **window,
    )


def _rates(path: Path | None, target: str | None) -> Rates | None:
    from kg.analytics.rates import Rates, read_rates

    if path and not target:
        raise click.UsageError("--rates needs --to: the currency to convert to.")
    if path and target:
        return read_rates(path, target)
    return Rates(target.upper()) if target else None


def _tables(analysis: Analysis, question: str | None, asked: Asked) -> list[Table]:
    from kg.analytics.questions import GENERAL, QUESTIONS, Asked, ask

    if question:
        return [ask(analysis, question, asked)]
    if asked.by or asked.level or asked.rates:
        raise click.UsageError("--by, --level, --rates and --to belong to one question: name it.")
    top = _BRIEF if asked.top is None else asked.top
    return [ask(analysis, name, Asked(top=top if QUESTIONS[name].top else asked.top)) for name in GENERAL]
