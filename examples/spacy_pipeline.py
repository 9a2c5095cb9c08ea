"""Find facts in a spaCy pipeline of your own: two components, no other change.

python examples/spacy_pipeline.py
"""

from __future__ import annotations

import spacy

from kg.extract.models import choose

nlp = spacy.load(choose())  # any English pipeline with a parser and NER
nlp.add_pipe("kg_paragraphs", before="parser")
nlp.add_pipe("kg_facts", config={"published": "2020-04-08"})

texts = [
    "Tencent signed an agreement with the Wuhan government on Friday.",
    "Alibaba will invest 3 billion yuan in Hubei. It denied that it would build a plant in Hunan.",
]
for doc in nlp.pipe(texts):
    for fact in doc._.facts:
        print(fact.subject.name, fact.relation, fact.object.name, fact.status, fact.date, sep=" | ")
