"""`kg extract`: facts as JSON Lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Write the facts of PATHS (files, folders, or - for standard input) as JSON Lines."""
    from kg.documents import SkippedDocument, read_paths
    from kg.extract.pipeline import extract
    from kg.facts import dumps, to_public

    failed = 0
    for document in read_paths(paths):
        if isinstance(document, SkippedDocument):
            click.echo(f"kg: skipped {document.reason}", err=True)
            failed += 1
            continue
        for fact in extract(document):
            sys.stdout.write(dumps(to_public(fact)) + "\n")
    ctx.exit(1 if failed else 0)
