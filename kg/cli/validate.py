"""`kg validate`: the SHACL shapes on a graph, ours or anybody's."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from kg.cli.graphs import graph_option, opened

if TYPE_CHECKING:
    from kg.store.validation import Finding


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@graph_option
@click.option("--json", "as_json", is_flag=True, help="One JSON record a finding.")
def command(files: tuple[str, ...], graph: str, as_json: bool) -> None:
    """Check a graph, or RDF files, against the shapes of the ontology.

    Each finding names the node, the shape and what to do. Exit code 0: all is well (there may be warnings); 1: there
    are violations; 2: a file cannot be read.
    """
    from kg.store.validation import validate

    violations = 0
    for where in files or (graph,):
        with opened(where) as (store, _):
            findings = validate(store)
        for finding in findings:
            click.echo(_record(where, finding) if as_json else _sentence(finding))
        wrong = sum(finding.severity == "Violation" for finding in findings)
        violations += wrong
        click.echo(f"{where}: {wrong} violations, {len(findings) - wrong} warnings.", err=True)
    sys.exit(1 if violations else 0)


def _record(where: str, finding: Finding) -> str:
    return json.dumps({"graph": where, **finding.as_json()}, ensure_ascii=False)


def _sentence(finding: Finding) -> str:
    place = " ".join(f"<{iri}>" for iri in (finding.node, finding.path) if iri)
    value = f" (value: {finding.value!r})" if finding.value else ""
    shape = finding.shape.rpartition("/")[2]
    return f"{finding.severity}: {place}{value}\n  {shape}: {finding.message}"
