"""The page as a whole: one file, no request to anywhere, scripts and styles only its own."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterable
from pathlib import Path

from kg.analytics.analysis import Analysis
from kg.analytics.report.facts import FactSets
from kg.analytics.report.markup import Markup, element, join
from kg.analytics.report.sections import Section, section, standard
from kg.analytics.tables import Cell, Column, Table, shown
from kg.analytics.words import plural, visible

_ASSETS = Path(__file__).parent / "assets"
_LEGENDS = {
    "firm": (("firm", "firm: more than announced, confidence 0.7 or more"), ("weak", "only announced, or less sure")),
    "money": (
        ("firm", "active or completed"), ("agreed", "agreed"), ("weak", "proposed or planned"), ("ended", "ended"),
        ("unstated", "status not stated"),
    ),
    "types": (
        ("kind-Company", "company (round)"), ("kind-GovernmentBody", "government body (square)"),
        ("kind-Place", "place with its government (triangle)"), ("kind-Facility", "others (diamond)"),
    ),
}  # fmt: skip


def render(analysis: Analysis, tables: Iterable[Table] | None = None, title: str = "Network report") -> str:
    """The report as text (write it as UTF-8): the same for the same input.

    Args:
        analysis: What to report on.
        tables: Answers to show; all that need no names when not given.
        title: Heading of the page.
    """
    facts = FactSets(analysis.index)
    found = [section(table, analysis) for table in (standard(analysis) if tables is None else tables)]
    body = join(_section(number, one, facts) for number, one in enumerate(found, 1))
    style, script = (_ASSETS / "style.css").read_text("utf-8"), (_ASSETS / "script.js").read_text("utf-8")
    contents = join(
        element("li", element("a", one.table.title, href=f"#s{number}")) for number, one in enumerate(found, 1)
    )
    return _fill(
        (_ASSETS / "page.html").read_text("utf-8"),
        {
            "policy": html.escape(_policy(script, style)),
            "title": html.escape(visible(title)),
            "about": _about(analysis),
            "contents": contents,
            "body": body,
            "data": _json(facts.data()),
            "style": style,
            "script": script,
        },
    )


def _about(analysis: Analysis) -> str:
    resolution = analysis.resolution
    days = sorted(day for deal in resolution.deals if (day := analysis.index.when(deal)[0]))
    articles = {fact.doc for deal in resolution.deals for fact in deal.readings}
    parts = [plural(len(resolution.deals), "fact"), f"from {plural(len(articles), 'article')}"]
    parts += [f"dated {days[0]} to {days[-1]}"] if days else ["undated"]
    parts += ["a selection of the graph"] if analysis.selection.restricts else []
    return html.escape(", ".join(parts)) + "."


def _section(number: int, one: Section, facts: FactSets) -> Markup:
    table = one.table
    parts: list[object] = [element("h2", table.title), element("p", table.meaning, class_="meaning")]
    if one.chart:
        parts.append(element("figure", join((one.chart, _legend(one.legend)))))
    parts += [element("p", warning, class_="warning") for warning in table.warnings]
    parts += [_table(table, facts) if table.rows else element("p", "Nothing found."), _how(table)]
    return element("section", join(parts), id=f"s{number}")


def _legend(name: str) -> Markup:
    if name not in _LEGENDS:
        return Markup("")
    box = Markup('<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">{}</svg>')
    items = (
        element("li", join((Markup(box.format(element("rect", width=14, height=14, class_=style))), " ", words)))
        for style, words in _LEGENDS[name]
    )
    return element("ul", join(items), class_="legend")


def _table(table: Table, facts: FactSets) -> Markup:
    head = join(element("th", column.label, scope="col", class_=_class(column)) for column in table.columns)
    rows = join(element("tr", join(_cells(table, row, facts))) for row in table.rows)
    caption = (
        element("caption", f"{len(table.rows):,} of {table.total:,} rows") if table.total > len(table.rows) else ""
    )
    inside = join((caption, element("thead", element("tr", head)), element("tbody", rows)))
    return element("div", element("table", inside), class_="scrolls", tabindex=0, role="region", aria_label=table.title)


def _cells(table: Table, row: tuple[Cell, ...], facts: FactSets) -> Iterable[Markup]:
    for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
        words = shown(cell.value, column.kind)
        if place == 0:
            yield element("th", element("bdi", words), scope="row")
        elif cell.facts:
            label = f"{column.label}: {words}; {plural(len(cell.facts), 'fact')}"
            link = element("a", words, href="#facts", data_set=facts.number(cell.facts), title=label)
            yield element("td", link, class_=_class(column))
        else:
            yield element("td", element("bdi", words), class_=_class(column))


def _class(column: Column) -> str | None:
    return "number" if column.numeric else None


def _how(table: Table) -> Markup:
    parts: list[object] = [element("p", join((element("b", "Does not mean: "), table.limits)))] if table.limits else []
    if table.engine:
        parts.append(element("p", join((element("b", "Computed: "), table.engine))))
    if table.command:
        parts.append(element("p", join((element("b", "Again: "), element("code", table.command)))))
    if table.sparql:
        query = Markup(html.escape(table.sparql, quote=False))
        parts += [element("p", element("b", "Its facts by kg query:")), element("pre", element("code", query))]
    return element("details", join((element("summary", "What it does not mean, and how it was made"), *parts)))


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _json(value: object) -> str:
    """JSON for a script element: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")


def _fill(template: str, values: dict[str, str]) -> str:
    """Each value in the place of its {{name}}; what a value holds is not looked at again."""
    first, *parts = template.split("{{")
    filled = [first]
    for part in parts:
        name, rest = part.split("}}", 1)
        filled += [values[name], rest]
    return "".join(filled)
