"""Measure entity resolution: entities and places against the annotated articles, name pairs, and speed.

    python benchmarks/resolve.py [--quality | --speed]

Run from the top of a checkout; prints Markdown. The corpus for speed is made up here, the same every time.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.model import Document, EntityType, Evidence, Fact, Mention, Money, Relation, Status
from kg.resolve import gazetteer
from kg.resolve.atlas import load as load_atlas
from kg.resolve.engine import run
from kg.resolve.scoring import Outcome, compare
from tests.resolve import gold

SIZES = (10_000, 30_000, 100_000)
FACTS_A_DOCUMENT = 5
WORDS = (
    "Amber", "Birch", "Cobalt", "Delta", "Ember", "Falcon", "Garnet", "Harbor",
    "Indigo", "Juniper", "Kestrel", "Lumen", "Meridian", "Nimbus", "Onyx",
)  # fmt: skip
TRADES = (
    "Robotics", "Shipping", "Pharma", "Textiles", "Optics", "Foods",
    "Mining", "Cement", "Turbines", "Textbooks", "Sensors", "Rail",
)  # fmt: skip
SYLLABLES = ("vex", "dor", "mil", "tas", "quo", "ber", "nix", "hul", "zan", "pry")
FORMS = ("", " Ltd", " Co., Ltd.", " Inc.", " Group", " AG", " Holdings")
GIVEN = ["Anna", "Boris", "Chen", "Divya", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Keiko", "Luis"]


def quality() -> None:
    """Print the numbers over annotated articles and name pairs."""
    for label, parts in (("seeds + dev (English)", gold.ENGLISH), ("with dev-zh", gold.ALL)):
        _entities(label, parts)
    _places()
    _pairs()


def _entities(label: str, parts: tuple[str, ...]) -> None:
    annotated = gold.load(parts)
    clusters = gold.units(annotated, run(annotated.documents, annotated.facts))
    precision, recall, f1 = gold.pair_scores(clusters, gold.truth())
    wrong = gold.wrong_merges(clusters, gold.truth())
    numbers = f"precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}"
    print(
        f"- entities, {label}: {len(clusters)} entities, pairwise {numbers}; wrong merges in an article: {len(wrong)}"
    )
    apart = gold.load(parts, apart=True)
    labels, things = gold.single_names(apart, run(apart.documents, apart.facts))
    precision, recall, f1 = gold.pair_scores(labels, things)
    print(f"- the same, every name a mention of its own (no coreference at all): {len(labels)} names, "
          f"precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")  # fmt: skip


def _places() -> None:
    annotated = gold.load(gold.ALL)
    linked, above, total = gold.place_scores(annotated, run(annotated.documents, annotated.facts))
    print(f"- places: {total} annotated, linked to the right GeoNames entry {linked}, right chain above {above}")


def _pairs() -> None:
    for label, known in (("with the list of known names", gazetteer.load()), ("without", gazetteer.Gazetteer())):
        hits = _Hits()
        with (gold.DATA / "name_pairs.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                score = compare(row["left"], row["right"], EntityType(row["type"]), known)
                hits.add(score.outcome, row["same"] == "yes")
        print(f"- name pairs, {label}: {hits}")


class _Hits:
    def __init__(self) -> None:
        self.right = self.wrong = self.missed = self.asked = self.total = 0

    def add(self, outcome: Outcome, same: bool) -> None:
        merged = outcome is Outcome.MERGE
        self.total += 1
        self.right += merged and same
        self.wrong += merged and not same
        self.missed += same and not merged
        self.asked += outcome is Outcome.ASK

    def __str__(self) -> str:
        precision, recall = self.right / (self.right + self.wrong), self.right / (self.right + self.missed)
        f1 = 2 * precision * recall / (precision + recall)
        return f"{self.total} pairs, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; {self.asked} asked"


def speed(sizes: tuple[int, ...] = SIZES) -> None:
    """Print time and memory for growing corpora."""
    load_atlas()
    gazetteer.load()
    print("| mentions | articles | entities | deals | questions | CPU seconds | peak MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for size in sizes:
        documents, facts = corpus(size)
        start = time.process_time()
        outcome = run(documents, facts)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        found = outcome.resolution
        print(f"| {2 * len(facts):,} | {len(documents):,} | {len(found.entities):,} | {len(found.deals):,} "
              f"| {len(outcome.open_links):,} | {seconds:.1f} | {peak:,} |")  # fmt: skip


def corpus(mentions: int) -> tuple[list[Document], list[Fact]]:
    """Articles and facts with about `mentions` mentions: known and made-up firms, people and places, varied names."""
    chance = random.Random(7)
    makers = _Makers(chance, mentions)
    documents, facts = [], []
    for number in range(mentions // 2 // FACTS_A_DOCUMENT):
        name = f"{number:06d}.txt"
        made = list(makers.article(name))
        text = (
            " ".join(f"{f.subject.name} has a deal with {f.object.name}." for f in made) + " " + "Filler words. " * 60
        )
        documents.append(Document(name, text, published=f"20{10 + number % 15}-{1 + number % 12:02d}-10"))
        facts += made
    return documents, facts


class _Makers:
    """Makers of mentions; the number of different firms grows with the corpus."""

    def __init__(self, chance: random.Random, mentions: int) -> None:
        self.chance = chance
        self.known = [entry for entry in gazetteer.load().entries if entry.type is EntityType.COMPANY]
        self.cities = [spot for spot in load_atlas().spots.values() if spot.kind == "city" and spot.prior > 5.3]
        self.firms = max(200, mentions // 12)

    def article(self, name: str) -> Iterator[Fact]:
        for number in range(FACTS_A_DOCUMENT):
            subject = self.firm() if number else self.known_firm()
            relation, thing = self.chance.choice(
                ((Relation.INVESTS, self.place()), (Relation.PARTNERS_WITH, self.place()),
                 (Relation.SUPPLIES, self.firm()), (Relation.LEADS, self.firm()))
            )  # fmt: skip
            if relation is Relation.LEADS:
                subject = self.person()
            amount = Money(self.chance.randint(1, 90) * 10**8, "CNY") if relation is Relation.INVESTS else None
            evidence = Evidence("", number * 40, number * 40 + 30)
            yield Fact(name, subject, relation, thing, evidence, amount=amount, status=Status.AGREED)

    def known_firm(self) -> Mention:
        return _mention(self.chance.choice(self.chance.choice(self.known).names), EntityType.COMPANY)

    def firm(self) -> Mention:
        if self.chance.random() < 0.3:
            return self.known_firm()
        number = self.chance.randrange(self.firms)
        base = f"{WORDS[number % 15]}{_letters(number // 180)} {TRADES[number // 15 % 12]}"
        return _mention(base + self.chance.choice(FORMS), EntityType.COMPANY)

    def person(self) -> Mention:
        number = self.chance.randrange(self.firms)
        name = f"{GIVEN[number % 12]} {WORDS[number // 12 % 15]}{_letters(number // 180)}son"
        return _mention(name, EntityType.PERSON)

    def place(self) -> Mention:
        return _mention(self.chance.choice(self.cities).name, EntityType.PLACE)


def _mention(name: str, kind: EntityType) -> Mention:
    return Mention(name, name, kind, names=(name,))


def _letters(number: int) -> str:
    """A different ending for every number, several letters away from the others."""
    text = ""
    while number:
        number, rest = divmod(number - 1, len(SYLLABLES))
        text = SYLLABLES[rest] + text
    return text


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.quality or not options.speed:
        quality()
    if options.speed or not options.quality:
        speed()
