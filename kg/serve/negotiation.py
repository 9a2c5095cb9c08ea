"""Content negotiation: which format a client gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.serve.protocol import Refused

ROWS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
"""Formats of SELECT and ASK, the preferred one first."""

STATEMENTS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
    "text/plain": "nt",
}
"""Formats of CONSTRUCT and DESCRIBE, the preferred one first."""


@dataclass(frozen=True)
class _Range:
    kind: str
    quality: float

    def weight(self, offered: str) -> tuple[float, int]:
        """Quality and precision with which the range takes an offered type; zero when it does not."""
        if self.kind == offered:
            return self.quality, 3
        if self.kind.endswith("/*") and offered.startswith(self.kind[:-1]):
            return self.quality, 2
        return (self.quality, 1) if self.kind == "*/*" else (0.0, 0)


def choose(accept: str | None, offered: Sequence[str]) -> str:
    """The offered type that a client prefers; the first one when it does not say.

    Raises:
        Refused: The client takes none of them.
    """
    if not accept or not accept.strip():
        return offered[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    qualities = {kind: _quality(kind, ranges) for kind in offered}
    best = max(qualities.values())
    if best <= 0:
        raise Refused(406, f"This can be had as {', '.join(offered)}, and not as {accept}.")
    return next(kind for kind in offered if qualities[kind] == best)


def _quality(offered: str, ranges: list[_Range]) -> float:
    """The quality that the most precise matching range gives (RFC 9110, section 12.5.1)."""
    weights = [one.weight(offered) for one in ranges]
    precise = max(precision for _, precision in weights)
    return max((quality for quality, precision in weights if precision == precise), default=0.0) if precise else 0.0


def _range(text: str) -> _Range:
    kind, *parameters = (part.strip() for part in text.lower().split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return _Range(kind, min(1.0, max(0.0, float(value))))
            except ValueError:
                return _Range(kind, 0.0)
    return _Range(kind, 1.0)
