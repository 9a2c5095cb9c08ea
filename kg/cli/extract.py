"""`kg extract`: facts as JSON Lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.extract.pipeline import MIN_CONFIDENCE


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--model", metavar="NAME", help="spaCy pipeline for English: any with a parser and NER.")
@click.option("--rules", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Frames of your own (.yaml) beside the known ones; may be given again.")  # fmt: skip
@click.option("--names", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Names of your own organizations (.ttl or .csv).")  # fmt: skip
@click.option("--min-confidence", default=MIN_CONFIDENCE, show_default=True, type=click.FloatRange(0, 1),
              help="Leave out facts below.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    model: str | None,
    rules: tuple[Path, ...],
    names: Path | None,
    min_confidence: float,
) -> None:
    """Write the facts of PATHS (files, folders, or - for standard input) as JSON Lines.

    Each fact is written as soon as its article is read. Exit code 0: all well; 1: some articles were not read; 2: none.
    """
    from kg.documents import SkippedDocument, read_paths
    from kg.extract.pipeline import extract
    from kg.facts import dumps, to_public
    from kg.resolve.gazetteer import own_names

    own = own_names(names)
    out = sys.stdout.buffer
    read = skipped = 0
    for document in read_paths(paths):
        if isinstance(document, SkippedDocument):
            click.echo(f"kg: skipped {document.reason}", err=True)
            skipped += 1
            continue
        read += 1
        for fact in extract(document, model, rules, own, min_confidence):
            out.write((dumps(to_public(fact)) + "\n").encode("utf-8", "replace"))
        out.flush()
    ctx.exit((1 if read else 2) if skipped else 0)
