"""`kg build`: read what is new, resolve all, and write the folder so that nothing stands in it half-written."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.documents import SkippedDocument, Source, find_sources, read_source
from kg.errors import DocumentError, KgError, OutputError
from kg.extract.models import identity
from kg.extract.pipeline import MIN_CONFIDENCE
from kg.folder.names import DECISIONS, DOCUMENTS, FACTS, OUTPUTS, PAGE, STORE, TURTLE
from kg.folder.readings import read_documents, read_facts, write_readings
from kg.folder.state import Reading, State, extractor_fingerprint, graph_fingerprint, source_key
from kg.model import Document, Fact, Resolution
from kg.resolve.gazetteer import own_names
from kg.resolve.iris import BASE

if TYPE_CHECKING:
    from kg.extract.own_names import OwnNames
    from kg.resolve.applying import Unapplied
    from kg.resolve.engine import Outcome

Progress = Callable[[int, int], None]
"""Called with (documents read, documents to read) after each."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Options of `kg build`.

    Attributes:
        model: spaCy pipeline for English; None for the installed one.
        min_confidence: Readings below are left out.
        decisions: Decisions file; None for `decisions.csv` in the output folder.
        base: Where the IRIs of documents and evidence begin.
        again: Read every document again, also unchanged ones.
        strict: Raise when a document cannot be analysed instead of reporting it.
        rules: Frames of the user's own (YAML), beside the known ones.
        names: The user's own names (Turtle or CSV), which add to the known ones and win over them.
    """

    model: str | None = None
    min_confidence: float = MIN_CONFIDENCE
    decisions: Path | None = None
    base: str = BASE
    again: bool = False
    strict: bool = False
    names: Path | None = None
    rules: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did.

    Attributes:
        resolution: The graph; None when nothing had changed, so that nothing was done.
        documents: How many documents the graph has.
        facts: How many readings by relation.
        analysed: How many documents were read anew.
        skipped: What was not read, and why.
        unapplied: Decisions that no longer apply to anything, and why.
    """

    resolution: Resolution | None
    documents: int
    facts: Mapping[str, int]
    analysed: int
    skipped: tuple[SkippedDocument, ...]
    unapplied: tuple[Unapplied, ...] = ()


@dataclass(slots=True)
class _Harvest:
    """What the sources gave: kept readings and new ones, while they are gathered."""

    sources: dict[str, Reading] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    loose: list[SkippedDocument] = field(default_factory=list)

    @property
    def skipped(self) -> tuple[SkippedDocument, ...]:
        """Everything that was not read."""
        return (*self.loose, *(one for reading in self.sources.values() for one in reading.skipped))


def build(
    paths: Iterable[Path], out: Path, options: BuildOptions | None = None, progress: Progress | None = None
) -> Report:
    """Make or renew the graph of `paths` in the folder `out`.

    Raises:
        DocumentError: Not one document could be read; `out` is as it was before.
        OutputError: `out` cannot be written.
        KgError: Model, decisions or a `sources.csv` are not usable.
    """
    options = options or BuildOptions()
    check_writable(out)
    judged = options.decisions or out / DECISIONS
    own = [options.names] if options.names else []
    state = State(
        extractor=extractor_fingerprint(
            identity(options.model), options.min_confidence, [p.read_bytes() for p in (*options.rules, *own)]
        ),
        graph=graph_fingerprint(judged, options.names, options.base),
        decisions=str(options.decisions.resolve()) if options.decisions else "",
        names=str(options.names.resolve()) if options.names else "",
    )
    before = None if options.again else _usable(out, state)
    harvest = _gather(find_sources(paths), out, before)
    state = replace(state, sources=harvest.sources)
    if before == state:
        return _unchanged(out, harvest)
    facts = _analyse(harvest, out, options, progress)
    if not harvest.documents:
        raise DocumentError(_nothing(harvest.skipped))
    state = replace(state, sources=harvest.sources)
    documents = tuple(harvest.documents.values())
    outcome = _resolve(documents, facts, judged, options.names)
    write(outcome.resolution, facts, out, options.base)
    state.write(out)
    by_relation = Counter(str(fact.relation) for fact in facts)
    analysed = len(documents) - len(harvest.kept)
    return Report(outcome.resolution, len(documents), by_relation, analysed, harvest.skipped, outcome.unapplied)


