"""`kg explain`: how a fact was found."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("fact")
@click.option(
    "-g", "--graph", default="out", show_default=True, type=click.Path(path_type=Path), help="Folder of kg build."
)
def command(fact: str, graph: Path) -> None:
    """Show how FACT was found: its words in the article, the rule, every step, and other readings of the same deal.

    FACT is an id of facts.jsonl (or the beginning of one), or the IRI of a fact of the graph (or the end of one).
    """
    from kg.folder.explain import explain

    for line in explain(graph, fact):
        click.echo(line)
