"""`kg stats`: how much there is in a graph."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from kg.cli.graphs import graph_option, opened
from kg.store.statistics import Statistics, documents, statistics


@click.command()
@graph_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--documents", "names_only", is_flag=True, help="Only list the names of the documents.")
def command(graph: str, as_json: bool, names_only: bool) -> None:
    """Count what a graph holds: documents, entities, facts by relation and status, statements."""
    with opened(graph) as (store, _):
        if names_only:
            names = documents(store)
            click.echo(json.dumps(names, ensure_ascii=False) if as_json else "\n".join(names))
            return
        found = statistics(store)
    click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1) if as_json else "\n".join(_lines(found)))


def _lines(found: Statistics) -> Iterator[str]:
    yield f"{found.documents} documents, {sum(found.entities.values())} entities, {found.facts} facts with"
    yield f"{found.evidence} pieces of evidence ({found.conflicts} in conflict), {found.statements} statements"
    for title, counts in (("Entities", found.entities), ("Facts", found.relations), ("Status", found.statuses)):
        yield f"\n{title}"
        yield from (f"  {count:>7}  {name}" for name, count in counts.items())
