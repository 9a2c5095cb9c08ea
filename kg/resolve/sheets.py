"""Questions as a spreadsheet: a row a question, answered in the column `answer`, read back as decisions."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from kg.errors import DecisionError, OutputError
from kg.resolve.decisions import Decision, Kind, guarded, unguarded
from kg.resolve.questions import Question

COLUMNS = ("answer", "answers", "question", "why", "evidence", "by", "reason", "decisions")
"""`answers` says what may be written into `answer`; `decisions` is what each answer does and is not to be changed."""
_MAX_BYTES = 50_000_000


def write(path: Path, asked: Sequence[Question]) -> None:
    """Write the questions as CSV.

    Raises:
        OutputError: The file cannot be written.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(question)] for question in asked)
    try:
        path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise OutputError(f"The sheet {path} cannot be written: {error.strerror}.") from error


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions of the answered rows of a sheet; rows without an answer are left open.

    Raises:
        DecisionError: The file is no such sheet or an answer is none of those offered.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise DecisionError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB.")
        rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        if not {"answer", "decisions"} <= set(rows.fieldnames or ()):
            raise DecisionError(
                f"{path} is no sheet of `kg review --to`: the columns answer and decisions are missing."
            )
        return tuple(d for row in rows if (row["answer"] or "").strip() for d in _decisions(row, path, rows.line_num))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DecisionError(f"The sheet {path} cannot be read: {error}.") from error


def _row(question: Question) -> tuple[str, ...]:
    answers = "; ".join(f"{answer.key} = {answer.text}" for answer in question.answers)
    evidence = "\n".join(
        f"{side.name}: {side.detail}" + "".join(f'\n  "{text}" ({document})' for document, text in side.quotes)
        for side in question.sides
    )
    coded = {answer.key: [[str(d.kind), d.a, d.b] for d in answer.decisions] for answer in question.answers}
    return ("", answers, question.text, question.reason, evidence, "", "", json.dumps(coded, ensure_ascii=False))


def _decisions(row: dict[str, str], path: Path, line: int) -> list[Decision]:
    try:
        offered = json.loads(unguarded(row["decisions"] or ""))
        answer = (row["answer"] or "").strip().casefold()
        key = {"yes": "y", "no": "n"}.get(answer, answer)
        if key not in offered:
            raise DecisionError(f"{path}, line {line}: {answer!r} is no answer; use one of {', '.join(offered)}.")
        by, reason = unguarded(row.get("by") or "").strip(), unguarded(row.get("reason") or "").strip()
        return [Decision(Kind(kind), str(a), str(b), by=by, reason=reason) for kind, a, b in offered[key]]
    except (ValueError, TypeError) as error:
        raise DecisionError(f"{path}, line {line}: the column decisions was changed.") from error
