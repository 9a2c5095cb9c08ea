"""One reader a format; each gives `Document`s."""

from kg.documents.files import SkippedDocument, Source, find_sources
from kg.documents.read import read_paths, read_source

__all__ = ["SkippedDocument", "Source", "find_sources", "read_paths", "read_source"]
