"""`kg show`: the dossier of one entity."""

from __future__ import annotations

from pathlib import Path

import click

FORMATS = ("text", "markdown", "json")


@click.command()
@click.argument("name")
@click.option("-g", "--graph", default="out", show_default=True, metavar="DIR", type=click.Path(path_type=Path),
              help="Folder of `kg build`.")  # fmt: skip
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to write it.")  # fmt: skip
def command(name: str, graph: Path, format_: str) -> None:
    """Show all that the graph knows about one entity.

    NAME is any of its names or its IRI. Facts stand by relation in time order, each with its amount, status, quotes and
    sources. A name that two entities bear shows the one in most articles and lists the others.
    """
    from kg.export import dossiers
    from kg.folder import load
    from kg.resolve.dossier import dossier
    from kg.resolve.finding import find, suggestions

    resolution = load(graph)
    found = find(name, resolution.entities)
    if not found:
        near = ", ".join(suggestions(name, resolution.entities))
        hint = f"Did you mean {near}?" if near else "`kg stats` counts what there is."
        raise click.ClickException(f"Nothing in {graph} is called {name!r}. {hint}")
    writers = {"text": dossiers.as_text, "markdown": dossiers.as_markdown, "json": dossiers.as_json}
    click.echo(writers[format_](dossier(found[0], resolution)), nl=False)
    for other in found[1:]:
        click.echo(f"kg: {other.name} ({other.type}) is called so too: kg show {other.id}", err=True)
