"""`kg query`: SPARQL on a built graph."""

from __future__ import annotations

import os
import sys

import click

from kg.cli.graphs import graph_option, opened
from kg.errors import QueryTimeout
from kg.export.answers import render
from kg.store.examples import examples, query_text
from kg.store.prefixes import prefixes
from kg.store.query import Limits, Options, Truth, ask
from kg.store.syntax import Term, parse_value

FORMATS = ("table", "csv", "tsv", "json", "turtle")


def _show_prefixes(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo("".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items()), nl=False)
        ctx.exit()


def _show_examples(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        for example in examples():
            click.echo(f"# {example.name}: {example.question}\n{example.sparql}")
        ctx.exit()


@click.command()
@click.argument("query")
@graph_option
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Default: table, or turtle for CONSTRUCT.")
@click.option("-b", "--bind", "bindings", multiple=True, metavar="NAME=VALUE", help="Give a variable a value.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds; 0 for no limit.")
@click.option("--limit", default=10_000, show_default=True, help="Rows; 0 for no limit.")
@click.option("--examples", is_flag=True, is_eager=True, callback=_show_examples, expose_value=False,
              help="Show example queries.")  # fmt: skip
@click.option("--prefixes", is_flag=True, is_eager=True, callback=_show_prefixes, expose_value=False,
              help="Show the prefixes that every query may use.")  # fmt: skip
def command(query: str, graph: str, format_: str | None, bindings: tuple[str, ...], timeout: float, limit: int) -> None:
    """Ask a graph in SPARQL.

    QUERY is a file, the name of an example, a query, or - for standard input. A --bind value is text, or in Turtle's
    way an <IRI>, a prefixed name, a number or "text"@en; it can never become part of the query.
    """
    limits = Limits(seconds=timeout or None, rows=limit or None)
    with opened(graph) as (store, base):
        options = Options(values=_values(bindings, base), base=base, limits=limits)
        try:
            text = sys.stdin.read() if query == "-" else query_text(query)
            answer = ask(store, text, options)
        except QueryTimeout as error:
            click.echo(f"kg: {error}", err=True)
            sys.stdout.flush()
            os._exit(2)  # the query is still running in its thread
        for part in render(answer, format_, base):
            click.echo(part, nl=False)
    if not isinstance(answer, Truth) and answer.cut:
        click.echo(f"kg: only the first {limit} are shown; --limit 0 shows all.", err=True)


def _values(bindings: tuple[str, ...], base: str) -> dict[str, Term]:
    """The --bind options as terms."""
    values = {}
    for binding in bindings:
        name, equals, value = binding.partition("=")
        if not equals:
            raise click.BadParameter(f"{binding!r} has no '='; write NAME=VALUE.", param_hint="--bind")
        values[name.lstrip("?$")] = parse_value(value, prefixes(base))
    return values
