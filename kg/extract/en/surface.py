"""Word patterns over an article's lines, with its mentions as single items: what the parser need not be right about.

A line is written as a string of items, ` ⟨4:C⟩ 's chairman , ⟨5:P⟩ said`: words in lower case, and each mention as its
number, the letters of its types and its marks (`d` a demonym, `r` a relative pronoun, `n` a noun phrase or pronoun).
Remarks in parentheses and quotation marks are left out. `frames/README.md` documents the pattern language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.errors import RuleError
from kg.extract.en.annotation import DocEntity, Span
from kg.extract.en.bind import Candidate, is_verbal
from kg.extract.en.containment import is_region_or_country, may_lie_in
from kg.extract.en.factuality import Verdict, judge
from kg.extract.en.frames import Frame, FrameSet
from kg.extract.en.nearby import Nearby, kind_of
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import governor
from kg.extract.rules import load
from kg.model import EntityType, Relation, Status

LETTERS: Mapping[EntityType, str] = {
    EntityType.COMPANY: "C",
    EntityType.GOVERNMENT: "G",
    EntityType.ORGANIZATION: "O",
    EntityType.PERSON: "P",
    EntityType.PLACE: "L",
    EntityType.FACILITY: "F",
    EntityType.EVENT: "E",
}
_QUOTES = frozenset("\"“”„«»'‘’`") | {"``", "''"}
_OFFICES = frozenset({"minister", "secretary"})
"""A body may be named by its head's office ("minister of economy, trade and industry")."""
_END = r"(?= |$)"
_STOPS = "not|n't|never|no|nor|without|neither|than|and|or|but|of|in|for|by|with|from|to|at|on|as|into|about|after|before|while"
"""Words that filler words (`~n`) never cross: negations, conjunctions, prepositions."""
_PLAIN = rf"(?: (?:(?![⟨,;:.!?()–—]|(?:{_STOPS})(?= |$))[^ ]+|⟨\d+:[A-Z]+d⟩))"
"""A filler word, or a demonym."""
_ANY_ITEM = r"(?: (?![,;:.!?()–—] )[^ ]+)"
_MAX_REMARK = 12
_PRESUPPOSED = frozenset({"amod", "compound", "nmod", "npadvmod", "acl", "advmod"})
_PAST = re.compile(r" (?:former|formerly|then|ex|previously|once)(?= )")
_AHEAD = re.compile(r" (?:planned|future|upcoming|will|proposed|intended|prospective)(?= )")
_DENIED = re.compile(r" (?:without|no|any|neither|nor|every)(?: [^⟨ ]+){0,2}$")
_NO_LIST = frozenset({"VERB", "AUX", "ADP", "PRON"})
IMPLIED = "implied"
_OFFICE_REMARK = re.compile(r"(?:the |its )?(?:[a-z]+ ){0,3}(?:ceo|chief executive|chairman|chairwoman|president|director|minister)\b")
_HYPHEN = re.compile(r"(?<=[\w%.])(-)(?=[a-z])")
_MARKS = {"": "rn", "d": "drn", "n": "n", "x": ""}
"""What a slot's letter allows beside names: demonyms, relative pronouns, noun phrases and pronouns."""
_MENTION = re.compile(r"⟨(\d+):")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a string of items; `starts` and `tokens` say which token begins at which place of it."""

    text: str
    starts: tuple[int, ...]
    tokens: tuple[int, ...]

    def token_at(self, place: int) -> int:
        """Index of the token whose item covers a place of the string."""
        return self.tokens[max(0, bisect_right(self.starts, place) - 1)]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern with the frame that it belongs to."""

    frame: Frame
    regex: re.Pattern[str]


def lines(sentences: Sentences) -> tuple[Line, ...]:
    """All lines of a document outside of its boilerplate."""
    spans = {span.start: (number, span) for number, span in enumerate(sentences.annotation.spans)}
    found: list[Line] = []
    items: list[tuple[str, int]] = []
    i, size = 0, len(sentences.doc)
    while i < size:
        token = sentences.doc[i]
        step = 1
        if "\n" in token.text:
            found.append(_line(items))
            items = []
        elif i in spans:
            number, span = spans[i]
            items.extend(_mention_items(sentences, number, span))
            step = max(1, span.end - i)
        elif token.text == "(" and (closing := _closing(sentences.doc, i)):
            step = 1 if _is_office(sentences.doc[i + 1 : closing - 1].text) else closing - i
            items.extend([(",", i)] if step == 1 else [])
        elif not sentences.is_skipped(token) and not token.is_space and not _quote(sentences, token) and token.text != ")":
            items.extend((word, i) for word in _word_items(sentences, token))
        i += step
    found.append(_line(items))
    return tuple(line for line in found if line.text)


