"""Which of an article's subject matters a fact is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.domains import DomainSpan, labels_of
from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import Sentences
from kg.model import EntityType

_MAIN_SUBJECT = 2


def matters(candidate: Candidate, sentences: Sentences, spans: Sequence[DomainSpan]) -> tuple[str, ...]:
    """Labels of the fact's sentence; else of those that name its ends, of the one behind it, of the article.

    What only describes a company ("the data analytics company") counts after all other words near by.
    """
    if not spans:
        return ()
    plain = [s for s in spans if not _describes_company(sentences, s)]
    for found, stretch in _stretches(candidate, sentences, plain, spans):
        labels = labels_of(s for s in found if stretch[0] <= s.start < stretch[1])
        if labels:
            return labels
    label, count = Counter(s.label for s in spans).most_common(1)[0]
    return labels_of(s for s in spans if s.label == label) if count >= _MAIN_SUBJECT else labels_of(spans[:1])


def _stretches(
    candidate: Candidate, sentences: Sentences, plain: Sequence[DomainSpan], spans: Sequence[DomainSpan]
) -> Iterator[tuple[Sequence[DomainSpan], tuple[int, int]]]:
    own = candidate.trigger.sent
    yield plain, (own.start_char, own.end_char)
    for end in (candidate.subject, candidate.object):
        told = sentences.doc[end.span.start].sent
        if told.start < own.start:
            yield plain, (told.start_char, told.end_char)
    yield spans, (own.start_char, own.end_char)
    yield spans, (own.end_char, _end_of_next(sentences.text, own.end_char))


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
