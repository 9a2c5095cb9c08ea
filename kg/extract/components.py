"""The extractor as spaCy components that any English pipeline with a parser and NER can take.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("kg_paragraphs", before="parser")  # optional: headlines and captions are parsed by themselves
    nlp.add_pipe("kg_facts")
    nlp(text)._.facts

Their names are entry points of the package, so that nothing has to be imported for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.extract.en.dictionary import share_words
from kg.model import Document

COURTESY_TITLES = ("Eng.", "Engr.", "H.E.", "Hon.", "Amb.", "Smt.", "Drs.", "Ir.")
"""Abbreviations before a name that the English tokenizer does not know; no sentence ends with one."""
LEGAL_FORMS = ("Pte.", "Pvt.", "Sdn.", "Pty.")
"""Abbreviations inside of a company's name that the English tokenizer does not know; no sentence ends with one."""
NEEDED = ("parser", "ner")
"""Pipes that a pipeline must have for facts to be found."""


def paragraphs(doc: Doc) -> Doc:
    """Start a sentence behind every line break, so that headlines and captions are parsed by themselves.

    No sentence ends at a courtesy title ("was opened by Eng. Salem") or before the rest of a legal form ("Pte. Ltd.").
    """
    for token in doc[1:]:
        if "\n" in token.nbor(-1).text_with_ws:
            token.is_sent_start = True
        elif token.nbor(-1).text in COURTESY_TITLES + LEGAL_FORMS:
            token.is_sent_start = False
    return doc


def make_facts(nlp: Language, name: str, name_of_document: str, published: str | None) -> Callable[[Doc], Doc]:
    """A component that sets `doc._.facts`, a tuple of `kg.model.Fact`.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        name_of_document: `Fact.doc` of the facts, where `doc._.kg_document` is not set.
        published: ISO date of the texts, which "on Friday" is relative to, where `doc._.kg_document` is not set.

    Raises:
        ModelError: The pipeline lacks a parser or named entities.
    """
    missing = [pipe for pipe in NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The pipeline has no {' and no '.join(missing)} before {name!r}, which needs them.")
    set_extensions()
    share_words(nlp)
    return FactFinder(Document(name_of_document, "", published=published))


def set_extensions() -> None:
    """Make `doc._.facts` and `doc._.kg_document` known to spaCy."""
    for attribute, default in (("facts", ()), ("kg_document", None)):
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, default=default)


class FactFinder:
    """Finds the facts of a parsed text."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.facts`."""
        from kg.extract.en.extract import extract_doc

        known = doc._.kg_document or replace(self.document, text=doc.text, sha256="")
        doc._.facts = extract_doc(doc, known)
        return doc


Language.component("kg_paragraphs", assigns=["token.is_sent_start"], func=paragraphs)
Language.factory(
    "kg_facts",
    requires=["token.dep", "token.head", "token.lemma", "doc.ents", "doc.sents"],
    assigns=["doc._.facts"],
    default_config={"name_of_document": "text", "published": None},
    func=make_facts,
)