def _word_items(sentences: Sentences, token: Token) -> list[str]:
    """The words of a token: "60%-owned" in three, an apostrophe behind a name as "'s"."""
    text = "_".join(token.lower_.replace("’", "'").split())
    if text == "'" or (text.startswith("'") and token.tag_ == "POS"):
        return ["'s"]
    return [part for part in _HYPHEN.split(text) if part]


def _is_office(remark: str) -> bool:
    """A remark that says who someone is: "Ma Huateng (chief executive)"."""
    return bool(_OFFICE_REMARK.match(remark.lower()))


def _quote(sentences: Sentences, token: Token) -> bool:
    if token.text in ("'", "’") and token.i and not token.nbor(-1).whitespace_:
        behind_name = sentences.span_at(token.nbor(-1)) is not None and token.nbor(-1).lower_.endswith("s")
        return not (behind_name and token.whitespace_)
    return token.text in _QUOTES and token.tag_ != "POS"


def stands_for_place(entity: DocEntity) -> bool:
    """Whether a government is named by its place ("Hebei")."""
    return entity.type is EntityType.GOVERNMENT and kind_of(entity) is not None


def _closing(doc: Doc, i: int) -> int:
    """Index after the bracket that closes a short remark, 0 where none does."""
    for j in range(i + 1, min(len(doc), i + _MAX_REMARK)):
        if doc[j].text == ")":
            return j + 1
    return 0


def _mention_items(sentences: Sentences, number: int, span: Span) -> Iterator[tuple[str, int]]:
    letters = "".join(sorted({letter for e in span.entities for letter in _letters(sentences.entity(e))}))
    head = sentences.doc[span.head]
    marks = "d" if any(step.startswith("adjective of") for step in span.via) else ""
    if head.tag_ in ("WDT", "WP", "WP$"):
        marks += "r"
    elif span.source in ("nominal", "pronoun", "speaker"):
        marks += "n"
    first = sentences.doc[span.start]
    if first.lower_ in _OFFICES and letters == "G":
        yield from ((first.lower_, span.start), ("of", span.start))
    yield f"⟨{number}:{letters}{marks}⟩", span.start
    if head.tag_ in ("PRP$", "WP$"):
        yield "'s", span.start


def _letters(entity: DocEntity) -> str:
    """A government that has the name of its place counts as the place too."""
    return LETTERS[entity.type] + ("L" if stands_for_place(entity) else "")


def _line(items: list[tuple[str, int]]) -> Line:
    starts: list[int] = []
    place = 0
    for text, _ in items:
        starts.append(place + 1)
        place += len(text) + 1
    return Line("".join(f" {text}" for text, _ in items), tuple(starts), tuple(token for _, token in items))


# --- patterns ----------------------------------------------------------------------------------------------------------


def slot(types: frozenset[EntityType], name: str = "", marks: str = "rn") -> str:
    """Regular expression of one mention of these types; its number is the group `name`."""
    letters = "".join(sorted(LETTERS[t] for t in types))
    number = rf"(?P<{name}>\d+)" if name else r"\d+"
    tail = f"[{marks}]*" if marks else ""
    return rf" ⟨{number}:[A-Z]*[{letters}][A-Z]*{tail}⟩"


def compile_patterns(frame: Frame) -> tuple[Pattern, ...]:
    """The frame's patterns as regular expressions.

    Raises:
        RuleError: A pattern has no S or no O (one may be `implied`), or is not well formed.
    """
    slots = _Slots(frame.rule, frame.subject_types, frame.object_types, bool(frame.implied))
    return tuple(Pattern(frame, _compile(slots, text)) for text in frame.patterns)


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a pattern's S and O stand for."""

    rule: str
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    implied: bool


