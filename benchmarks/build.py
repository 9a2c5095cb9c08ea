"""What kg build costs beside the parser, whether it gives the same bytes twice, and how fast kg --help is.

    python benchmarks/build.py [FOLDER OF ARTICLES] [--runs N]

Whole processes, taken in turns: `kg build` on the articles, and a plain program that loads the same model and runs
`nlp.pipe` on the same texts. A first round, not counted, leaves byte-code, as installing does. Prints a Markdown
table; processor time is steadier than wall time on a busy machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.extract.models import choose
from kg.resources import data_dir

PLAIN = f"""
import pathlib, sys, spacy
texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
list(spacy.load({choose()!r}).pipe(texts))
"""
SAME = ("graph.ttl", "facts.jsonl", "documents.jsonl", "graph.html")


def seconds(*command: str) -> tuple[float, float]:
    """Wall and processor time of a process, which may use byte-code whatever the caller's environment says."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def row(name: str, times: list[tuple[float, float]], plain: tuple[float, float] | None = None) -> str:
    """A line of the table: medians, and their ratio to the plain program's."""
    wall, processor = (statistics.median(column) for column in zip(*times, strict=True))
    ratios = f"{wall / plain[0]:.2f} | {processor / plain[1]:.2f}" if plain else " | "
    return f"| {name} | {wall:.2f} | {processor:.2f} | {ratios} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=data_dir("seeds"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    kg = (sys.executable, "-m", "kg")
    with tempfile.TemporaryDirectory() as folder:
        seconds(*kg, "build", str(options.articles), "-o", str(Path(folder, "first")))
        plain, build, again, helped, python = [], [], [], [], []
        for run in range(options.runs):
            out = str(Path(folder, str(run)))
            plain.append(seconds(sys.executable, "-c", PLAIN, str(options.articles)))
            build.append(seconds(*kg, "build", str(options.articles), "-o", out))
            again.append(seconds(*kg, "build", str(options.articles), "-o", out))
            helped.append(seconds(str(Path(sys.executable).with_name("kg")), "--help"))
            python.append(seconds(sys.executable, "-c", "pass"))
        outs = [Path(folder, str(run)) for run in range(options.runs)]
        same = all((out / name).read_bytes() == (outs[0] / name).read_bytes() for out in outs for name in SAME)
    median = tuple(statistics.median(column) for column in zip(*plain, strict=True))
    base = (median[0], median[1])
    print(f"{options.runs} runs in turns, medians; {os.cpu_count()} cores, Python {platform.python_version()}, "
          f"load {os.getloadavg()[0]:.1f}.\n")  # fmt: skip
    print("| process | wall s | processor s | wall, of plain | processor, of plain |")
    print("| --- | --- | --- | --- | --- |")
    print(row("load the model, plain nlp.pipe", plain, base))
    print(row("kg build", build, base))
    print(row("kg build again, nothing changed", again, base))
    print(row("kg --help", helped))
    print(row("python -c pass", python))
    print(f"\nSame bytes in every run ({', '.join(SAME)}): {'yes' if same else 'NO'}")


if __name__ == "__main__":
    main()
