"""Store and export against rdflib's memory store on the same graph: `python benchmarks/store.py --help`.

Each engine runs in a process of its own, one after the other; the answers are compared. Seconds are processor time of
all threads, so that other work on the machine does not count. Read the ratios.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.export import turtle
from kg.model import Deal, Document, Entity, EntityType, Evidence, Fact, Mention, Money, Relation, Status
from kg.resolve.iris import deal_iri, entity_iri
from kg.store.mapping import assemble
from kg.store.oxigraph import OxigraphStore, rebuild
from kg.store.prefixes import prefixes

COMPANIES, CITIES, PROVINCES = 500, 3_000, 30
FACTS_A_DOCUMENT = 10
TRIPLES_A_FACT = 34.5  # of the default graph, with its share of a document
DOMAINS = ("AI", "cloud computing", "smart city", "data centres", "5G", "ports", "batteries", "semiconductors")
TEXT = "The company and the city signed an agreement on Friday about a plant of the newest kind. " * 4

QUERIES = {
    "label": "SELECT ?c WHERE { ?c rdfs:label 'Company 42' }",
    "province": "SELECT (COUNT(?f) AS ?n) WHERE { ?city kg:within* place:province-7 . ?f kg:object ?city }",
    "sums": "SELECT ?c ?u (SUM(?v) AS ?t) WHERE { ?f a kg:Investment ; kg:subject ?c ; kg:amount ?a . "
    "?a schema:value ?v ; schema:currency ?u } GROUP BY ?c ?u",
    "pairs": "SELECT ?c ?d (COUNT(?f) AS ?n) WHERE { ?f kg:subject ?c ; kg:domain ?d } GROUP BY ?c ?d",
    "window": "SELECT ?f ?d WHERE { ?f kg:earliest ?d FILTER(?d >= '2019-03-01'^^xsd:date && "
    "?d < '2019-04-01'^^xsd:date) }",
    "hops": "SELECT ?c ?other (COUNT(?f) AS ?n) WHERE { ?f kg:subject ?c ; kg:object ?p . ?p kg:within "
    "place:province-3 . ?g kg:object ?p ; kg:subject ?other FILTER(?c != ?other) } GROUP BY ?c ?other",
}


# ---- A graph of any size --------------------------------------------------------------------------------------


def entities() -> Iterator[Entity]:
    for i in range(PROVINCES):
        yield Entity(_id(f"Province {i}", EntityType.PLACE), f"Province {i}", EntityType.PLACE)
    for i in range(CITIES):
        within = _id(f"Province {i % PROVINCES}", EntityType.PLACE)
        yield Entity(_id(f"City {i}", EntityType.PLACE), f"City {i}", EntityType.PLACE, within=within)
    for i in range(COMPANIES):
        yield Entity(_id(f"Company {i}", EntityType.COMPANY), f"Company {i}", EntityType.COMPANY)


def documents(facts: int) -> Iterator[Document]:
    for i in range(math.ceil(facts / FACTS_A_DOCUMENT)):
        yield Document(f"article-{i}.txt", TEXT, title=f"Article {i}", published="2020-04-08", sha256=f"{i:064x}")


def deals(facts: int) -> Iterator[Deal]:
    dice = random.Random(1)
    for i in range(facts):
        company, city = f"Company {int(COMPANIES * dice.random() ** 2)}", f"City {int(CITIES * dice.random() ** 2)}"
        relation = dice.choice((Relation.INVESTS, Relation.PARTNERS_WITH, Relation.BUILDS, Relation.SUPPLIES))
        money = Money(dice.randrange(1, 10**6) * 10**5, dice.choice(("CNY", "USD"))) if i % 2 else None
        date = f"{dice.randrange(2015, 2025)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"
        fact = Fact(
            f"article-{i // FACTS_A_DOCUMENT}.txt",
            Mention(company, company, EntityType.COMPANY),
            relation,
            Mention(city, city, EntityType.PLACE),
            Evidence(TEXT[i % 80 : i % 80 + 120], i % 80, i % 80 + 120),
            amount=money,
            date=date,
            status=Status.AGREED,
            domains=(dice.choice(DOMAINS),),
            confidence=0.9,
            rule="synthetic",
        )
        subject, object_ = _id(company, EntityType.COMPANY), _id(city, EntityType.PLACE)
        yield Deal(
            deal_iri((str(i),)), subject, relation, object_, (fact,), money, date, None, None, Status.AGREED,
            fact.domains, 0.9,
        )  # fmt: skip


def _id(name: str, kind: EntityType) -> str:
    return entity_iri(name, kind)


# ---- What is measured, each in a process of its own -----------------------------------------------------------


def measure_disk(folder: Path, rounds: int) -> dict[str, Any]:
    """Our store on disk."""
    return _measure_ours(OxigraphStore(folder / "store"), folder, rounds)


def measure_memory(folder: Path, rounds: int) -> dict[str, Any]:
    """Our store in memory."""
    return _measure_ours(OxigraphStore(), folder, rounds)


def _measure_ours(store: OxigraphStore, folder: Path, rounds: int) -> dict[str, Any]:
    """Load the file, ask, export."""
    start = _now()
    store.load_file(folder / "graph.ttl", ox.RdfFormat.TURTLE)
    found: dict[str, Any] = {"load": _now() - start, "triples": len(store)}
    names = prefixes()
    for name, query in QUERIES.items():
        times, answer = _timed(lambda query=query: [tuple(map(str, row)) for row in store.query(query, names)], rounds)
        found[name] = {"s": times, "answer": _digest(answer)}
    start = _now()
    turtle.write(store, folder / "ours.ttl")
    found["export"] = _now() - start
    return found | {"mb": _memory()}


def measure_rdflib(folder: Path, rounds: int) -> dict[str, Any]:
    """The same with rdflib's memory store."""
    import rdflib

    start = _now()
    graph = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    found: dict[str, Any] = {"load": _now() - start, "triples": len(graph)}
    names = {name: rdflib.Namespace(iri) for name, iri in prefixes().items()}
    for name, query in QUERIES.items():
        times, answer = _timed(
            lambda query=query: [tuple(cell.n3() for cell in row) for row in graph.query(query, initNs=names)], rounds
        )
        found[name] = {"s": times, "answer": _digest(answer)}
    start = _now()
    graph.serialize(folder / "rdflib.ttl", format="turtle")
    found["export"] = _now() - start
    return found | {"mb": _memory()}


