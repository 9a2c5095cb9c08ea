"""Where the data files that travel with the package are: `ontology/` and `seeds/`."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """Folder `name` ("ontology", "seeds"), from the installed package or, in a checkout, from its top level.

    Raises:
        KgError: The installation is incomplete.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise KgError(f"The data folder {name!r} is missing from this installation: reinstall kg.")


def ontology(name: str) -> Path:
    """Path of a file of `ontology/`, for example `ontology("domains.ttl")`."""
    return data_dir("ontology") / name


def queries() -> Path:
    """Folder of the example queries: `examples/queries` in a checkout."""
    packaged = _PACKAGE / "_data" / "queries"
    return packaged if packaged.is_dir() else data_dir("examples") / "queries"
