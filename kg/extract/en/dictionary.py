"""Whether a word is an ordinary one: by the word lists that spaCy's English lemmatizer brings along."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from spacy.vocab import Vocab

from kg.extract.en.lexicon import word_set

if TYPE_CHECKING:
    from spacy.language import Language

_TABLE = "lemma_index"
_SHORTEST = 4
_ENDINGS = word_set(
    """s es ed d ing er ers r rs or ors ation ations isation ization tion ly ness ment ments al ial able ability "
    "ism ist ists less ful ize ise ised ized ising izing ship ships hood wise like y ies ied"""
)
_BEGINNINGS = word_set(
    """re un non pre post anti multi inter over under micro mini mega sub super bio cyber crypto e de dis mis co "
    "geo nano tele auto electro photo"""
)


def share_words(nlp: Language) -> None:
    """Let every document of a pipeline know the word lists of its lemmatizer."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is not None and lookups.has_table(_TABLE):
        nlp.vocab.lookups.set_table(_TABLE, lookups.get_table(_TABLE))


@lru_cache(maxsize=1 << 14)
def is_invented(word: str, vocab: Vocab) -> bool:
    """Whether no dictionary has the word or what it may be derived from; never where there is no dictionary."""
    known = _words(vocab)
    word = word.lower()
    if not known or len(word) < _SHORTEST or not word.isalnum() or word.isdigit():
        return False
    return not any(form in known for form in _forms(word))


@cache
def _words(vocab: Vocab) -> frozenset[str]:
    if not vocab.lookups.has_table(_TABLE):
        return frozenset()
    return frozenset(word for words in vocab.lookups.get_table(_TABLE).values() for word in words)


def _forms(word: str) -> list[str]:
    """The word, and what is left of it without common endings and beginnings, in American spelling too."""
    stems = [word, word.replace("our", "or"), word.replace("is", "iz")]
    stems += [w.removeprefix(start) for w in tuple(stems) for start in _BEGINNINGS if w.startswith(start)]
    for stem in tuple(stems):
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) > 2:
                bare = stem[: -len(ending)]
                stems += [bare, bare + "e", bare + "y", bare[:-1] if bare[-1:] == bare[-2:-1] else bare]
    return [stem for stem in stems if len(stem) > 2]
