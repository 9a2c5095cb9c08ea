"""What extraction costs on top of the parser.

    python benchmarks/extract.py [FOLDER OF ARTICLES …] [--runs N]

In one process and one thread: `nlp.pipe` over all texts, then extraction from the parsed documents, in turns. The
first round also reads rules and compiles patterns, which a process pays once. Prints a Markdown table of processor
time.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from kg.documents import SkippedDocument, read_paths
from kg.extract.en.extract import extract_doc
from kg.extract.pipeline import load_model
from kg.model import Document, Fact

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = (ROOT / "tests" / "data" / "dev" / "docs", ROOT / "seeds")
Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Processor seconds of a piece of work, and what it gave."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def parsed_by(nlp: Language, articles: Sequence[Document]) -> list[Doc]:
    """What the plain pipeline makes of the texts."""
    return list(nlp.pipe(d.text for d in articles))


def extracted(parsed: Sequence[Doc], articles: Sequence[Document]) -> list[tuple[Fact, ...]]:
    """The facts of each article."""
    return [extract_doc(doc, d) for doc, d in zip(parsed, articles, strict=True)]


def row(name: str, plain: float, extraction: float) -> str:
    """A line of the table."""
    return f"| {name} | {plain:.2f} | {extraction:.2f} | {extraction / plain:.2f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, default=ARTICLES)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    read = read_paths(list(options.articles))
    articles = [d for d in read if not isinstance(d, SkippedDocument) and d.language == "en"]
    nlp = load_model()
    rounds = []
    for _ in range(options.runs + 1):
        plain, parsed = timed(partial(parsed_by, nlp, articles))
        extraction, facts = timed(partial(extracted, parsed, articles))
        rounds.append((plain, extraction))
    count = sum(len(found) for found in facts)
    print(f"{len(articles)} articles, {count} facts; {options.runs} rounds after the first, medians;", end=" ")
    print(f"Python {platform.python_version()}.\n")
    print("| round | nlp.pipe s | extraction s | extraction, of nlp.pipe |")
    print("| --- | --- | --- | --- |")
    print(row("first", *rounds[0]))
    print(row("later", *(statistics.median(column) for column in zip(*rounds[1:], strict=True))))


if __name__ == "__main__":
    main()
