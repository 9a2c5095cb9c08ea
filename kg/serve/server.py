"""The HTTP server: requests in, answers of the pool out."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from kg import __version__
from kg.serve.description import describe
from kg.serve.evaluation import Response, failure
from kg.serve.pages import Page
from kg.serve.protocol import Refused, from_get, from_post
from kg.serve.workers import Pool

_LONGEST_BODY = 1_000_000
_ENDPOINT = "/sparql"


@dataclass(frozen=True)
class Service:
    """Everything that a request may need.

    Attributes:
        pool: What answers queries.
        pages: Path → file.
        cors: Origin that other web pages may ask from ("*" for any); None for no other page.
        hosts: Names under which the server may be called; None for any. It keeps web pages from reaching a server on
            loopback by a name of their own (DNS rebinding).
    """

    pool: Pool
    pages: Mapping[str, Page]
    cors: str | None = None
    hosts: frozenset[str] | None = None


class Server(ThreadingHTTPServer):
    """The server; it ends together with its threads."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], service: Service) -> None:
        self.service = service
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no fault of ours; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def close(self) -> None:
        """Stop listening and end all queries."""
        self.server_close()
        self.service.pool.close()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = f"kg/{__version__}"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Pages, health, queries in the address."""
        self._route("GET")

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self._route("GET")

    def do_POST(self) -> None:
        """Queries in the body."""
        self._route("POST")

    def do_OPTIONS(self) -> None:
        """What another web page may do here."""
        self._send(Response(204, "", b""), {"Allow": "GET, HEAD, POST, OPTIONS"})

    def _method_not_allowed(self) -> None:
        self._send(failure(405, "Ask by GET or POST."), {"Allow": "GET, HEAD, POST, OPTIONS"})

    do_PUT = do_DELETE = do_PATCH = _method_not_allowed

    def _route(self, method: str) -> None:
        try:
            self._send(*self._answer(method))
        except Refused as error:
            self.close_connection = True  # a body may not have been read
            self._send(failure(error.status, str(error)))

    def _answer(self, method: str) -> tuple[Response, dict[str, str]]:
        self._check_host()
        parts = urlsplit(self.path)
        if parts.path == _ENDPOINT:
            return self._query(method, parts.query), {"Vary": "Accept"}
        if method != "GET":
            raise Refused(405, f"Only {_ENDPOINT} takes POST.")
        if parts.path == "/health":
            return Response(200, "application/json", b'{"status": "ok"}\n'), {}
        page = self.server.service.pages.get(parts.path)
        if page is None:
            return failure(404, f"There is nothing at {parts.path}; queries go to {_ENDPOINT}."), {}
        policy = {"Content-Security-Policy": page.policy} if page.policy else {}
        return Response(200, page.media_type, page.body), policy

    def _query(self, method: str, parameters: str) -> Response:
        accept = ", ".join(self.headers.get_all("Accept", [])) or None
        if method == "POST":
            request = from_post(parameters, self.headers.get("Content-Type", ""), self._body())
        else:
            asked = from_get(parameters)
            if asked is None:
                kind, text = describe(f"http://{self.headers.get('Host', 'localhost')}{_ENDPOINT}", accept)
                return Response(200, kind, text)
            request = asked
        return self.server.service.pool.answer(request, accept)

    def _body(self) -> bytes:
        try:
            length = int(self.headers.get("Content-Length", ""))
        except ValueError as error:
            raise Refused(411, "Say how long the request is: it has no Content-Length.") from error
        if not 0 <= length <= _LONGEST_BODY:
            raise Refused(413, f"A request may have {_LONGEST_BODY} bytes; this one has {length}.")
        return self.rfile.read(length)

    def _check_host(self) -> None:
        hosts = self.server.service.hosts
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        if hosts is not None and name not in hosts:
            raise Refused(421, "This server does not answer under that name.")

    def _send(self, response: Response, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(response.status)
        if response.status != 204:
            self.send_header("Content-Type", response.media_type)
            self.send_header("Content-Length", str(len(response.body)))
        if response.cut:
            self.send_header("X-Kg-Cut", str(self.server.service.pool.bounds.rows))
        if self.server.service.cors:
            self.send_header("Access-Control-Allow-Origin", self.server.service.cors)
            self.send_header("Access-Control-Allow-Headers", "Accept, Content-Type")
            self.send_header("Access-Control-Expose-Headers", "X-Kg-Cut")
        for name, value in {
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the addresses of requests hold whole queries."""