@cache
def _compile(slots: _Slots, text: str) -> re.Pattern[str]:
    counts = {"S": 0, "O": 0}
    pieces = [_piece(slots, word, counts) for word in text.split()]
    if bool(counts["S"]) + bool(counts["O"]) + slots.implied != 2:
        raise RuleError(f"rule {slots.rule!r}: pattern {text!r} needs both S and O, or one of them and `implied`.")
    try:
        return re.compile("".join(pieces))
    except re.error as error:
        raise RuleError(f"rule {slots.rule!r}: pattern {text!r}: {error}.") from error


def _piece(slots: _Slots, word: str, counts: dict[str, int]) -> str:
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    trigger = word.startswith("!")
    piece = _plain_piece(slots, word.lstrip("!"), counts)
    piece = f"(?P<t>{piece})" if trigger else piece
    return f"(?:{piece})?" if optional else piece


def _plain_piece(slots: _Slots, word: str, counts: dict[str, int]) -> str:
    side = word[:1]
    if side in ("S", "O") and word[1:] in ("", "+", "d", "n", "x"):
        name = f"{side.lower()}{counts[side]}"
        counts[side] += 1
        return _slot_piece(slots.subject_types if side == "S" else slots.object_types, name, word[1:])
    if re.fullmatch(r"~\d+", word):
        return rf"{_PLAIN}{{0,{word[1:]}}}?"
    if re.fullmatch(r"\*\d+", word):
        return rf"{_ANY_ITEM}{{0,{word[1:]}}}?"
    if word.startswith("<") and word.endswith(">"):
        return slot(frozenset(EntityType(name) for name in word[1:-1].split("|")), marks="drn")
    if word == "APP":
        return rf" ,{_ANY_ITEM}{{1,10}} ,"
    if word == "REL":
        return rf"(?: (?:which|that|who){_END}| ⟨\d+:[A-Z]+r⟩)"
    if word == "NUMBER":
        return rf" (?:[\d.,/]+|a third|one third|two thirds|half){_END}"
    options = load("en/word_lists.yaml")[word[1:]] if word.startswith("@") else word.strip("()").split("|")
    return _words(options)


def _slot_piece(types: frozenset[EntityType], name: str, kind: str) -> str:
    if kind == "+":
        one = slot(types)
        comma = r"(?: ,(?: and| or)?| and| or| &| as well as)"
        remark = rf"(?:{comma} (?:the|a|an){_ANY_ITEM}{{1,6}})??"
        return rf"(?P<{name}>{one}(?:(?: 's{_PLAIN}{{0,3}})?{remark}{comma}{_PLAIN}{{0,5}}?{one})*)"
    return slot(types, name, _MARKS[kind])


def _words(options: list[str]) -> str:
    spaced = (o.replace("_", " ").replace("-", " - ") if len(o) > 1 else o for o in options)
    texts = sorted((re.escape(o) for o in spaced), key=len, reverse=True)
    return rf"(?: (?:{'|'.join(texts)}){_END})"


# --- candidates --------------------------------------------------------------------------------------------------------


def surface_candidates(sentences: Sentences, written: tuple[Line, ...], frame_set: FrameSet) -> Iterator[Candidate]:
    """Every pair of mentions that a frame's pattern relates, asserted or not."""
    nearby = Nearby(sentences)
    patterns = [p for frame in frame_set.frames if frame.patterns for p in compile_patterns(frame)]
    for line in written:
        if line.text.count("⟨") > 1:
            for pattern in patterns:
                for match in pattern.regex.finditer(line.text):
                    yield from _bind(sentences, nearby, line, pattern.frame, match)


def _bind(sentences: Sentences, nearby: Nearby, line: Line, frame: Frame, match: re.Match[str]) -> Iterator[Candidate]:
    start = match.start("t") + 1 if "t" in match.groupdict() and match.group("t") else match.start() + 1
    trigger = sentences.doc[line.token_at(start)]
    subjects = _fillers(sentences, line, match, "s", frame.subject_types)
    objects = _fillers(sentences, line, match, "o", frame.object_types)
    if frame.relation is Relation.PARTICIPATES_IN:
        subjects = _persons_first(sentences, subjects)
    if frame.implied:
        number = nearby.find(frame.implied, trigger.i)
        found = [] if number is None else list(fillers(sentences, number, frame.subject_types | frame.object_types, IMPLIED))
        subjects, objects = subjects or found, objects or found
    verdict = _verdict(frame, trigger, match.group(0))
    for subject in subjects:
        for target in objects:
            if subject.entity != target.entity and _lies(sentences, line, match, frame, subject, target):
                yield Candidate(frame, trigger, None, subject, target, verdict)


