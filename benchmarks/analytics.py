"""Time and memory of the analyses on made-up graphs of the shape that news gives.

python benchmarks/analytics.py 10000            # nodes; twice as many facts
python benchmarks/analytics.py 10000 --engine networkx
python benchmarks/analytics.py 10000 --command  # the whole of `kg analyze`, from a folder on disk
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.generated import grown
from kg.analytics.analysis import Analysis
from kg.analytics.questions import GENERAL, Asked, ask
from kg.analytics.report import render
from kg.folder.readings import write_readings


def main() -> None:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nodes", type=int)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--command", action="store_true")
    given = parser.parse_args()
    if given.command:
        measure_command(given.nodes, given.engine)
    else:
        measure_questions(given.nodes, given.engine)


def measure_questions(nodes: int, engine: str) -> None:
    """Every general question after another, then paths and the report; what one computed the next may use."""
    analysis = Analysis(grown(nodes, 2 * nodes), engine=engine)
    begin = time.perf_counter()
    for name in GENERAL:
        start = time.perf_counter()
        table = ask(analysis, name)
        print(f"{name:14} {time.perf_counter() - start:7.2f} s  {table.engine}")
    start = time.perf_counter()
    ask(analysis, "paths", Asked(names=("Company 5", "Company 17")))
    print(f"{'paths':14} {time.perf_counter() - start:7.2f} s")
    start = time.perf_counter()
    page = render(analysis)
    print(f"{'report':14} {time.perf_counter() - start:7.2f} s  {len(page.encode()) / 1e6:.1f} MB")
    print(f"{'together':14} {time.perf_counter() - begin:7.2f} s  {peak(resource.RUSAGE_SELF):,.0f} MB at most")
    print(f"{'CPU time':14} {busy(resource.RUSAGE_SELF):7.2f} s")


def measure_command(nodes: int, engine: str) -> None:
    """`kg analyze --report` in a process of its own: reading, resolving, analysing, writing."""
    content = grown(nodes, 2 * nodes)
    readings = []
    for number, deal in enumerate(content.deals):
        (reading,) = deal.readings
        readings.append(replace(reading, date=deal.date, domains=deal.domains, rule=str(number)))
    with tempfile.TemporaryDirectory() as folder:
        write_readings(Path(folder), content.documents, readings)
        start = time.perf_counter()
        command = [sys.executable, "-m", "kg", "analyze", "-g", folder, "--engine", engine]
        subprocess.run([*command, "--report", str(Path(folder) / "report.html")], check=True)
        seconds, memory = time.perf_counter() - start, peak(resource.RUSAGE_CHILDREN)
        print(f"kg analyze --report: {seconds:.1f} s, {busy(resource.RUSAGE_CHILDREN):.1f} s of CPU, {memory:,.0f} MB")


def busy(who: int) -> float:
    """CPU time so far, in seconds: the figure to compare when other programs are running."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def peak(who: int) -> float:
    """Largest resident size so far, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    main()
