"""Write docs/cli.md: the help of every command, as click has it.

python tools/cli_reference.py docs/cli.md
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kg.cli import COMMANDS, group

_SETTINGS: dict[str, Any] = {**group.context_settings, "terminal_width": 100, "max_content_width": 100}
_HEAD = """# Command line

Made from the commands themselves by `make docs`; a test fails when it is out of date. Data goes to standard output,
talk to standard error.

Exit codes: 0 all well; 1 partly done (some documents were not read) or, where a command says so, differences or
violations found; 2 nothing could be done; 130 stopped by Ctrl-C; 141 the reader of the output went away.

"""


def reference() -> str:
    """The whole page."""
    with click.Context(group, info_name="kg", **_SETTINGS) as parent:
        parts = [_HEAD, _block("kg", group.get_help(parent))]
        for name in COMMANDS:
            command = group.get_command(parent, name)
            if command:
                parts += _pages(command, f"kg {name}", parent)
    return "".join(parts)


def _pages(command: click.Command, name: str, parent: click.Context) -> list[str]:
    """A command's help, and that of the commands in it."""
    with click.Context(command, info_name=name.rsplit(" ", 1)[-1], parent=parent, **_SETTINGS) as context:
        pages = [_block(name, command.get_help(context))]
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                if found:
                    pages += _pages(found, f"{name} {inner}", context)
    return pages


def _block(name: str, words: str) -> str:
    return f"## {name}\n\n```text\n{words.rstrip()}\n```\n\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference().rstrip() + "\n", encoding="utf-8")
