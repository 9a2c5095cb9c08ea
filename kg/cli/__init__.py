"""The command line: one file a command group, each imported only when it is called."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys

import click

COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("kg.cli.build", "Articles in, knowledge graph out."),
    "extract": ("kg.cli.extract", "Facts of articles as JSON Lines."),
    "query": ("kg.cli.query", "Ask a graph in SPARQL."),
    "view": ("kg.cli.view", "Draw a graph as one HTML page."),
    "analyze": ("kg.cli.analyze", "Measure a graph and ask what no article says."),
    "export": ("kg.cli.export", "Write a graph as Turtle, TriG, N-Quads, JSON-LD, CSV, GraphML or Cypher."),
    "stats": ("kg.cli.stats", "Count what a graph holds."),
    "remove": ("kg.cli.remove", "Take documents out of a graph."),
    "explain": ("kg.cli.explain", "Show how a fact was found."),
    "evaluate": ("kg.cli.evaluate", "Score extraction against annotated articles."),
    "serve": ("kg.cli.serve", "Serve a graph: SPARQL endpoint and a page to ask from."),
    "show": ("kg.cli.show", "All that a graph knows about one entity."),
    "review": ("kg.cli.review", "Settle open questions; decisions can be taken back."),
    "diff": ("kg.cli.diff", "What is new, gone and changed between two graphs."),
    "validate": ("kg.cli.validate", "Check a graph against the SHACL shapes."),
}
"""Command name → (module with a function `command`, one line of help). No module is imported for `--help`."""

_COLLECTIONS = (50_000, 20, 100)
"""When garbage is looked for: seldom, because a pipeline and name lists are a million objects that stay to the end."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of `cmd_name` and return its command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        command.name = cmd_name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg", prog_name="kg")
def group() -> None:
    """Knowledge graphs of corporate-government partnerships from news.

    Offline and deterministic; every fact with its amount, status, date and the words that state it.
    """


def main() -> None:
    """Run the command line; a closed pipe ends it quietly, Ctrl-C with exit code 130."""
    from kg.errors import KgError

    gc.set_threshold(*_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that the terminal cannot show must not end the work
    out = sys.stdout
    try:
        code = group.main(standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as ended:  # click leaves so when the pipe is closed; it has then wrapped standard output
        code = ended.code if sys.stdout is out else 141
    except KgError as error:
        click.echo(f"kg: {error}", err=True)
        code = 2
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("kg: stopped.", err=True)
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered goes nowhere
        code = 141
    gc.freeze()  # the process ends here: what is left need not be looked through for garbage
    sys.exit(code if isinstance(code, int) else 0)
