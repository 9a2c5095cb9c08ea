from __future__ import annotations

import subprocess
import sys

import pytest
import spacy

from kg.errors import ModelError
from kg.extract.models import BUNDLED, choose, identity
from kg.extract.pipeline import load_model
from kg.model import Document, Relation

pytestmark = pytest.mark.slow
TEXT = "Alibaba will invest 3 billion yuan in Hubei.\nTencent signed an agreement with Wuhan on Friday."


def test_a_pipeline_of_the_user_gets_facts() -> None:
    nlp = spacy.load(choose())
    nlp.add_pipe("kg_paragraphs", before="parser")
    nlp.add_pipe("kg_facts", config={"name_of_document": "it", "published": "2020-04-08"})
    assert nlp.analyze_pipes()["problems"]["kg_facts"] == []
    doc = nlp(TEXT)
    facts = {fact.relation: fact for fact in doc._.facts}
    assert set(facts) == {Relation.INVESTS, Relation.PARTNERS_WITH}
    invests, partners = facts[Relation.INVESTS], facts[Relation.PARTNERS_WITH]
    assert (invests.doc, invests.subject.name, invests.object.name) == ("it", "Alibaba", "Hubei")
    assert invests.amount
    assert (invests.amount.value, invests.amount.currency) == (3_000_000_000, "CNY")
    assert partners.date == "2020-04-03"
    for fact in facts.values():
        assert TEXT[fact.evidence.start : fact.evidence.end] == fact.evidence.text


def test_a_document_given_with_the_text_counts() -> None:
    nlp = load_model()
    if "kg_facts" not in nlp.pipe_names:
        nlp = spacy.load(choose())
        nlp.add_pipe("kg_facts")
    doc = nlp.make_doc(TEXT)
    doc._.kg_document = Document("other.txt", TEXT, published="2021-01-04")
    assert {fact.doc for fact in nlp(doc)._.facts} == {"other.txt"}


def test_the_names_need_no_import_of_kg() -> None:
    code = (
        f"import spacy; nlp = spacy.load({BUNDLED!r}); nlp.add_pipe('kg_facts');"
        "print(len(nlp('Tencent signed an agreement with Wuhan.')._.facts))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "1\n"


def test_a_pipeline_without_a_parser_is_refused() -> None:
    with pytest.raises(ModelError, match="no parser and no ner"):
        spacy.blank("en").add_pipe("kg_facts")


def test_paragraphs_are_sentences_of_their_own() -> None:
    doc = load_model()("Tencent turns to Wuhan\n\nIt will invest in the city")
    assert [sentence.text.strip() for sentence in doc.sents] == ["Tencent turns to Wuhan", "It will invest in the city"]


@pytest.mark.parametrize(("model", "reason"), [("no_such_model", "is not installed"), ("/nowhere", "is not installed")])
def test_a_model_that_is_not_there_is_named(model: str, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        load_model(model)


def test_the_identity_names_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert identity(BUNDLED) == f"{BUNDLED} 3.8.0"
    assert identity("no_such_model") == "no_such_model not installed"
    monkeypatch.setattr("kg.extract.models._version", {"en_core_web_md": "3.8.0"}.get)
    assert (choose(), choose("mine")) == ("en_core_web_md", "mine")


def test_no_sentence_ends_at_a_courtesy_title() -> None:
    doc = load_model()("The fair was opened by H.E. Eng. Salem Hotra. Acme took part.")
    assert [sentence.text for sentence in doc.sents] == [
        "The fair was opened by H.E. Eng. Salem Hotra.",
        "Acme took part.",
    ]
