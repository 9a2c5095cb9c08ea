"""`kg evaluate`: how good extraction is on annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("docs", type=click.Path(path_type=Path, exists=True))
@click.option("--facts", "log", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Score these facts (JSON Lines) instead of extracting them.")  # fmt: skip
@click.option("--model", metavar="NAME", help="spaCy pipeline for English: any with a parser and NER.")
@click.option("--rules", is_flag=True, help="Show how often each rule is right.")
@click.option("--details", is_flag=True, help="Show every missed, wrong and forbidden fact.")
@click.option("--json", "as_json", is_flag=True, help="Write numbers as JSON.")
def command(
    gold: Path, docs: Path, log: Path | None, model: str | None, rules: bool, details: bool, as_json: bool
) -> None:
    """Score the facts of the articles in DOCS against the annotations in GOLD (one .json file an article)."""
    from kg.evaluation import report
    from kg.evaluation.run import evaluate

    result = evaluate(gold, docs, log=log, model=model)
    if as_json:
        click.echo(json.dumps(report.as_json(result), ensure_ascii=False))
        return
    for line in report.lines(result, rules=rules, details=details):
        click.echo(line)
