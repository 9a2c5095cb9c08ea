"""`kg remove`: documents out of a graph."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("-g", "--graph", default="out", show_default=True, metavar="DIR", help="Folder of `kg build`.")
def command(documents: tuple[str, ...], graph: str) -> None:
    """Take documents out of a built graph, with whatever only they support.

    DOCUMENT is a document's name or IRI. Building again brings a removed document back only when its file has changed
    (or with --again).
    """
    from kg.folder.remove import remove  # imported late: `--help` stays fast

    gone = remove(Path(graph), documents)
    went = f"{gone.readings} readings, {gone.deals} deals and {gone.entities} entities"
    click.echo(f"Removed {', '.join(gone.documents)}: {went} went along.")
