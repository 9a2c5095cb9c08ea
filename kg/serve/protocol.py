"""Requests of the SPARQL 1.1 protocol, parsed. Nothing here reads a socket or runs a query."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.errors import KgError

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"


class Refused(KgError):
    """A request that is answered with an error.

    Attributes:
        status: The HTTP status.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Request:
    """A query with the dataset it is asked of: no graphs mean the whole dataset of the store."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def from_get(query_string: str) -> Request | None:
    """A query via GET; None when there is no query at all, which asks for the description of the service.

    Raises:
        Refused: The parameters are not those of one query.
    """
    pairs = _pairs(query_string)
    return _request(pairs) if pairs else None


def from_post(query_string: str, content_type: str, body: bytes) -> Request:
    """A query via POST, as a form or directly.

    Raises:
        Refused: The content type or the parameters are not those of a query.
    """
    kind, _, parameters = content_type.partition(";")
    kind = kind.strip().lower()
    if kind == UPDATE:
        raise Refused(403, "This endpoint is for reading: it takes no updates.")
    if kind not in (FORM, QUERY):
        raise Refused(415, f"Send a query as {FORM} or {QUERY}, not as {kind or 'nothing'}.")
    if "charset" in parameters.lower() and "utf-8" not in parameters.lower():
        raise Refused(415, "Send the query in UTF-8.")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"The request is not in UTF-8: {error}.") from error
    if kind == FORM:
        return _request(_pairs(text))
    return _request([*_pairs(query_string), ("query", text)])


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=10_000)
    except ValueError as error:
        raise Refused(400, f"The parameters cannot be read: {error}.") from error


def _request(pairs: list[tuple[str, str]]) -> Request:
    def all_of(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name)

    if all_of("update"):
        raise Refused(403, "This endpoint is for reading: it takes no updates.")
    queries = all_of("query")
    if len(queries) != 1:
        raise Refused(400, f"A request has one parameter named query; this one has {len(queries)}.")
    return Request(queries[0], all_of("default-graph-uri"), all_of("named-graph-uri"))
