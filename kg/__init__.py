"""Knowledge graphs of corporate-government partnerships from news.

The public API, imported lazily so that `import kg` stays cheap: `extract`, `build`, `Graph`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, build, extract

__all__ = ["Graph", "build", "extract"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attribute hook
    if name == "extract":
        return importlib.import_module("kg.extract")  # a package that can be called
    if name in __all__:
        return getattr(importlib.import_module("kg.api"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
