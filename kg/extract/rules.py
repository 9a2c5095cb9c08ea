"""Rule data: YAML files of `kg/extract/data`, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import RuleError


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # either is a class
    """PyYAML's safe loader without its booleans: the prepositions "on" and "off" are words here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

DATA = Path(__file__).resolve().parent / "data"


@cache
def load(name: str) -> Any:  # noqa: ANN401 - the shape is each file's own; its reader checks it
    """Content of a data file, for example `load("en/money.yaml")`.

    Raises:
        RuleError: The file is missing or not YAML.
    """
    return read_yaml(DATA / name)


@cache
def word_group(name: str, group: str) -> frozenset[str]:
    """The words of one list of a data file, for example `word_group("en/money.yaml", "shared")`.

    Raises:
        RuleError: The file is missing or not YAML.
        KeyError: It has no such list.
    """
    return frozenset(load(name)[group])


def read_yaml(path: Path) -> Any:  # noqa: ANN401
    """Parse a YAML file with the safe loader.

    Raises:
        RuleError: The file is missing or not YAML.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_Loader)  # a safe loader, only faster
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}).") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{path}: is not valid YAML: {error}") from error


def own_rules(path: Path) -> tuple[str, Any]:
    """Language and content of a user's rules file: English ones are a list, Chinese ones a mapping that says so.

    Raises:
        RuleError: It is neither, or not YAML.
    """
    content = read_yaml(path)
    if isinstance(content, list) and all(isinstance(entry, dict) for entry in content):
        return "en", content
    if isinstance(content, dict) and content.get("language") == "zh" and isinstance(content.get("frames"), list):
        return "zh", content
    raise RuleError(f"{path}: must be a list of frames, or for Chinese a mapping with `language: zh` and `frames`.")
