"""Facilities and events that have no proper name: noun phrases by their head ("battery plant", "signing ceremony")."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular, word_set
from kg.extract.en.measures import SIZES_BEFORE_NAMES, UNITS, with_size
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

_MODIFIER_DEPS = frozenset(
    {"compound", "amod", "nmod", "punct", "conj", "cc", "npadvmod", "advmod", "quantmod", "dep", "nummod", "acl"}
)
_MODIFIER_POS = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT", "CCONJ", "VERB", "NUM", "ADV", "X", "SYM"})
_ORDINALS = word_set("first second third fourth fifth sixth seventh")
_DROPPED = word_set(
    """new own more other several many some such same various major big large huge planned proposed existing
    current former giant massive future potential key entire whole latest additional multiple further few
    certain similar one two three four five six seven eight nine ten dozen dozens hundreds its their his our
    another"""
)
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "more", "new", "additional"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "said", "both"})
_INSIDE = frozenset({"NOUN", "ADJ", "CCONJ"})
_JOINED = frozenset({"NOUN", "ADJ"})
_MAX_WORDS = 8


_BUILDING = word_set(
    """build construct open establish erect launch inaugurate operate expand plan develop set complete finance run
    close own host create propose start commission rehabilitate reconstruct upgrade finance fund lay"""
)
_BUILDING_NOUNS = word_set(
    "construction building work works expansion establishment rehabilitation upgrade opening completion launch"
)
_UNNAMED_COMPANIES = frozenset({"venture", "subsidiary", "consortium", "company"})
_KINDS_OF_COMPANIES = word_set("shell holding")
_RUNNING = word_set("project operating concession")
_SHARES = word_set("percent cent pct % stake share shares interest half third quarter majority shareholding holding")
_SHOWS = frozenset({("air", "show"), ("trade", "show"), ("motor", "show"), ("auto", "show"), ("town", "hall")})
_BODIES = frozenset({"army", "navy", "police", "military"})


@dataclass(slots=True)
class Phrase:
    """A facility or event noun phrase.

    Attributes:
        start: First token of the span, behind names that stand inside of the phrase.
        full_start: First token of the useful name, names inside of it included.
        bare: The head stands alone or as a mere reference ("the plant").
        definite: "def", "indef" or "" (no determiner).
    """

    start: int
    end: int
    full_start: int
    head: int
    type: EntityType
    definite: str
    bare: bool

    def modifiers(self, sheet: Sheet) -> frozenset[str]:
        """Lower-case words in front of the head, singular, "centre" and "center" alike."""
        words = {singular(sheet.lower[i]) for i in range(self.full_start, self.head) if sheet.text[i].isalnum()}
        return frozenset(w for w in words if w != "and" and not w.isdigit() and w not in UNITS | SIZES_BEFORE_NAMES)


_MINISTERS = frozenset({"minister", "ministry"})


def find_phrases(sheet: Sheet, taken: list[int]) -> list[Phrase]:
    """Facility and event phrases outside of `taken` tokens.

    Args:
        sheet: The document.
        taken: For each token 0 if it is free, 1 if a name holds it, 2 if it is skipped.
    """
    lex = lexicon()
    found: list[Phrase] = []
    for i in range(len(sheet)):
        word = sheet.lower[i]
        if word == "one" and not taken[i] and i > 1 and sheet.lower[i - 1] in _ORDINALS and sheet.lower[i - 2] == "the":
            found.append(Phrase(i - 1, i + 1, i - 1, i, EntityType.FACILITY, "def", bare=False))
            continue
        if taken[i] or sheet.pos[i] not in ("NOUN", "PROPN") or not sheet.text[i][0].isalpha():
            continue
        if word in lex["facility_nouns"]:
            if _is_portfolio(i, sheet):
                continue
            phrase = _phrase(i, EntityType.FACILITY, sheet, taken, lex)
        elif singular(word) in lex["event_nouns"] or (i and (sheet.lower[i - 1], word) in _SHOWS):
            phrase = _phrase(i, EntityType.EVENT, sheet, taken, lex)
        elif word in _UNNAMED_COMPANIES and _is_unnamed(i, word, sheet, taken):
            phrase = _phrase(i, EntityType.COMPANY, sheet, taken, lex)
        elif word in _BODIES and sheet.dep[i] != "compound" and not _followed_by_name(i, sheet, taken):
            phrase = _phrase(i, EntityType.GOVERNMENT, sheet, taken, lex)
            phrase = phrase if phrase and phrase.definite == "def" else None
        else:
            continue
        if phrase:
            found.append(phrase)
    return found


def _is_portfolio(i: int, sheet: Sheet) -> bool:
    """The "mines" of "mines and steel development minister"."""
    behind = sheet.lower[i + 1 : i + 5]
    return behind[:1] == ["and"] and not _MINISTERS.isdisjoint(behind[2:])


def _phrase(head: int, kind: EntityType, sheet: Sheet, taken: list[int], lex: Lexicon) -> Phrase | None:
    if _modifies_noun(head, sheet):
        return None
    left, determiner = _left_edge(head, sheet, taken)
    words = [sheet.lower[i] for i in range(left, head)]
    bare = not any(w not in _DROPPED and w.isalnum() for w in words)
    definite = "def" if determiner in _DEFINITE else "indef" if determiner in _INDEFINITE else ""
    if kind is EntityType.FACILITY and not _is_facility(head, words, definite, sheet, lex):
        return None
    start = _after_names(left, head, taken)
    while start < head and (
        sheet.lower[start] in _DROPPED
        or not sheet.text[start][0].isalnum()
        or sheet.lower[start] == "'s"
        or sheet.pos[start] == "CCONJ"
    ):
        start += 1
    start, left = with_size(start, left, head, sheet)
    if not definite:
        determiner = _determiner(left, sheet)
        definite = "def" if determiner in _DEFINITE else "indef" if determiner in _INDEFINITE else ""
    full = left
    while full < start and (
        sheet.lower[full] in _DROPPED or not sheet.text[full][0].isalnum() or sheet.pos[full] == "CCONJ"
    ):
        full += 1
    if sheet.lower[full] in SIZES_BEFORE_NAMES and taken[full + 1] == 1 and full + 1 < start:
        full += 1  # "2,400-megawatt Lena Ridge plant"
    return Phrase(start, head + 1, full, head, kind, definite, bare)


def _determiner(i: int, sheet: Sheet) -> str:
    """The determiner in front of a token, "new" and the like between them left out."""
    while i > 0 and sheet.lower[i - 1] in _DROPPED - _INDEFINITE - _DEFINITE:
        i -= 1
    return sheet.lower[i - 1] if i > 0 and sheet.pos[i - 1] in ("DET", "PRON") else ""


def _modifies_noun(head: int, sheet: Sheet) -> bool:
    """As in "plant workers", "data centre operator": the noun only describes another."""
    above = sheet.head[head]
    if sheet.dep[head] in ("compound", "nmod", "amod") and above > head and sheet.sent[above] == sheet.sent[head]:
        return all(sheet.pos[j] in ("NOUN", "PROPN", "ADJ", "PUNCT") for j in range(head + 1, above))
    return head + 1 < len(sheet) and sheet.text[head + 1] == "-" and not sheet.space[head]


def _is_facility(head: int, words: list[str], definite: str, sheet: Sheet, lex: Lexicon) -> bool:
    word = sheet.lower[head]
    needed = lex.facility_if.get(word)
    if needed is None:
        return True
    if word in ("line", "lines") and words[-1:] == ["product"]:
        return False
    if (not word.endswith("s") or _is_counted(head, sheet)) and _is_built(head, sheet):
        return True
    if needed & set(words) or any(w in needed for w in _joined(words)):
        return True
    if word in _NAMED_NOUNS and _has_name(head, sheet):
        return True
    if word in _OWNED_NOUNS and _is_somebodys_somewhere(head, words, sheet):
        return True
    if word == "works":
        return definite == "def" and sheet.dep[head] in ("nsubj", "nsubjpass", "dobj", "pobj")
    return definite == "def" and word in _TAKEN_UP and not words


def _is_somebodys_somewhere(head: int, words: list[str], sheet: Sheet) -> bool:
    """As in "Orbico's mill in Durban", "its works near Gdansk": a plant, where somebody's and at a place."""
    before, after = head - len(words) - 1, sheet.lower[head + 1 : head + 2]
    owned = before >= 0 and sheet.tag[before] in ("PRP$", "POS")
    return owned and after in (["in"], ["near"], ["at"], ["outside"]) and sheet.pos[head + 2 : head + 3] == ["PROPN"]


