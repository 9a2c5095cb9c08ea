"""Web pages: the article's text without menus and advertisements, by trafilatura; offsets refer to that text."""

from __future__ import annotations

from pathlib import Path

import trafilatura

from kg.documents.metadata import Metadata, clean, iso_date, line
from kg.documents.text import read_bytes
from kg.errors import DocumentError

MAX_BYTES = 20_000_000


def read(path: Path) -> tuple[str, Metadata]:
    """Main text of a saved page, and what the page says of itself.

    Raises:
        DocumentError: Unreadable, too large, or no article in it.
    """
    data = read_bytes(path, MAX_BYTES)
    if not data.strip():
        raise DocumentError(f"{path}: is empty.")
    try:
        page = trafilatura.bare_extraction(
            data,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise DocumentError(f"{path}: is not a web page that can be read ({error}).") from error
    if page is None or not (page.text or "").strip():
        raise DocumentError(f"{path}: no article was found in this web page.")
    text = clean("\n\n".join(page.text.split("\n")))
    return text, Metadata(line(page.title), line(page.sitename), iso_date(page.date), line(page.url))
