"""One entry for both languages: a document in, its facts out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ModelError
from kg.extract.links import relocate, unlink
from kg.extract.models import BUNDLED, choose
from kg.extract.own_names import OwnNames, using
from kg.model import Document, Fact

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_GLUED = re.compile(
    r"(?<=[A-Za-z])\((?=[A-Z])|(?<=[A-Za-z0-9])\)(?=[A-Z])|(?<=\))\.(?=[A-Z])|(?<=[a-z]{2})\.(?=[A-Z][a-z])"
)
"""Where a word, a bracket or a sentence begins without a space before it: "Corporation(IFC)", "year).The"."""

MIN_CONFIDENCE = 0.5
"""Readings below are no facts; `docs/evaluation.md` says how it was set."""


def extract(
    document: Document,
    model: str | None = None,
    rules: tuple[Path, ...] = (),
    names: OwnNames | None = None,
    min_confidence: float = MIN_CONFIDENCE,
) -> tuple[Fact, ...]:
    """Facts of one document, in text order.

    Args:
        document: The article.
        model: spaCy pipeline for English; None for the installed one.
        rules: Frames of the user's own: a file is for English or for Chinese.
        names: Names of the user's own.
        min_confidence: Readings below are left out; the default is where F1 is best (`docs/evaluation.md`).

    Raises:
        RuleError: A rules file is not valid.
        ModelError: No English pipeline is installed, or `model` lacks a parser or a named entity recognizer.
    """
    unlinked = unlink(document.text, codes=document.language != "zh")
    if not unlinked.links:
        return _extract(document, model, rules, names, min_confidence)
    facts = _extract(replace(document, text=unlinked.text), model, rules, names, min_confidence)
    return tuple(relocate(fact, unlinked, document.text) for fact in facts)


def _extract(
    document: Document, model: str | None, rules: tuple[Path, ...], names: OwnNames | None, min_confidence: float
) -> tuple[Fact, ...]:
    with using(names):
        if document.language == "zh":
            from kg.extract.zh import extract as extract_zh

            return extract_zh(document, rules, min_confidence)
        from kg.extract.en.extract import extract_doc

        return extract_doc(parse(document.text, model), document, rules, min_confidence)


def parse(text: str, model: str | None = None) -> Doc:
    """An English text with its parse.

    Raises:
        ModelError: As `load_model`.
    """
    nlp = load_model(model)
    if _GLUED.search(text):
        _part_glued_words(nlp)
    return nlp(text)


@cache
def _part_glued_words(nlp: Language) -> None:
    """Let the tokenizer part what web pages run together; done where a text needs it, since it takes a while."""
    from spacy.util import compile_infix_regex

    nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), _GLUED.pattern]).finditer


@cache
def load_model(name: str | None = None) -> Language:
    """The English pipeline: `name`, else an installed official `en_core_web_*`, else the bundled one.

    Raises:
        ModelError: It is not installed or lacks a component.
    """
    import spacy  # imported late: it takes longest of all, and Chinese articles do without

    from kg.extract.components import COURTESY_TITLES, LEGAL_FORMS, NEEDED
    from kg.extract.en.dictionary import share_words

    chosen = choose(name)
    try:
        nlp = spacy.load(chosen)
    except OSError as error:
        raise ModelError(
            f"The spaCy pipeline {chosen!r} is not installed: pip install {BUNDLED}, or pass --model."
        ) from error
    missing = [pipe for pipe in NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The spaCy pipeline {chosen!r} has no {' and no '.join(missing)}; pass another --model.")
    nlp.add_pipe("kg_paragraphs", before="parser")
    share_words(nlp)
    for abbreviation in COURTESY_TITLES + LEGAL_FORMS:
        nlp.tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    for country, verb in product(("U.S.", "U.K.", "D.C."), ("based", "led", "backed", "listed", "owned")):
        nlp.tokenizer.add_special_case(f"{country}-{verb}", [{"ORTH": country}, {"ORTH": "-"}, {"ORTH": verb}])
    return nlp