def _is_counted(head: int, sheet: Sheet) -> bool:
    """As in "open four stores", "build 12 schools"."""
    return any(sheet.dep[child] == "nummod" for child in sheet.children[head])


def _has_name(head: int, sheet: Sheet) -> bool:
    """As in "the Pacific Meridian project": a name of its own right before the noun, not a holder's."""
    before = head - 1
    while before > max(0, head - 3) and sheet.lower[before] in lexicon().facility_if["project"]:
        before -= 1  # "the Kilima geothermal site"
    return (
        before > 0
        and (sheet.pos[before] == "PROPN" or (sheet.pos[before] == "ADJ" and before < head - 1))
        and sheet.text[before][0].isupper()
        and sheet.sent[before] == sheet.sent[head]
        and sheet.dep[before] in ("compound", "nmod", "amod")
        and fold(sheet.text[before]) not in places().demonyms
        and sheet.lower[before] not in _WIDE
    )


def _is_built(head: int, sheet: Sheet) -> bool:
    """What is opened, built or set up: "establish a base in Wuhan"."""
    if singular(sheet.lower[head]) not in _BUILT_NOUNS:
        return False
    if any(sheet.dep[c] in ("acl", "relcl") and sheet.doc[c].lemma_ in _BUILDING for c in sheet.children[head]):
        return True
    token = head
    while sheet.dep[token] == "conj" and sheet.head[token] != token:
        token = sheet.head[token]
    above = sheet.head[token]
    if sheet.dep[token] == "pobj" and sheet.lower[above] in ("of", "on"):
        return sheet.lower[sheet.head[above]] in _BUILDING_NOUNS
    grows = sheet.doc[above].lemma_ == "expand" and sheet.lower[head] == "network"  # of partners, shops, routes
    return sheet.dep[token] in ("dobj", "nsubjpass") and sheet.doc[above].lemma_ in _BUILDING and not grows