def measure_scale(folder: Path, facts: int) -> dict[str, Any]:
    """Assemble a graph from streams into a new store, then export it."""
    start = _now()
    rebuild(folder / "store", assemble(documents(facts), entities(), deals(facts)))
    found: dict[str, Any] = {"assemble": _now() - start, "mb_assemble": _memory()}
    store = OxigraphStore(folder / "store", read_only=True)
    start = _now()
    turtle.write(store, folder / "graph.ttl")
    found["export"] = _now() - start
    sizes = {
        "store_mb": round(sum(file.stat().st_size for file in (folder / "store").rglob("*")) / 1e6),
        "ttl_mb": round((folder / "graph.ttl").stat().st_size / 1e6),
    }
    return found | sizes | {"mb": _memory()}


def _timed(work: Callable[[], list[tuple[str, ...]]], rounds: int) -> tuple[float, list[tuple[str, ...]]]:
    times = []
    answer: list[tuple[str, ...]] = []
    for _ in range(rounds):
        start = _now()
        answer = work()
        times.append(_now() - start)
    return statistics.median(times), answer


def _digest(rows: list[tuple[str, ...]]) -> tuple[int, str]:
    """How many rows and a hash of them, without the datatypes that engines write differently."""
    plain = sorted("|".join(cell.split("^^")[0].strip('"<>') for cell in row) for row in rows)
    return len(plain), hashlib.sha256("\n".join(plain).encode()).hexdigest()


def _now() -> float:
    return time.process_time()


def _memory() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


