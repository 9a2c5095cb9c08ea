"""Which of an article's subject matters a fact is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.extract.domains import DomainSpan, labels_of
from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import Sentences
from kg.model import EntityType

_MAIN_SUBJECT = 2


class Matters:
    """The subject matters of an article, as its facts need them."""

    def __init__(self, sentences: Sentences, spans: Sequence[DomainSpan]) -> None:
        self._sentences = sentences
        self._spans = spans

    def of(self, candidate: Candidate) -> tuple[str, ...]:
        """Labels of the fact's sentence; else of those that name its ends, of the one behind it, of the article.

        What only describes a company ("the data analytics company") counts after all other words near by.
        """
        for found, (start, end) in self._stretches(candidate) if self._spans else ():
            labels = labels_of(s for s in found if start <= s.start < end)
            if labels:
                return labels
        return self._of_article

    @cached_property
    def _plain(self) -> list[DomainSpan]:
        return [s for s in self._spans if not _describes_company(self._sentences, s)]

    @cached_property
    def _of_article(self) -> tuple[str, ...]:
        if not self._spans:
            return ()
        label, count = Counter(s.label for s in self._spans).most_common(1)[0]
        main = [s for s in self._spans if s.label == label] if count >= _MAIN_SUBJECT else self._spans[:1]
        return labels_of(main)

    def _stretches(self, candidate: Candidate) -> Iterator[tuple[Sequence[DomainSpan], tuple[int, int]]]:
        own = candidate.trigger.sent
        yield self._plain, (own.start_char, own.end_char)
        for end in (candidate.subject, candidate.object):
            told = self._sentences.doc[end.span.start].sent
            if told.start < own.start:
                yield self._plain, (told.start_char, told.end_char)
        yield self._spans, (own.start_char, own.end_char)
        yield self._spans, (own.end_char, _end_of_next(self._sentences.text, own.end_char))


def _end_of_next(text: str, end: int) -> int:
    """Where the sentence behind ends, if it is in the same paragraph."""
    end = len(text[:end].rstrip())
    paragraph = text.find("\n", end)
    stop = paragraph if paragraph >= 0 else len(text)
    following = text.find(". ", end + 1, stop)
    return following if following >= 0 else stop


def _describes_company(sentences: Sentences, found: DomainSpan) -> bool:
    """The "data analytics" of "the data analytics company"."""
    words = sentences.doc.around(found.start, found.end)
    span = None if words is None else sentences.span_at(words.root)
    if span is None or not span.is_stand_in:
        return False
    return all(sentences.entity(e).type is EntityType.COMPANY for e in span.entities)