_WIDE = word_set("european african asian american latin arctic western eastern northern southern central new national")
_BUILT_NOUNS = word_set(
    """office base school college university institute store hub center centre site park line works network road
    highway reserve corridor building station system tower cable complex zone grid project farm mill point link
    home house apartment flat dwelling villa townhouse"""
)
_LONGEST_APPOSITION = 5
_OWNED_NOUNS = word_set("mill mills works complex hub")
_TAKEN_UP = word_set("centre center site complex hub base park line lines network cable")
_NAMED_NOUNS = word_set("project park complex hub corridor centre center base line farm site mill tower building")


def _is_unnamed(head: int, word: str, sheet: Sheet, taken: list[int]) -> bool:
    """A company without a name that acts or is acted on: "a joint venture", "its subsidiary", "a shell company"."""
    before = sheet.lower[head - 1] if head else ""
    if (word == "venture" and before != "joint" and not _is_taken_up(head, before, sheet)) or (
        word == "company" and before not in _KINDS_OF_COMPANIES and not _is_shared(head, before, sheet)
    ):
        return False
    if (word == "subsidiary" and _is_named_one(head, sheet, taken)) or _describes_name(head, sheet, taken):
        return False
    return sheet.dep[head] not in ("appos", "attr", "compound") and not _followed_by_name(head, sheet, taken)


def _describes_name(head: int, sheet: Sheet, taken: list[int]) -> bool:
    """As in "Lindal Transit (LT), a joint venture between …", which parsers hang elsewhere: a name, comma, "a"."""
    j = head
    while j > max(1, head - _LONGEST_APPOSITION) and sheet.text[j].islower() and sheet.lower[j] not in ("a", "an"):
        j -= 1
    if sheet.lower[j] not in ("a", "an") or sheet.text[j - 1] != ",":
        return False
    return taken[j - 2] == 1 or (sheet.text[j - 2] == ")" and taken[j - 3] == 1)


def _is_shared(head: int, before: str, sheet: Sheet) -> bool:
    """As in "51 percent of the terminal company": who runs something, known by what others hold of it."""
    above = sheet.head[head]
    held = sheet.dep[head] == "pobj" and sheet.lower[above] in ("of", "in")
    runs = before in _RUNNING or before in lexicon()["facility_nouns"]
    return held and runs and sheet.lower[sheet.head[above]] in _SHARES


def _is_named_one(head: int, sheet: Sheet, taken: list[int]) -> bool:
    """As in "its Orbico Lease subsidiary", not "a Marlin subsidiary" and "its Chinese subsidiary"."""
    first = head - 1 if sheet.text[head - 1].isupper() and "." in sheet.text[head - 1] else head  # a share's code
    while first > 0 and taken[first - 1] == 1:
        first -= 1
    table = places()
    adjective = first == head - 1 and fold(sheet.text[first]) in table.demonyms.keys() | table.countries.keys()
    return 0 < first < head and not adjective and (sheet.tag[first - 1] in ("PRP$", "POS"))


def _is_taken_up(head: int, before: str, sheet: Sheet) -> bool:
    """As in "form a venture", "a third of the venture": what it is for ("aid for the venture") is no party."""
    above = sheet.head[head]
    of = sheet.dep[head] == "pobj" and sheet.lower[above] in ("of", "in", "by", "with")
    return before in ("the", "a") and (of or sheet.dep[head] in ("nsubj", "nsubjpass", "dobj"))


