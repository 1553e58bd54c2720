"""The past participle of an English verb: regular by spelling, irregular by list."""

from typing import Final

#: Irregular verbs that reports of violations use; base form and participle.
_IRREGULAR: Final = dict(
    pair.split(":")
    for pair in [
        "beat:beaten",
        "shoot:shot",
        "hold:held",
        "take:taken",
        "bring:brought",
        "find:found",
        "give:given",
        "lead:led",
        "leave:left",
        "lose:lost",
        "make:made",
        "put:put",
        "send:sent",
        "set:set",
        "shut:shut",
        "sue:sued",
        "stand:stood",
        "strike:struck",
        "tell:told",
        "throw:thrown",
        "cut:cut",
        "hang:hanged",
        "hide:hidden",
        "hit:hit",
        "keep:kept",
        "pay:paid",
        "rape:raped",
        "bury:buried",
        "break:broken",
        "burn:burned",
        "cast:cast",
        "choose:chosen",
        "drive:driven",
        "fall:fallen",
        "flee:fled",
        "forbid:forbidden",
        "forget:forgotten",
        "freeze:frozen",
        "go:gone",
        "hear:heard",
        "hurt:hurt",
        "let:let",
        "meet:met",
        "read:read",
        "rise:risen",
        "run:run",
        "say:said",
        "see:seen",
        "seek:sought",
        "sell:sold",
        "shake:shaken",
        "speak:spoken",
        "spend:spent",
        "steal:stolen",
        "swear:sworn",
        "win:won",
        "withdraw:withdrawn",
        "write:written",
        "drown:drowned",
        "become:become",
        "begin:begun",
        "come:come",
        "do:done",
        "draw:drawn",
        "get:got",
        "grow:grown",
        "know:known",
        "teach:taught",
        "think:thought",
        "undergo:undergone",
        "ban:banned",
        "bar:barred",
        "stab:stabbed",
        "kidnap:kidnapped",
        "rob:robbed",
        "drop:dropped",
        "submit:submitted",
        "commit:committed",
        "acquit:acquitted",
        "permit:permitted",
        "admit:admitted",
        "strip:stripped",
        "die:died",
    ]
)
_VOWELS = frozenset("aeiou")


def participle(lemma: str) -> str:
    """ "detain" gives "detained", "beat" gives "beaten"."""
    lemma = lemma.lower()
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"
