"""One reader a format; each gives `Document`s."""

from kg.documents.read import SkippedDocument, read_paths

__all__ = ["SkippedDocument", "read_paths"]
