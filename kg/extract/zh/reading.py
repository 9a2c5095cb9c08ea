"""A sentence with everything found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.zh.dates import Dated
from kg.extract.zh.layout import Sentence
from kg.extract.zh.money import Amount
from kg.extract.zh.spans import Span


@dataclass(slots=True)
class Reading:
    """A sentence and what it names.

    Attributes:
        spans: Names from left to right; those that anaphors stand for are among them.
        coreference: Where an anaphor stands → "该公司 → 腾讯".
    """

    sentence: Sentence
    spans: list[Span]
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Dated, ...] = ()
    coreference: dict[int, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The simplified words."""
        return self.sentence.text
