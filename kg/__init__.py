"""Knowledge graphs of corporate-government partnerships from news.

The public API, imported lazily so that `import kg` stays cheap: `extract`, `build`, `Graph`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, build, extract

__all__ = ["Graph", "build", "extract"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attribute hook
    if name in __all__:
        from kg import api

        return getattr(api, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
