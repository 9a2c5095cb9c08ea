"""The folder that `kg build` writes: readings, graph, page, store, and what it was made from."""

from kg.folder.build import BuildOptions, Progress, Report, build
from kg.folder.load import load

__all__ = ["BuildOptions", "Progress", "Report", "build", "load"]
