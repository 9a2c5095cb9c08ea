"""Real SPARQL servers on loopback, started once a session; skipped with a reason where they are not installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.store.endpoint import EVERYTHING, EndpointStore

_START_SECONDS = 60.0
_VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 5
[SPARQL]
DefaultQuery = select * where {{ ?s ?p ?o }} limit 1
ResultSetMaxRows = 100000
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"The server for {url} ended at once with code {process.returncode}.")
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The server at {url} did not answer within {_START_SECONDS} s.")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], EndpointStore]]:
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if not program:
        pytest.skip("no oxigraph server: install the PyPI package oxigraph (it is in the extra dev)")
    port, folder = _free_port(), tmp_path_factory.mktemp("oxigraph")
    process = subprocess.Popen(
        [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    root = f"http://127.0.0.1:{port}"
    _wait(f"{root}/query", process)
    yield lambda: EndpointStore(f"{root}/query", f"{root}/update", f"{root}/store")
    _stop(process)


@dataclass(frozen=True)
class Virtuoso:
    """A running Virtuoso: where it answers SPARQL and SQL, and the folder that it may read files from."""

    endpoint: str
    sql: str
    folder: Path

    def run(self, statement: str) -> str:
        """Run SQL as the administrator of this server, whose password is the one of every new server."""
        command = ["isql-vt", self.sql, "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF", f"exec={statement}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        assert "*** Error" not in done.stderr, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    if not shutil.which("virtuoso-t") or not shutil.which("isql-vt"):
        pytest.skip("no Virtuoso: apt-get install virtuoso-opensource-7 virtuoso-opensource-7-bin")
    port, sql_port, folder = _free_port(), _free_port(), tmp_path_factory.mktemp("virtuoso")
    ini = folder / "virtuoso.ini"
    ini.write_text(_VIRTUOSO_INI.format(folder=folder, port=port, sql_port=sql_port))
    process = subprocess.Popen(
        ["virtuoso-t", "+configfile", str(ini), "+foreground"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    server = Virtuoso(f"http://127.0.0.1:{port}/sparql", f"127.0.0.1:{sql_port}", folder)
    _wait(server.endpoint, process)
    # The server is new, only on loopback and only for this session: anyone may write, so that no password is needed.
    server.run("DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7); grant SPARQL_UPDATE to \"SPARQL\";")
    yield server
    _stop(process)


@pytest.fixture
def virtuoso_server(virtuoso: Virtuoso) -> Callable[[], EndpointStore]:
    return lambda: EndpointStore(virtuoso.endpoint, everything=EVERYTHING)