def check_writable(out: Path) -> None:
    """Find out early whether the folder can be written.

    Raises:
        OutputError: It cannot.
    """
    nearest = next(place for place in (out, *out.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise OutputError(f"{out} cannot be written: {nearest} is not a folder.")
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        raise OutputError(f"{out} cannot be written: {error.strerror}.") from error


def write(resolution: Resolution, facts: Iterable[Fact], out: Path, base: str = BASE) -> None:
    """Write readings, store, Turtle and page; each is there whole or as it was before.

    Raises:
        OutputError: The folder cannot be written.
    """
    from kg.export import turtle
    from kg.export.files import written
    from kg.export.sources import as_store
    from kg.store import renew
    from kg.view import render

    page = render(resolution).encode("utf-8")
    graph = as_store(resolution, base)
    write_readings(out, resolution.documents, facts)
    renew(out / STORE, graph.quads())
    turtle.write(graph, out / TURTLE, base)
    with written(out / PAGE) as file:
        file.write(page)


def _usable(out: Path, now: State) -> State | None:
    """The state that the folder was left in, if its readings are those that this program would make."""
    before = State.read(out)
    readings = (out / DOCUMENTS, out / FACTS)
    if before is None or before.extractor != now.extractor or not all(path.is_file() for path in readings):
        return None
    if before.graph != now.graph or not all((out / name).exists() for name in OUTPUTS):
        return replace(before, graph="")
    return before


def _gather(sources: Iterable[Source | SkippedDocument], out: Path, before: State | None) -> _Harvest:
    """Documents of all sources: unchanged files are not read again."""
    harvest = _Harvest()
    known = {document.name: document for document in read_documents(out)} if before else {}
    for source in sources:
        if isinstance(source, SkippedDocument):
            harvest.loose.append(source)
            continue
        where, key = source.path.as_posix(), source_key(source)
        old = before.sources.get(where) if before else None
        if old and old.key == key and not harvest.documents.keys() & set(old.documents):
            harvest.sources[where] = old
            harvest.documents |= {name: known[name] for name in old.documents}
            harvest.kept |= set(old.documents)
        else:
            _read(source, key, known, harvest)
    return harvest


def _read(source: Source, key: str | None, known: Mapping[str, Document], harvest: _Harvest) -> None:
    found = list(read_source(source, set(harvest.documents)))
    documents = {one.name: one for one in found if isinstance(one, Document)}
    skipped = tuple(one for one in found if isinstance(one, SkippedDocument))
    harvest.documents |= documents
    harvest.kept |= {name for name, document in documents.items() if known.get(name) == document}
    if key is None:
        harvest.loose += skipped
    else:
        harvest.sources[source.path.as_posix()] = Reading(key, tuple(documents), skipped)


def _analyse(harvest: _Harvest, out: Path, options: BuildOptions, progress: Progress | None) -> list[Fact]:
    """Readings of all documents; a document that cannot be analysed leaves the harvest and is reported."""
    facts = [fact for fact in read_facts(out) if fact.doc in harvest.kept] if harvest.kept else []
    new = [document for name, document in harvest.documents.items() if name not in harvest.kept]
    names = own_names(options.names)
    for done, document in enumerate(new, start=1):
        found = _facts(document, options, names)
        if isinstance(found, SkippedDocument):
            _drop(document.name, found, harvest)
        else:
            facts += found
        if progress:
            progress(done, len(new))
    return facts


def _facts(document: Document, options: BuildOptions, names: OwnNames | None) -> tuple[Fact, ...] | SkippedDocument:
    from kg.extract.pipeline import extract

    try:
        return extract(document, options.model, options.rules, names, options.min_confidence)
    except KgError:
        raise
    except Exception as error:  # one article that the rules stumble over must not cost the others
        if options.strict:
            raise
        reason = f"{document.name}: could not be analysed ({type(error).__name__}: {error}); please report this."
        return SkippedDocument(document.name, reason)


def _nothing(skipped: tuple[SkippedDocument, ...]) -> str:
    first, *others = [one.reason for one in skipped] or ["There is nothing to read."]
    return f"{first} ({len(others):,} more could not be read either.)" if others else first


def _drop(name: str, why: SkippedDocument, harvest: _Harvest) -> None:
    del harvest.documents[name]
    for where, reading in harvest.sources.items():
        if name in reading.documents:
            left = tuple(one for one in reading.documents if one != name)
            harvest.sources[where] = replace(reading, documents=left, skipped=(*reading.skipped, why))
            return


def _resolve(documents: Iterable[Document], facts: Iterable[Fact], decisions: Path, names: Path | None) -> Outcome:
    from kg.resolve import gazetteer
    from kg.resolve.decisions import read
    from kg.resolve.engine import run

    return run(documents, facts, read(decisions), gazetteer.load(names))


def _unchanged(out: Path, harvest: _Harvest) -> Report:
    facts = Counter(str(fact.relation) for fact in read_facts(out))
    return Report(None, len(harvest.documents), facts, 0, harvest.skipped)
