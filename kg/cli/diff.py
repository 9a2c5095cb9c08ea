"""`kg diff`: what is new, gone and changed between two graphs."""

from __future__ import annotations

from pathlib import Path

import click

FORMATS = ("text", "markdown", "json")


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to write it.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, before: Path, after: Path, format_: str) -> None:
    """Compare two folders of `kg build`, in facts and not in triples.

    + is new, - is gone, ~ has changed (each field before → after), > went into another entity. A fact whose parties
    were renamed or merged has changed; it is not gone. Exit code 0: no differences; 1: differences; 2: no graph.
    """
    from kg.export import differences as writers
    from kg.folder import load
    from kg.resolve.differences import differences

    found = differences(load(before), load(after))
    write = {"text": writers.as_text, "markdown": writers.as_markdown, "json": writers.as_json}[format_]
    click.echo(write(found), nl=False)
    if not found:
        click.echo("No differences.", err=True)
    ctx.exit(1 if found else 0)
