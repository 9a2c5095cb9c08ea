"""`kg view`: the graph as a page for the browser."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import click

from kg.cli.choices import RelationName, check_known
from kg.model import Relation


@click.command()
@click.option("-g", "--graph", default="out", show_default=True, metavar="DIR", type=click.Path(path_type=Path),
              help="Folder of `kg build`.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Default: view.html in DIR; - for standard output.")
@click.option("--title", help="Heading of the page.")
@click.option("--focus", metavar="NAME", help="Open on the neighbourhood of this entity, by any of its names.")
@click.option("--hops", default=1, show_default=True, type=click.IntRange(1, 4), help="Steps around --focus.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Open on the N strongest entities.")
@click.option("--relation", "relations", multiple=True, type=RelationName(),
              help="Only these relations; may be repeated.")  # fmt: skip
@click.option("--since", metavar="DATE", help="Only facts from this date on (2019, 2019-10, 2019-10-11).")
@click.option("--until", metavar="DATE", help="Only facts up to the end of this date.")
@click.option("--open", "open_", is_flag=True, help="Show the page in the browser.")
def command(graph: Path, output: str | None, open_: bool, relations: tuple[Relation, ...], **wishes: str | int) -> None:
    """Draw a graph as one HTML file that needs no network.

    --focus and --top decide what the page opens on: the rest is in it, a click away. --relation, --since and --until
    leave out what does not match; a fact without a date counts for the day of its article.
    """
    from kg.folder import load
    from kg.view import ViewOptions, render

    given = {name: value for name, value in wishes.items() if value is not None}
    options = ViewOptions(relations=relations, **given)  # type: ignore[arg-type]
    resolution = load(graph)
    check_known(relations, resolution)
    page = render(resolution, options).encode("utf-8")
    if output == "-":
        sys.stdout.buffer.write(page)
        return
    path = Path(output) if output else graph / "view.html"
    _write(path, page)
    click.echo(f"Wrote {path}.", err=True)
    if open_ and not webbrowser.open(path.resolve().as_uri()):
        click.echo(f"kg: no browser was found; open {path} yourself.", err=True)


def _write(path: Path, page: bytes) -> None:
    from kg.export.files import written

    with written(path) as file:
        file.write(page)