def _followed_by_name(head: int, sheet: Sheet, taken: list[int]) -> bool:
    following = head + 1
    if sheet.lower[head] == "subsidiary" and sheet.text[following : following + 1] == [","]:
        following += 1  # "its subsidiary, Orbico Lease"
    return (
        following < len(sheet)
        and taken[following] == 1
        and sheet.sent[following] == sheet.sent[head]
        and sheet.lower[head] != "venture"
    )


def _joined(words: list[str]) -> list[str]:
    """Words that the tokenizer parts, in one piece ("high-tech", "r&d", "5g")."""
    triples = list(zip(words, words[1:], words[2:], strict=False))
    return [
        *(f"{a}-{c}" for a, b, c in triples if b == "-"),
        *(f"{a}{b}{c}" for a, b, c in triples if b == "&"),
        *(f"{a}{b}" for a, b in pairwise(words) if a.isdigit() and b == "g"),
    ]


def _left_edge(head: int, sheet: Sheet, taken: list[int]) -> tuple[int, str]:
    """First token of the phrase's modifiers and its determiner ("" if none)."""
    i = head
    while i > 0 and sheet.sent[i - 1] == sheet.sent[head] and taken[i - 1] != 2:
        previous = i - 1
        if sheet.pos[previous] == "NUM" and sheet.lower[previous].isalpha():
            return i, "one" if sheet.space[previous] else _determiner(previous, sheet)
        if sheet.dep[previous] in ("det", "poss") or sheet.pos[previous] in ("DET", "PRON"):
            return i, sheet.lower[previous]
        if sheet.lower[previous] in ("'s", "'", "’s", "’"):
            return i, "its"
        if not _is_modifier(previous, head, sheet) or _ends_facility(previous, sheet):
            break
        i = previous
    i = _over_coordination(i, head, sheet)
    while i < head and (
        sheet.text[i] in ",-–—" or sheet.pos[i] in ("CCONJ", "PUNCT", "ADV") or sheet.lower[i] in UNITS
    ):
        i += 1
    return i, sheet.lower[i - 1] if i and sheet.pos[i - 1] == "DET" else ""


def _over_coordination(i: int, head: int, sheet: Sheet) -> int:
    """The left edge of "a natural gas liquefaction and export plant", "a lithium hydroxide plant", whatever the parse.

    Nouns and adjectives between "a" and the head are one phrase, unless what "and" joins is a facility too.
    """
    first = i
    while first > max(0, head - _MAX_WORDS) and (sheet.pos[first - 1] in _INSIDE or sheet.text[first - 1] in "-–,"):
        first -= 1
        joins = sheet.pos[first] == "CCONJ" or sheet.text[first] == ","
        if joins and (sheet.lower[first - 1] in lexicon()["facility_nouns"] or sheet.pos[first - 1] not in _JOINED):
            return i
    single = sheet.tag[head] == "NN" and first > 0 and sheet.lower[first - 1] in ("a", "an")
    return first if single and sheet.text[first].islower() else i


def _ends_facility(i: int, sheet: Sheet) -> bool:
    """The "and" of "supercomputing center and industrial base", which joins two facilities."""
    return sheet.pos[i] == "CCONJ" and i > 0 and sheet.lower[i - 1] in lexicon()["facility_nouns"]


def _is_modifier(i: int, head: int, sheet: Sheet) -> bool:
    if sheet.dep[i] not in _MODIFIER_DEPS or sheet.pos[i] not in _MODIFIER_POS or sheet.text[i] in ',;:()“”"$€£¥':
        return False
    if (sheet.pos[i] == "NUM" and not _is_generation(i, sheet)) or sheet.lower[i] in UNITS:
        return False
    above = i
    for _ in range(6):
        above = sheet.head[above]
        if above == head:
            return True
        if above > head or (above < i - 1 and sheet.dep[i] != "conj"):
            return False
    return False


def _is_generation(i: int, sheet: Sheet) -> bool:
    """The "5" of "5G network", which the tokenizer parts from its letter."""
    return sheet.text[i].isdigit() and not sheet.space[i] and i + 1 < len(sheet) and sheet.lower[i + 1] == "g"


def _after_names(left: int, head: int, taken: list[int]) -> int:
    start = left
    for i in range(left, head):
        if taken[i]:
            start = i + 1
    return start


def named_modifiers(phrase: Phrase, sheet: Sheet) -> tuple[str, ...]:
    """Ordinals in a phrase ("second headquarters"), which tell facilities apart."""
    return tuple(w for w in sheet.lower[phrase.full_start : phrase.head] if w in _ORDINALS)
