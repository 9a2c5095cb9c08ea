"""`kg serve`: a graph over HTTP on this machine."""

from __future__ import annotations

import signal
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from kg.cli.graphs import graph_option, opened
from kg.errors import StoreError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@graph_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=7879, show_default=True, type=click.IntRange(0, 65535), help="0 for any free one.")
@click.option("--timeout", default=30.0, show_default=True, help="Seconds that a query may take.")
@click.option("--limit", default=10_000, show_default=True, help="Rows of an answer; 0 for no limit.")
@click.option("--cors", metavar="ORIGIN", help="Let web pages of this origin ask (* for any). Default: none.")
def command(graph: str, host: str, port: int, timeout: float, limit: int, cors: str | None) -> None:
    """Serve a graph for reading, until Ctrl-C.

    / is a page to ask from, with the examples; /sparql the SPARQL 1.1 endpoint; /graph the picture; /health says
    whether it is alive.
    """
    from kg.serve.pages import pages
    from kg.serve.server import Server, Service
    from kg.serve.workers import Bounds, Pool

    if graph.startswith(("http://", "https://")):
        raise click.UsageError("That graph is served already.")
    with opened(graph) as (_, base):
        pass
    pool = Pool(graph, base, Bounds(timeout, limit or None))
    hosts = frozenset((*_LOOPBACK, host)) if host in _LOOPBACK else None
    try:
        server = Server((host, port), Service(pool, pages(base, Path(graph) / "graph.html"), cors, hosts))
    except OSError as error:
        pool.close()
        raise StoreError(f"The port {port} of {host} cannot be used: {error.strerror}.") from error
    signal.signal(signal.SIGTERM, _interrupt)
    click.echo(f"Serving {graph} at http://{host}:{server.server_address[1]}/ (Ctrl-C ends it).", err=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    finally:
        server.close()


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
