"""How sure a reading is: a logistic model over features that a person can read.

The weights are fitted on annotated articles by `python -m kg.evaluation.fit` and kept in `data/en/confidence.json`,
one number for each feature; `kg explain` lists those of a fact.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache

from kg.errors import RuleError
from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.rules import DATA

BIAS = "bias"
_ROLE_KINDS = frozenset({"near", "topic"})


def features(candidate: Candidate, sentences: Sentences, *, has_amount: bool) -> tuple[str, ...]:
    """Names of the features that hold for a candidate, sorted."""
    frame = candidate.frame
    relation = str(frame.relation)
    ends = (candidate.subject, candidate.object)
    types = [str(sentences.entity(end.entity).type) for end in ends]
    found = {
        BIAS,
        f"rule={frame.rule}",
        f"relation={relation}",
        f"types={relation}:{types[0]}>{types[1]}",
        f"status={candidate.verdict.status}",
        f"order={_order(candidate)}",
        f"apart={_apart(candidate, sentences)}",
    }
    for side, end in zip(("subject", "object"), ends, strict=True):
        kind = role_kind(end)
        found |= {
            f"{side}.source={end.span.source}",
            f"{side}.role={kind}",
            f"{side}.cost={min(end.cost, 6)}",
            f"{relation}.{side}.role={kind}",
            f"{side}.certainty={_bin(end.span.certainty)}",
        }
        if not sentences.entity(end.entity).named:
            found.add(f"{side}.unnamed")
        if len(end.span.entities) > 1:
            found.add(f"{side}.group")
    if any(role_kind(end) in _ROLE_KINDS for end in ends):
        found.add(f"guess.rule={frame.rule}")
    if candidate.trigger.sent.start == 0:
        found.add("headline")
    if has_amount:
        found |= {"amount", f"amount.relation={relation}"}
    if candidate.verb is not None and candidate.verb != candidate.trigger:
        found.add(f"verb={candidate.verb.lemma_.lower()}")
    found.add(f"trigger={relation}:{candidate.trigger.lemma_.lower()}")
    return tuple(sorted(found))


def probability(names: Iterable[str], weights: Mapping[str, float] | None = None) -> float:
    """Estimated probability that a reading with these features is right, by the fitted weights or other ones."""
    weights = load_weights() if weights is None else weights
    score = math.fsum(weights.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def load_weights() -> dict[str, float]:
    """The fitted weights.

    Raises:
        RuleError: The file is missing or not JSON.
    """
    path = DATA / "en" / "confidence.json"
    try:
        weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise RuleError(f"{path}: is not a confidence model: {error}") from error
    return weights


def role_kind(end: Filler) -> str:
    """A role without the side it was looked up on: "agent", "in", "near"."""
    return end.role.removeprefix("v:").removeprefix("n:")


def _order(candidate: Candidate) -> str:
    """Where the ends stand around the trigger, for example "s t o"."""
    places = ((candidate.subject.span.head, "s"), (candidate.object.span.head, "o"), (candidate.trigger.i, "t"))
    return " ".join(letter for _, letter in sorted(places))


def _apart(candidate: Candidate, sentences: Sentences) -> str:
    """How many other mentions stand between the two ends."""
    low, high = sorted((candidate.subject.span.end, candidate.object.span.start))
    between = len(sentences.spans_in(low, high))
    sentence = candidate.trigger.sent
    if not all(sentence.start <= end.span.start < sentence.end for end in (candidate.subject, candidate.object)):
        return "another sentence"
    return "4+" if between > 3 else str(between)


def _bin(certainty: float) -> str:
    return f"{math.floor(certainty * 5) / 5:.1f}"
