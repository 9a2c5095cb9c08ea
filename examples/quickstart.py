"""Build a graph of the articles that come with kg, and ask it: who invests how much, and which words say so?

python examples/quickstart.py [FOLDER OF ARTICLES]
"""

from __future__ import annotations

import sys

import kg
from kg.resources import data_dir

graph = kg.build(sys.argv[1] if len(sys.argv) > 1 else data_dir("seeds"))
names = {entity.id: entity.name for entity in graph.resolution.entities}

for deal in graph.resolution.deals:
    if deal.relation == "invests" and deal.amount:
        print(f"{names[deal.subject]} → {names[deal.object]}: {deal.amount.value:,} {deal.amount.currency}")
        for reading in deal.readings:
            print(f"    {reading.doc}: {reading.evidence.text}")
