"""What the words of a line say where the parser may err: patterns of frames meet the lines of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.en.annotation import DocEntity, Span
from kg.extract.en.argument import Argument
from kg.extract.en.bind import Candidate
from kg.extract.en.containment import is_city_in, is_region_in_country, is_region_or_country, may_lie_in
from kg.extract.en.end_checks import CHECKS
from kg.extract.en.factuality import judge
from kg.extract.en.frames import GIVER, PROJECT, Frame, FrameSet
from kg.extract.en.lines import Line, fillers
from kg.extract.en.nearby import CONTINENTS, Nearby
from kg.extract.en.partners import company_first, is_own_body
from kg.extract.en.patterns import Patterns, compile_patterns
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import governor
from kg.extract.en.tokens import Token
from kg.extract.en.verdicts import verdict_of
from kg.extract.rules import load
from kg.model import EntityType, Relation, Status

WORDS, IMPLIED = "words", "implied"
"""Roles of the ends: stated by a pattern's words, or what the article must mean."""
_OF_MINUTES = frozenset({"council", "awarder"})
_UNNAMED = frozenset({"nominal", "chunk"})
_KEEPING = frozenset({"prison", "jail"})
_SEATS = frozenset({"headquarters", "base", "office", "offices", "branch", "hub", "home"})
_FOR_REPORTERS = frozenset({"news", "press", "media"})
_DENIED = re.compile(r" (?:without|no|any|neither|nor|every)(?: [^⟨ ]+){0,2}$")
_ALTERNATIVE = re.compile(r"⟩ (?:, )?or(?: [^ ⟨]+){0,3} ⟨")
_ACTORS = frozenset({"nsubj", "nsubjpass"})
_IN_PHRASE = frozenset({"pobj", "dobj", "appos"})
_NO_LIST = frozenset({"VERB", "AUX", "ADP", "PRON"})
_NEAR_ABOVE = 6
_FIRST_BEFORE_COMMA = re.compile(
    r" ?⟨(\d+):[A-Za-z]+⟩ , (?:was|were|is|are|has|have|had|will|would|must|can|could)(?= )"
)
_WITHIN_NOUN = frozenset({"pobj", "prep", "poss", "compound", "conj", "nmod"})
_MENTION = re.compile(r"⟨(\d+):")
_FROM = re.compile(r" - (?:based|headquartered|listed|quoted|registered|traded) ")
"""Behind a place: where a company is from."""
_PORTION = re.compile(
    r"(?: with)? [\d.]+ (?:%|percent|per cent|pct)(?: (?:equity|stake|shares?|interest|shareholding))*"
    r"(?: (?:of|in))?(?= )"
)
"""In a list, what its last member holds, or what somebody holds of the next."""


def surface_candidates(sentences: Sentences, written: tuple[Line, ...], frame_set: FrameSet) -> Iterator[Candidate]:
    """Every pair of mentions that a frame's pattern relates, asserted or not."""
    nearby = Nearby(sentences)
    patterns, of_one = _patterns(frame_set.frames), _patterns_of_one(frame_set.frames)
    for line in written:
        mentions = line.text.count("⟨")
        for pattern in (patterns if mentions > 1 else of_one).fitting(line) if mentions else ():
            for match in pattern.matches(line):
                yield from _bind(sentences, nearby, line, pattern.frame, match)


@cache
def _patterns(found: tuple[Frame, ...]) -> Patterns:
    worded = (frame for frame in found if frame.patterns and frame.implied not in (PROJECT, GIVER))
    return Patterns(pattern for frame in worded for pattern in compile_patterns(frame))


@cache
def _patterns_of_one(found: tuple[Frame, ...]) -> Patterns:
    """Patterns for lines with one mention, as of minutes: the article tells the other end."""
    return _patterns(tuple(frame for frame in found if frame.implied in _OF_MINUTES))


def _bind(sentences: Sentences, nearby: Nearby, line: Line, frame: Frame, match: re.Match[str]) -> Iterator[Candidate]:
    trigger = trigger_of(sentences, line, match)
    subjects = _outermost(sentences, _members(sentences, slotted(sentences, line, match, "s", frame.subject_types)))
    objects = _outermost(sentences, _members(sentences, slotted(sentences, line, match, "o", frame.object_types)))
    if frame.relation is Relation.PARTICIPATES_IN:
        subjects = _persons_first(sentences, subjects)
    said = line.said(match)
    if _is_inside_apposition(sentences, said):
        return
    if frame.implied:
        owned = next(iter(objects), None) if frame.implied == "country" else None
        number = nearby.home_country(owned.entity, trigger.i) if owned else nearby.find(frame.implied, trigger.i)
        types = frame.subject_types | frame.object_types
        found = [] if number is None else fillers(sentences, number, types, IMPLIED)
        subjects, objects = subjects or found, objects or found
    if frame.without and _says(sentences, line, match, frame.without.get("words", frozenset()), (*subjects, *objects)):
        return
    if frame.with_ and not _says(sentences, line, match, frame.with_.get("words", frozenset()), (*subjects, *objects)):
        return
    if frame.named:
        objects = [o for o in objects if not sentences.entity(o.entity).name.islower()]
    if frame.symmetric and (_DENIED.search(line.text[: match.start()]) or _ALTERNATIVE.search(said)):
        return
    verdict = verdict_of(frame, trigger, said)
    for subject in subjects:
        for target in objects:
            if subject.entity != target.entity and _lies(sentences, line, match, frame, subject, target):
                if frame.symmetric and is_own_body(sentences, subject, target):
                    continue
                ends = company_first(sentences, subject, target) if frame.symmetric else (subject, target)
                yield Candidate(frame, trigger, None, *ends, verdict)


def _is_inside_apposition(sentences: Sentences, said: str) -> bool:
    """ "Orbico, a unit of Tandem, was fined": a match that begins "Tandem, was" leaves out who was.

    So it is in "Orbico, which works with Tandem, was fined".
    """
    first = _FIRST_BEFORE_COMMA.match(said)
    if not first:
        return False
    token = sentences.doc[sentences.annotation.spans[int(first.group(1))].head]
    below = False
    for _ in range(_NEAR_ABOVE):
        if token.dep_ == "relcl" or (token.dep_ == "appos" and below):
            return below and token.head.i < token.i
        if token.dep_ not in _WITHIN_NOUN and token.dep_ != "appos":
            return False
        below = below or token.dep_ in ("pobj", "poss")
        token = token.head
    return False


def trigger_of(sentences: Sentences, line: Line, match: re.Match[str]) -> Token:
    """The token of a match that its pattern calls the trigger, else its first one."""
    named = bool(match.groupdict().get("t"))
    start, end = match.span("t") if named else match.span()
    first = sentences.doc[line.token_at(start + 1)]
    whole = named and first.dep_ == "compound" and first.head.i == line.token_at(end - 1)
    number = named and first.dep_ == "compound" and first.tag_ == "CD"
    return first.head if whole or number else first  # the "credits" of "tax credits", the "billion" of "1.2 billion"


def _says(
    sentences: Sentences, line: Line, match: re.Match[str], words: frozenset[str], ends: tuple[Filler, ...]
) -> bool:
    """Whether one of the words stands in a match, outside of the ends' own names."""
    first, last = line.token_at(match.start() + 1), line.token_at(match.end() - 1)
    named = {i for end in ends for i in range(end.span.start, end.span.end)}
    return any(t.lower_ in words and t.i not in named for t in sentences.doc[first : last + 1])


def _members(sentences: Sentences, found: list[Filler]) -> list[Filler]:
    """The named members of a group without a name ("a consortium led by A") stand for it."""
    if not any(sentences.is_group(filler.span) for filler in found):
        return found
    heads = [(Argument(sentences.doc[f.span.head], alone=True), f.role) for f in found]
    return [member for argument, role in heads for member in sentences.fillers(argument, role)]


def _outermost(sentences: Sentences, parties: list[Filler]) -> list[Filler]:
    """Without the region or country that a comma puts a place in: "the city of Dallas, Texas"."""
    return [
        party
        for before, party in zip([None, *parties], parties, strict=False)
        if before is None or not _tells_where(sentences, before, party)
    ]


def _tells_where(sentences: Sentences, before: Filler, place: Filler) -> bool:
    inner, outer = sentences.entity(before.entity), sentences.entity(place.entity)
    if outer.type is not EntityType.PLACE or sentences.before_comma(place.span) is not before.span:
        return False
    return is_city_in(inner, outer)


def _persons_first(sentences: Sentences, parties: list[Filler]) -> list[Filler]:
    """In "between Orbico chairman Lee and Governor Hill" the companies only tell who the persons are."""
    persons = [p for p in parties if sentences.entity(p.entity).type is EntityType.PERSON]
    return persons or parties


def _lies(
    sentences: Sentences, line: Line, match: re.Match[str], frame: Frame, subject: Filler, target: Filler
) -> bool:
    """Whether a place can lie where the pattern says; a comma alone says so only before a region, and not in a list.

    A country or region jails and bans persons; a city is only where they are jailed.
    """
    if frame.where == "in-place" and sentences.entity(target.entity).type is EntityType.PERSON:
        return is_region_or_country(sentences.entity(subject.entity))
    if frame.where in CHECKS:
        return CHECKS[frame.where](sentences, subject, target)
    if frame.relation is not Relation.LOCATED_IN:
        return not _says_where_from(sentences, line, match, subject, target)
    inner, outer = sentences.entity(subject.entity), sentences.entity(target.entity)
    if not _has_a_place(sentences, inner.type, subject) or _is_behind_city(sentences, frame, target):
        return False
    if outer.name in CONTINENTS or _is_adjective(sentences, frame, subject, outer):
        return False
    if not _fits_where(sentences, frame, subject, target):
        return False
    if frame.where == "attached" and not _is_attached(sentences, trigger_of(sentences, line, match), subject, outer):
        return False
    if frame.where == "seat-of" and not _is_open(trigger_of(sentences, line, match)):
        return False
    after = line.text[match.end() :]
    if (
        (after.startswith(" 's") and _owns_what_follows(sentences, match, subject, target))
        or len(subject.span.entities) > 1
        or _DENIED.search(line.text[: match.start()])
    ):
        return False
    if frame.where == "after-comma":
        listed = re.match(r"(?: ,)? (?:and|or|&)? ?⟨\d+:L|,? ⟨\d+:L", after)
        if listed or not (is_city_in(inner, outer) or is_region_in_country(inner, outer)):
            return False
    return may_lie_in(inner, outer)


def _says_where_from(sentences: Sentences, line: Line, match: re.Match[str], *ends: Filler) -> bool:
    """Whether an end is the "UK" of "owned by UK-listed Orbico"."""
    if not _FROM.match(line.text, match.end()):
        return False
    last = sentences.annotation.spans[int(_MENTION.findall(line.said(match))[-1])]
    return any(end.span is last for end in ends)


def _fits_where(sentences: Sentences, frame: Frame, subject: Filler, target: Filler) -> bool:
    """ "Lindal University" is at a place, as "Orbico" may not be; a firm's city says where it is, its country not."""
    if frame.where == "site":
        last = sentences.doc[subject.span.end - 1].lower_
        return " " in sentences.entity(subject.entity).name and last in load("en/word_lists.yaml")["site"]
    outer = sentences.entity(target.entity)
    return frame.where != "city" or not (is_region_or_country(outer) or target.span.is_adjective)


def _owns_what_follows(sentences: Sentences, match: re.Match[str], subject: Filler, place: Filler) -> bool:
    """The place of "a plant in China's Hubei", the firm of "the Denver company's"; not "Gdansk-based Orbico's"."""
    last = sentences.annotation.spans[int(_MENTION.findall(match.group(0))[-1])]
    return last is place.span or subject.span.source in _UNNAMED


def _has_a_place(sentences: Sentences, kind: EntityType, subject: Filler) -> bool:
    """Whether it makes sense to say where something is: not bridges, a summit, or Orbico's users."""
    span, head = subject.span, sentences.doc[subject.span.head]
    if kind is EntityType.FACILITY:
        counted = any(child.dep_ in ("nummod", "poss", "det") for child in head.children)
        bare = head.tag_ == "NNS" and span.source in _UNNAMED and not counted
        return not bare and head.lower_ not in _KEEPING and _stands(head)
    if kind is EntityType.EVENT:
        named = span.source not in _UNNAMED or span.end - span.start > 1
        return named and sentences.doc[span.start].lower_ not in _FOR_REPORTERS
    user = head.head
    return not (head.dep_ == "compound" and user.i == span.end and user.pos_ == "NOUN" and user.tag_ == "NNS")


def _is_adjective(sentences: Sentences, frame: Frame, subject: Filler, outer: DocEntity) -> bool:
    """The country of "the US company" says no more than an adjective; "the US data firm", "the Denver firm" do."""
    span = subject.span
    if frame.where != "firm" or span.source not in _UNNAMED or not is_region_or_country(outer):
        return False
    return span.end - span.start == 1 or any(t.text.isdigit() for t in sentences.doc[span.start : span.end])


def _is_behind_city(sentences: Sentences, frame: Frame, target: Filler) -> bool:
    """The "Alberta" of "Calgary, Alberta-based": the seat is the city."""
    before = sentences.before_comma(target.span) if frame.where == "seat" else None
    return before is not None and sentences.entity(before.entities[0]).type is EntityType.PLACE


