"""The Python API: the same operations as the command line.

import kg

kg.extract("Tencent signed an agreement with Wuhan.")
graph = kg.build(["articles/"])
graph.query("SELECT ?name WHERE { ?company a kg:Company ; rdfs:label ?name }")
graph.network()
graph.to_turtle("graph.ttl")
graph.view("graph.html")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.documents import SkippedDocument, read_paths
from kg.documents.language import detect
from kg.errors import DocumentError
from kg.model import Document, Fact, Resolution
from kg.resolve.iris import BASE

if TYPE_CHECKING:
    import networkx as nx

    from kg.analytics import Selection
    from kg.analytics.questions import Asked
    from kg.analytics.tables import Table
    from kg.folder.build import BuildOptions
    from kg.resolve.decisions import Decision
    from kg.store.base import Store
    from kg.store.query import Answer
    from kg.store.syntax import Term
    from kg.view import Inline, ViewOptions

PathLike = Path | str


def extract(
    text: str | Document,
    *,
    name: str = "text",
    published: str | None = None,
    model: str | None = None,
    rules: Iterable[PathLike] = (),
    names: PathLike | None = None,
) -> tuple[Fact, ...]:
    """Facts of a text, in the order of the text.

    Args:
        text: An article, English or Chinese, or a `Document`.
        name: `Fact.doc` of its facts.
        published: ISO date of the article; "on Friday" is relative to it.
        model: spaCy pipeline for English; None for the installed one.
        rules: Files of frames of your own, each for English or for Chinese.
        names: File of names of your own (Turtle or CSV).

    Raises:
        RuleError: A file of rules or names is not valid.
        ModelError: The pipeline is not installed or lacks a parser or NER.
    """
    from kg.extract.pipeline import extract as extract_document
    from kg.resolve.gazetteer import own_names

    if isinstance(text, str):
        text = Document(name, text, published=published, language=detect(text))
    own = own_names(Path(names) if names else None)
    return extract_document(text, model, tuple(Path(path) for path in rules), own)


def build(
    paths: Iterable[PathLike] | PathLike,
    out: PathLike | None = None,
    options: BuildOptions | None = None,
) -> Graph:
    """Make a graph of articles.

    Args:
        paths: Files and folders (.txt, .md, .html, .jsonl).
        out: Folder to write as `kg build` does, reading only what has changed; None keeps the graph in memory.
        options: Model, decisions, base and more.

    Raises:
        DocumentError: A file cannot be read (without `out`: any; with it: all of them).
        OutputError: `out` cannot be written.
    """
    from kg.extract.pipeline import extract as extract_document
    from kg.folder.build import BuildOptions, build
    from kg.resolve.gazetteer import own_names

    given = [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]
    chosen = options or BuildOptions()
    if out is not None:
        build(given, Path(out), chosen)
        return Graph.open(out, base=chosen.base)
    documents = []
    for document in read_paths(given):
        if isinstance(document, SkippedDocument):
            raise DocumentError(document.reason)
        documents.append(document)
    names = own_names(chosen.names)
    facts = [
        fact
        for document in documents
        for fact in extract_document(document, chosen.model, chosen.rules, names, chosen.min_confidence)
    ]
    return Graph.of(documents, facts, _decisions(chosen.decisions), base=chosen.base, names=chosen.names)


class Graph:
    """A knowledge graph: what was resolved, and ways to ask, measure, draw and write it.

    Args:
        resolution: Documents, entities and deals.
        base: Where IRIs of documents and evidence begin.
    """

    def __init__(self, resolution: Resolution, base: str = BASE) -> None:
        self.resolution = resolution
        self.base = base

    @classmethod
    def of(
        cls,
        documents: Iterable[Document],
        facts: Iterable[Fact],
        decisions: Iterable[Decision] = (),
        base: str = BASE,
        names: Path | None = None,
    ) -> Graph:
        """The graph of given readings; `names` is a file of the user's own names."""
        from kg.resolve import gazetteer, resolve

        return cls(resolve(documents, facts, decisions, gazetteer.load(names)), base)

    @classmethod
    def open(cls, folder: PathLike, *, base: str = BASE) -> Graph:
        """The graph in a folder that `kg build` wrote.

        Raises:
            StoreError: The folder was not made by `kg build`.
        """
        from kg.folder import load

        return cls(load(Path(folder)), base)

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Answer:
        """Answer a SPARQL 1.1 query; the prefixes that `kg query --prefixes` lists need no declaration.

        Returns:
            Rows for SELECT, Truth for ASK, Statements for CONSTRUCT and DESCRIBE.

        Raises:
            QueryError: The query is not valid or is an update.
        """
        from kg.store.query import Options, ask

        return ask(self.store, sparql, Options(values=values or {}, base=self.base))

    @cached_property
    def store(self) -> Store:
        """The graph as RDF, in memory."""
        from kg.export.sources import as_store

        return as_store(self.resolution, self.base)

    def network(self, selection: Selection | None = None) -> nx.MultiDiGraph[str]:
        """The graph as a networkx graph: nodes are entities, edges are deals.

        Args:
            selection: Which facts, by relation, subject matter, status and time (`kg.analytics.Selection`); None: all.
        """
        from kg.analytics import network

        return network(self.resolution, selection)

    def ask(self, question: str, asked: Asked | None = None, selection: Selection | None = None) -> Table:
        """The answer to one of the questions of `kg analyze`, as a table.

        Raises:
            AnalysisError: There is no such question, or it does not take what was given.
        """
        from kg.analytics.analysis import Analysis
        from kg.analytics.questions import ask

        return ask(Analysis(self.resolution, selection), question, asked)

    def to_turtle(self, path: PathLike) -> None:
        """Write the graph as sorted Turtle.

        Raises:
            OutputError: The file cannot be written.
        """
        from kg.export import turtle

        turtle.write(self.store, Path(path), self.base)

    def view(self, path: PathLike | None = None, options: ViewOptions | None = None) -> Inline:
        """The graph as one HTML page that needs no network: shown in a notebook, and written when a path is given.

        Raises:
            OutputError: The file cannot be written.
            ViewError: The options ask for something that the graph does not hold.
        """
        from kg.export.files import written
        from kg.view import Inline, render

        page = render(self.resolution, options)
        if path is not None:
            with written(Path(path)) as file:
                file.write(page.encode("utf-8"))
        return Inline(page)


def _decisions(path: Path | None) -> tuple[Decision, ...]:
    from kg.resolve.decisions import read

    return read(path) if path else ()
