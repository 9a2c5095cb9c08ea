"""A person's judgements, in one plain file: `decisions.csv`.

Columns: `kind,a,b,verdict,by,reason,date`.

| kind | a | b |
| --- | --- | --- |
| merge | an entity | an entity that is the same |
| split | an entity | an entity that is another |
| rename | an entity | its preferred name |
| retype | an entity | its type, for example Company |
| place | a place | which one it is: its number in GeoNames |
| reject | a fact | |
| accept | a fact | |
| amount | a fact | number and currency: 15000000000 CNY; or "none" |

An entity is given by its IRI, by a name, or by `NAME @ DOCUMENT` when the name means another thing elsewhere. A fact is
a reading, given by its id in the facts log (`facts.jsonl`). `verdict` is `yes`; `withdrawn` takes an earlier row with
the same kind, a and b back and keeps the record. A later row beats an earlier one about the same thing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from kg.errors import DecisionError, OutputError
from kg.model import EntityType

_MAX_BYTES = 50_000_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Kind(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    PLACE = "place"
    REJECT = "reject"
    ACCEPT = "accept"
    AMOUNT = "amount"


class Verdict(StrEnum):
    """Whether a decision holds."""

    YES = "yes"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the file.

    Attributes:
        by: Who decided; `date` when, ISO 8601 (given by the caller, never by the clock here).
    """

    kind: Kind
    a: str
    b: str = ""
    verdict: Verdict = Verdict.YES
    by: str = ""
    reason: str = ""
    date: str = ""

    @property
    def subject(self) -> tuple[str, ...]:
        """What the decision is about: two decisions with one subject cannot both hold."""
        if self.kind in (Kind.MERGE, Kind.SPLIT):
            return ("pair", *sorted((self.a, self.b)))
        if self.kind in (Kind.REJECT, Kind.ACCEPT):
            return ("fact", self.a)
        return (str(self.kind), self.a)


COLUMNS = tuple(field.name for field in fields(Decision))


def read(path: Path) -> tuple[Decision, ...]:
    """All rows of a decisions file; none when there is no such file.

    Raises:
        DecisionError: The file cannot be read or a row is not valid.
    """
    if not path.exists():
        return ()
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise DecisionError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB: split it up.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DecisionError(f"The decisions file {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise DecisionError(f"The decisions file {path} is not UTF-8: save it as UTF-8 CSV.") from error
    return parse(text, str(path))


def parse(text: str, where: str) -> tuple[Decision, ...]:
    """The decisions in CSV text.

    Raises:
        DecisionError: A row is not valid.
    """
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        missing = {"kind", "a"} - set(rows.fieldnames or ())
        if missing:
            raise DecisionError(f"{where} has no column {' and '.join(sorted(missing))}: its first line names them.")
        return tuple(_from_row(row, f"{where}, line {rows.line_num}") for row in rows if any(_cells(row)))
    except csv.Error as error:
        raise DecisionError(f"{where} is not valid CSV: {error}.") from error


def dumps(decisions: Iterable[Decision]) -> str:
    """The decisions as CSV text with a header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(str(cell)) for cell in astuple(decision)] for decision in decisions)
    return out.getvalue()


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Add rows at the end of a decisions file, which is made when it is missing.

    Raises:
        DecisionError: The file there is not a decisions file.
        OutputError: It cannot be written.
    """
    known = read(path)
    try:
        path.write_text(dumps((*known, *decisions)), encoding="utf-8", newline="")
    except OSError as error:
        raise OutputError(f"The decisions file {path} cannot be written: {error.strerror}.") from error


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold: the last about each thing, without those withdrawn, in the order of the file."""
    last: dict[tuple[str, ...], Decision] = {}
    for decision in decisions:
        last.pop(decision.subject, None)
        last[decision.subject] = decision
    return tuple(decision for decision in last.values() if decision.verdict is Verdict.YES)


def withdrawn(decisions: Iterable[Decision], number: int, *, by: str = "", date: str = "") -> tuple[Decision, ...]:
    """Rows that take the last `number` decisions in force back, the last one first."""
    last = in_force(decisions)[-number:]
    return tuple(replace(d, verdict=Verdict.WITHDRAWN, by=by, date=date, reason="taken back") for d in reversed(last))


def amount_of(decision: Decision) -> tuple[int | float, str] | None:
    """Value and currency of an `amount` decision; None for "none".

    Raises:
        DecisionError: It is neither "none" nor a number and a currency.
    """
    text = decision.b.strip()
    if text.casefold() == "none":
        return None
    number, _, currency = text.rpartition(" ")
    try:
        value = float(number.replace(",", ""))
    except ValueError as error:
        raise DecisionError(_bad_amount(decision)) from error
    if not (len(currency) == 3 and currency.isalpha()) or not 0 <= value < 1e18:
        raise DecisionError(_bad_amount(decision))
    return (int(value) if value.is_integer() else value), currency.upper()


def _bad_amount(decision: Decision) -> str:
    return f"The amount {decision.b!r} for {decision.a} is not a number and a currency: write 15000000000 CNY."


def _from_row(row: dict[str, str], where: str) -> Decision:
    cells = {key: unguarded((row.get(key) or "").strip()) for key in COLUMNS}
    try:
        kind, verdict = Kind(cells["kind"].casefold()), Verdict(cells["verdict"].casefold() or "yes")
    except ValueError as error:
        raise DecisionError(f"{where}: {error}; kinds are {', '.join(Kind)}, verdicts {', '.join(Verdict)}.") from error
    decision = Decision(kind, cells["a"], cells["b"], verdict, cells["by"], cells["reason"], cells["date"])
    if not decision.a or (not decision.b and kind not in (Kind.REJECT, Kind.ACCEPT)):
        raise DecisionError(f"{where}: a decision of kind {kind} needs {'a' if not decision.a else 'b'}.")
    if kind is Kind.RETYPE and decision.b not in set(EntityType):
        raise DecisionError(f"{where}: {decision.b!r} is no type; types are {', '.join(EntityType)}.")
    if kind is Kind.PLACE and not decision.b.isdecimal():
        raise DecisionError(f"{where}: {decision.b!r} is no number of GeoNames, for example 4250542.")
    if kind is Kind.AMOUNT:
        amount_of(decision)
    return decision


def _cells(row: dict[str, str]) -> list[str]:
    return [cell for cell in row.values() if isinstance(cell, str) and cell.strip()]


def guarded(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell
