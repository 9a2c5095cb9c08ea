"""What the words around an office look like that say who holds it, held it or will hold it."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.en.affiliation import LED, courtesy, lead_in
from kg.extract.en.annotation import PARTIES
from kg.extract.en.lines import slot
from kg.extract.rules import load
from kg.model import EntityType

_PERSON = frozenset({EntityType.PERSON})
_BESIDE = r"(?:alongside|with|besides?|by|joined|accompanied|together|flanked|including|while|as)"
"""Behind a person's comma they begin what is told of somebody else."""
_WHEN = r"(?: in \d+| last \S+| on \S+| this \S+)?"


@cache
def before_office() -> dict[str, re.Pattern[str]]:
    """What may stand before an office and its organization, tried in order."""
    clause = r"(?: , ⟨\d+:[A-Z]+r⟩(?: (?![.;])\S+){1,30}? ,)?"
    named = rf"{slot(_PERSON, 'p', 'nr')}(?: \?)?(?: , (?:\d+|{_credentials()}))*"
    person = rf"{named}{clause}(?: ,)?"
    aside = r"(?: ,(?: (?![,.;])(?!⟨\d+:P)\S+){1,14} ,)?"
    until = r"until (?:\d+|recently|last \S+|this \S+|[a-z]+ \d+)"
    adverbs = rf"(?: (?:also|both|currently|now|once|still|previously|who|it|most recently|{until}))*"
    member = r"(?<= ,)(?: (?:a|the))? member of(?: (?!⟨\d+:P|[,.;:])\S+){1,9}"
    apposed = rf"(?<= ,)(?! {_BESIDE} )(?: [a-z]+){{1,4}}"
    other = rf"(?: (?:a|an|the)(?: (?!⟨\d+:P|[,.;:])\S+){{1,6}} and|{apposed} and|{member} and)?"
    aux = rf"{adverbs}(?P<aux>(?: (?:is|was|has|had|been|be|will|to|would|who))*){adverbs}"
    whose = rf"(?:the|his|her|{slot(_PERSON, marks='nr')[1:]} 's)"
    post = rf"(?:from )?{whose}(?: \S+)? (?:post|position|role|job|office)s? (?:as|of)"
    a_post = r"(?:the|a|an)(?: (?!of )[a-z]+)? (?:post|position|role|job|office|title)s? (?:as|of)"
    promoted = r"promoted(?: from(?: (?!⟨|[,.;])\S+){1,5}?)? to(?: the (?:post|position|role) of)?"
    to_be = r"(?: as| to be|(?: from(?: (?!⟨|[,.;])\S+){1,5}?)? to)?(?: the (?:post|position|role) of)?"
    takes = r"(?:takes|took|taking|take|assumes|assumed|assume|assuming|fills|filled)(?: up| over| on)?"
    appoints = rf"(?P<aux>(?: 's)?(?: board(?: of directors)?)?(?: (?!⟨|[,.;])\S+){{0,3}}?) (?:{options('appoints')})"
    insider = r"(?: director| veteran| insider| board member)?"
    apart = r"(?: (?!⟨\d+:P|[.;])\S+)"
    teamed = (
        r"(?:joined|joins|joining) (?:the|its|their|our)(?: [a-z-]+){0,2} (?:team|company|firm|board|bank|group) as"
    )
    texts = {
        "succeeds": rf"{person}{aux} (?:{options('succeeds')}){slot(_PERSON, 'q', 'nr')} as",
        "loses": rf"{person}{aux} (?:{options('loses')}|(?:{options('leaves')}) {post})",
        "joins": rf"{person}{aux} (?P<verb>{options('joins')})(?: the)?{slot(PARTIES, marks='')}{_WHEN} as",
        "served": rf"{person}{apart}{{1,14}}? after(?: \S+ years)? (?:serving|working|stints?) as",
        "gains": rf"{person}{aside}{aux} (?:{options('gains')}|{promoted}|{teamed}|{takes} {a_post})",
        "chosen_by": rf"{named} ,(?: [a-z]+){{0,2}}{slot(_PERSON, marks='')} 's",
        "holds": rf"{person}{adverbs} (?P<verb>{options('holds')}|(?:holds|held|occupies|occupied) {a_post}){adverbs}",
        "appointed": rf"{slot(LED, 'g', 'rn')}{appoints}{lead_in()}{insider}{person}{to_be}",
        "chosen": rf" (?:{options('appoints')}){apart}{{1,12}}?(?: ,)?{named}(?: ,| to serve| to act) as",
        "apposed": rf"{named}(?: ,| -| –| —| as)?{other}{adverbs}",
    }
    return {name: re.compile(rf"{text}{lead_in()}$") for name, text in texts.items()}


@cache
def behind_office() -> dict[str, re.Pattern[str]]:
    """What may stand behind an office and its organization."""
    name = rf"(?: {courtesy()})*{slot(_PERSON, 'p', '')}"
    return {
        "next": re.compile(name),
        "later": re.compile(rf"(?: since \d+)? (?:,|is|was|remains|will be|is now){name}"),
        "heir": re.compile(
            rf"(?: ,)?(?: who)?(?P<aux>(?: (?:will|would|is|was|has|had|to|be|being|been))+)"
            rf" (?:succeeded|replaced) by{name}"
        ),
        "replaces": re.compile(rf"(?: ,)? (?:to replace|to succeed|replacing|succeeding){name}"),
        "by": re.compile(rf" by{name}"),
        "instead": re.compile(rf"(?: (?![⟨.;])\S+){{0,6}}?(?: ,)? (?:{options('instead')}){name}"),
    }


@cache
def _credentials() -> str:
    """Regular expression of what stands behind a name's comma and is no office: "Jane Doe, PhD, head of Orbico"."""
    forms: list[str] = load("en/titles.yaml")["credentials"]
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def options(key: str) -> str:
    """Regular expression of the phrases of a list of `titles.yaml`, hyphens apart as in lines."""
    phrases: list[str] = load("en/titles.yaml")[key]
    ordered = sorted((phrase.replace("-", " - ") for phrase in phrases), key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in ordered)


@cache
def employs() -> tuple[re.Pattern[str], ...]:
    """What stands before an office and names the employer: "joined Orbico in 2015 as", "Orbico fired", "At Orbico,"."""
    texts = (
        rf" (?:{options('joins')})(?: the)?{slot(PARTIES, 'g', '')}{_WHEN} as",
        rf"{slot(PARTIES, 'g', '')}(?: (?:has|had|on|\S+day|abruptly|also))* (?:{options('ousts')})",
        rf"(?:^|[.;:,]| and| while| but) at(?: the)?{slot(PARTIES, 'g', '')} ,",
    )
    return tuple(re.compile(rf"{text}{lead_in()}$") for text in texts)
