"""`kg export`: a graph in another format."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from kg.cli.graphs import graph_option, opened
from kg.export import FORMATS, export


@click.command()
@click.argument("output", metavar="FILE")
@graph_option
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of FILE.")
def command(output: str, graph: str, format_: str | None) -> None:
    """Write a graph to FILE, or with - to standard output.

    ttl, nt and jsonld hold the graph as it is believed; trig and nq hold also what each document says; csv is a table
    of the facts and entities.csv one of the entities. graphml (Gephi, Cytoscape, igraph) and cypher (a script for
    Neo4j) have the entities as nodes and the facts as edges. The same graph always gives the same bytes.
    """
    with opened(graph) as (store, base):
        if output != "-":
            export(store, output, format_, base)
            click.echo(f"Wrote {output}.", err=True)
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "graph"
            export(store, path, format_ or "ttl", base)
            with path.open("rb") as file:
                while part := file.read(1_000_000):
                    sys.stdout.buffer.write(part)