def _is_attached(sentences: Sentences, trigger: Token, subject: Filler, outer: DocEntity) -> bool:
    """The "Orbico in Gdansk" of "made by Orbico in Gdansk": a city, and the parser too takes it as the firm's."""
    span = subject.span
    own = span.start <= trigger.head.i < span.end and trigger.head.dep_ in ("pobj", "appos", "nsubj")
    together = trigger.head.head.lower_ == "with"  # "a partnership with Orbico in Gdansk"
    return own and not together and not is_region_or_country(outer) and sentences.entity(subject.entity).named


def _is_open(trigger: Token) -> bool:
    """Whether the "offices" of "offices in Gdansk" are there: not "will open offices in Gdansk"."""
    seat = trigger.head if trigger.pos_ == "ADP" else trigger
    if seat.dep_ == "pobj" and seat.head.head.dep_ == "ccomp" and seat.head.head.head.lemma_ == "make":
        return False  # "will make Gdansk the home of its German headquarters"
    return seat.dep_ not in ("dobj", "nsubjpass") or _stands(seat)


def _stands(noun: Token) -> bool:
    """Whether a facility is there or has its site, closed ones and seats that are to come not; no mere description."""
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i:
        return False
    verb = governor(noun)
    verdict = judge(noun, verb) if verb is not None else judge(noun, None)
    if verdict.status in (Status.PLANNED, Status.PROPOSED) and noun.lower_ in _SEATS:
        return False
    return verdict.asserted and verdict.status is not Status.ENDED


def slotted(
    sentences: Sentences, line: Line, match: re.Match[str], side: str, types: frozenset[EntityType]
) -> list[Filler]:
    """Mentions of these types in the slots of one side ("s" or "o") of a match, each of a list."""
    found: list[Filler] = []
    for name in sorted(name for name, text in match.groupdict().items() if name[0] == side and text):
        text = line.said(match, name)
        within = match.end() > match.end(name)  # "A and B 's joint venture", where the pattern says the "'s"
        listed = [text] if text.isdigit() else _listed(sentences, line, text, match.start(name), within=within)
        numbers = _own_members(sentences, listed)
        found.extend(f for number in numbers for f in fillers(sentences, int(number), types, WORDS))
    return found


def _own_members(sentences: Sentences, numbers: Iterable[str]) -> list[str]:
    """Members of a list: before a relative pronoun only its noun acts, and who begins a clause is no member.

    "A, B and C, which owns D"; "sold grain to A, B is …"; "In Lagos, A and B have partnered".
    """
    found = list(numbers)
    heads = [sentences.doc[sentences.annotation.spans[int(number)].head] for number in found]
    if len(found) > 1 and heads[-1].tag_ in ("WDT", "WP"):
        return found[-1:]
    if len(found) > 1 and _is_scene(sentences, sentences.annotation.spans[int(found[0])]):
        return found[1:]
    if len(found) > 1 and heads[-1].dep_ in _ACTORS and heads[0].dep_ in _IN_PHRASE:
        return found[:-1]
    return found


def _is_scene(sentences: Sentences, first: Span) -> bool:
    """The "Lagos" of a sentence that begins "In Lagos, ": where those behind it act."""
    if sentences.entity(first.entities[0]).type is not EntityType.PLACE:
        return False
    sentence = sentences.doc[first.head].sent
    before = [t.lower_ for t in sentences.doc[sentence.start : first.start] if t.text.isalpha()]
    return before in (["in"], ["in", "the"], ["across"], ["across", "the"])


def _listed(sentences: Sentences, line: Line, text: str, place: int, *, within: bool) -> Iterator[str]:
    """Mentions of a list; a verb or preposition between two of them ends it.

    Of a list with semicolons the first of each part: what stands behind it tells who that is.
    """
    if " ;" in text:
        yield from (found.group(1) for part in text.split(" ;") if (found := _MENTION.search(part)))
        return
    end = 0
    for mention in _MENTION.finditer(text):
        parting = _PORTION.sub(lambda found: " " * len(found.group()), text[end : mention.start()])
        between = [m.start() for m in re.finditer(r"(?<= )[^ ⟨]", parting)]
        if any(sentences.doc[line.token_at(place + end + at)].pos_ in _NO_LIST for at in between):
            return
        end = text.index("⟩", mention.end()) + 1
        owns = line.text.startswith(" 's", place + end) and not (within and end == len(text))
        if not owns and not _is_hyphenated(sentences, line, place + end):
            yield mention.group(1)


def _is_hyphenated(sentences: Sentences, line: Line, place: int) -> bool:
    """As in "Orbico-led"; a dash between spaces ("Orbico and Acme - were fined") is none."""
    if not line.text.startswith(" - ", place):
        return False
    dash = sentences.doc[line.token_at(place + 1)]
    return not dash.nbor(-1).whitespace_