def _persons_first(sentences: Sentences, parties: list[Filler]) -> list[Filler]:
    """In "between Orbico chairman Lee and Governor Hill" the companies only tell who the persons are."""
    persons = [p for p in parties if sentences.entity(p.entity).type is EntityType.PERSON]
    return persons or parties


def _verdict(frame: Frame, trigger: Token, words: str) -> Verdict:
    """A noun or a participle in front of one presupposes what it says; a clause's own verb is judged as any other."""
    if is_verbal(trigger) and trigger.dep_ not in _PRESUPPOSED:
        return judge(trigger, trigger)
    if not judge(trigger, None).asserted and trigger.sent[-1].text == "?":
        return Verdict(False, None, ("question",))
    if _PAST.search(words):
        return Verdict(True, Status.ENDED, ("former",))
    if _AHEAD.search(words):
        return Verdict(True, Status.PLANNED, ("planned",))
    return Verdict(True, frame.status or Status.COMPLETED)


def _lies(
    sentences: Sentences, line: Line, match: re.Match[str], frame: Frame, subject: Filler, target: Filler
) -> bool:
    """Whether a place can lie where the pattern says; a comma alone says so only before a region, and not in a list."""
    if frame.relation is not Relation.LOCATED_IN:
        return True
    inner, outer = sentences.entity(subject.entity), sentences.entity(target.entity)
    if inner.type is EntityType.FACILITY and not _stands(sentences.doc[subject.span.head]):
        return False
    after = line.text[match.end() :]
    if after.startswith(" 's") or len(subject.span.entities) > 1 or _DENIED.search(line.text[: match.start()]):
        return False
    if frame.where == "after-comma":
        listed = re.match(r"(?: ,)? (?:and|or|&)? ?⟨\d+:L|,? ⟨\d+:L", after)
        if listed or not is_region_or_country(outer) or is_region_or_country(inner):
            return False
    return may_lie_in(inner, outer)


def _stands(noun: Token) -> bool:
    """Whether a facility is there already or still: not one that is planned or was closed."""
    verb = governor(noun)
    verdict = judge(noun, verb) if verb is not None else judge(noun, None)
    return verdict.asserted and verdict.status not in (Status.PLANNED, Status.PROPOSED, Status.ENDED)


def _fillers(
    sentences: Sentences, line: Line, match: re.Match[str], side: str, types: frozenset[EntityType]
) -> list[Filler]:
    found: list[Filler] = []
    for name in sorted(name for name, text in match.groupdict().items() if name[0] == side and text):
        text = match.group(name)
        numbers = [text] if text.isdigit() else list(_listed(sentences, line, text, match.start(name)))
        found.extend(f for number in numbers for f in fillers(sentences, int(number), types))
    return found


def _listed(sentences: Sentences, line: Line, text: str, place: int) -> Iterator[str]:
    """Mentions of a list; a verb or preposition between two of them ends it."""
    end = 0
    for mention in _MENTION.finditer(text):
        between = [m.start() for m in re.finditer(r"(?<= )[^ ⟨]", text[end : mention.start()])]
        if any(sentences.doc[line.token_at(place + end + at)].pos_ in _NO_LIST for at in between):
            return
        end = text.index("⟩", mention.end()) + 1
        if not line.text.startswith((" 's", " - "), place + end):
            yield mention.group(1)


def fillers(sentences: Sentences, number: int, types: frozenset[EntityType], role: str = "words") -> Iterator[Filler]:
    """The mention with this number as filler, once for each of its entities of the types."""
    span = sentences.annotation.spans[number]
    for entity in span.entities:
        if _fits(sentences.entity(entity), types):
            yield Filler(span, entity, role, 0)


def _fits(entity: DocEntity, types: frozenset[EntityType]) -> bool:
    return entity.type in types or (EntityType.PLACE in types and stands_for_place(entity))