# ---- The report -----------------------------------------------------------------------------------------------


def compare(triples: int, rounds: int) -> str:
    """One size, all engines, as a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = OxigraphStore()
        facts = round((triples - 8_000) / TRIPLES_A_FACT)
        store.load(assemble(documents(facts), entities(), deals(facts)))
        turtle.write(store, folder / "graph.ttl")
        del store
        rdflib, memory, disk = (_child(kind, folder, rounds) for kind in ("rdflib", "memory", "disk"))
    rows = [_row("load Turtle", *(found["load"] for found in (rdflib, memory, disk)))]
    for query in QUERIES:
        same = rdflib[query]["answer"] == memory[query]["answer"] == disk[query]["answer"]
        label = f"query {query}" if same else f"query {query} (ANSWERS DIFFER)"
        rows.append(_row(label, *(found[query]["s"] for found in (rdflib, memory, disk))))
    means = [statistics.geometric_mean(rdflib[q]["s"] / ours[q]["s"] for q in QUERIES) for ours in (memory, disk)]
    rows.append(f"| **six queries, geometric mean** | | | | **{means[0]:.1f}** | **{means[1]:.1f}** |")
    rows.append(_row("export Turtle", *(found["export"] for found in (rdflib, memory, disk))))
    rows.append(_row("peak memory, MB", *(found["mb"] for found in (rdflib, memory, disk))))
    head = "| | rdflib memory, s | kg memory, s | kg disk, s | ratio memory | ratio disk |\n|---|---|---|---|---|---|"
    return "\n".join([f"## {disk['triples']:,} triples", "", head, *rows, ""])


def _row(label: str, rdflib: float, memory: float, disk: float) -> str:
    return f"| {label} | {rdflib:.4g} | {memory:.4g} | {disk:.4g} | {rdflib / memory:.1f} | {rdflib / disk:.1f} |"


def start_up(graph: str) -> str:
    """`kg query` as a whole process."""
    command = [sys.executable, "-m", "kg", "query", "-g", graph, "partners-of-hebei"]
    nothing = [sys.executable, "-c", "pass"]
    ours, floor = (statistics.median(_wall(argv) for _ in range(9)) for argv in (command, nothing))
    return f"## `kg query` as a whole process\n\n{ours:.3f} s (median of 9); `python -c pass` takes {floor:.3f} s.\n"


def scale(facts: int) -> str:
    """Assembling and exporting."""
    with tempfile.TemporaryDirectory() as name:
        found = _child("scale", Path(name), facts)
    return (
        f"## {facts:,} facts, streamed\n\n"
        f"Assembled into a store on disk in {found['assemble']:.0f} s with at most {found['mb_assemble']} MB of memory "
        f"({found['store_mb']} MB on disk), exported as sorted Turtle in {found['export']:.0f} s with at most "
        f"{found['mb']} MB ({found['ttl_mb']} MB).\n"
    )


def _wall(argv: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _child(kind: str, folder: Path, number: int) -> dict[str, Any]:
    argv = [sys.executable, __file__, "--child", kind, "--folder", str(folder), "--number", str(number)]
    result = subprocess.run(argv, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100_000, 1_000_000], help="triples")
    parser.add_argument("--rounds", type=int, default=3, help="of each query; the median counts")
    parser.add_argument("--facts", type=int, default=0, help="of the streaming run; 0 leaves it out")
    parser.add_argument("--graph", help="a built folder for the start-up time of `kg query`")
    parser.add_argument("--child", choices=("memory", "disk", "rdflib", "scale"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--number", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        measures = {"memory": measure_memory, "disk": measure_disk, "rdflib": measure_rdflib, "scale": measure_scale}
        print(json.dumps(measures[given.child](given.folder, given.number)))
        return
    for size in given.sizes:
        print(compare(size, given.rounds), flush=True)
    if given.graph:
        print(start_up(given.graph), flush=True)
    if given.facts:
        print(scale(given.facts), flush=True)


if __name__ == "__main__":
    main()
