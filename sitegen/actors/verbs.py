"""English verbs of news, in the forms in which they follow the name of who acts."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.words import word_set

_VOWELS = frozenset("aeiou")


# The past of verbs that do not make it with -ed.
_IRREGULAR = (
    "say:said tell:told write:wrote think:thought speak:spoke swear:swore begin:began withdraw:withdrew"
    " send:sent see:saw strike:struck stand:stood leave:left lose:lost win:won make:made keep:kept"
    " seek:sought become:became give:gave get:got take:took go:went come:came meet:met hold:held"
    " find:found fight:fought bring:brought build:built buy:bought choose:chose draw:drew drive:drove"
    " fall:fell feel:felt flee:fled fly:flew forbid:forbade hear:heard hide:hid know:knew lead:led"
    " pay:paid rise:rose run:ran sell:sold sit:sat spend:spent throw:threw wear:wore break:broke"
    " read:read overthrow:overthrew oversee:oversaw shoot:shot freeze:froze hit:hit put:put set:set"
    " cut:cut shut:shut let:let quit:quit broadcast:broadcast beat:beat weep:wept sing:sang"
    " uphold:upheld mean:meant lend:lent catch:caught grow:grew lay:laid spread:spread steal:stole"
    " bear:bore bind:bound"
)

# Verbs whose last letter is doubled before -ed.
_DOUBLED = word_set(
    "ban bar deter drop expel stop strip submit scrap plan step commit admit grab ram slam sag"
)

# Verbs whose form with -s is as often a noun after a name: `army attacks`, `Kremlin claims`.
_NOUNS = word_set(
    "attack strike protest plan claim call visit vote order report talk move aid fund trade border test"
    " fire march rally riot clash raid force guard fight exchange record share launch cut deal head work"
    " rule charge target project release return review search sanction limit link list lock mark present"
    " question score shell side track train transfer trust watch reform host stage stop run walk"
)

_SPEECH_BASES = (
    "say tell add write argue warn insist announce tweet stress confirm deny reply ask explain recall"
    " testify note urge believe think suggest answer claim admit acknowledge vow pledge condemn praise"
    " accuse call express promise speak declare demand reiterate thank appeal allege assert caution"
    " comment complain concede conclude criticise criticize describe disclose emphasise emphasize"
    " estimate expect fear hail hint hope joke lament mention observe predict proclaim recommend remark"
    " retort reveal swear underline congratulate denounce decry deplore welcome object advise assure"
    " blame agree disagree apologise apologize state quote report"
)
_ACTION_BASES = (
    "send want plan refuse reject impose launch offer sign back support see strip close ban expel"
    " summon evacuate supply deploy withdraw pull attack invade hit bomb strike begin intervene stand"
    " threaten vote join leave lose win make need keep open order prepare propose remain respond signal"
    " seek try wage become celebrate mourn face give get take go come meet hold put set turn show find"
    " abandon abstain accept address adopt aim allow appoint approve arm arrest arrive assume attend"
    " authorise authorize avoid await bar block bolster boost boycott bring broadcast build buy cancel"
    " capture carry cast cease chair change charge choose clear collect commit compare confront consider"
    " continue control convene convict counter cut decide decline defeat defend delay deliver deport"
    " detain develop dismiss dispatch dispute dissolve distribute donate draw drive drop ease elect"
    " emerge end endorse enforce ensure enter escape establish examine exchange exclude execute expand"
    " extend extradite fail fall favour favor fight file fire flee fly follow forbid force form fund"
    " gather grant greet guard halt hand head hear help hide host identify ignore impeach improve"
    " include increase inform inspect invest investigate invite issue kick kill know lack land lead lift"
    " limit link list live lock look lower maintain mark mediate mobilise mobilize monitor move name"
    " negotiate nominate obtain occupy operate oppose oust overrule oversee overthrow own pardon"
    " participate pass pay perform persuade play post postpone present press pressure prevent produce"
    " prohibit project promote prosecute protect prove provide publish punish push question quit raise"
    " rally reach react read reaffirm realise realize receive recognise recognize record recover reduce"
    " regain regret reinforce reinstate release rely reopen repair repeal repeat replace represent"
    " request rescue reserve resign resist resolve restore restrict resume retain retaliate retire"
    " retreat return reverse review rise rule run rush sanction scrap search secure seize sell sentence"
    " serve settle share shell shelve shoot shut side sit slam smile spend sponsor stage start stay step"
    " stop storm submit sue suffer surrender suspect suspend sustain target test throw tighten track"
    " train transfer travel treat trigger trust unveil uphold use veto visit voice wait walk watch wear"
    " weigh work worry score sing dance smash loot burn chant march riot break clash disrupt evict"
    " inaugurate ratify weep mean let feel stress pose fear lend catch grow lay spread steal bear bind"
)

AUXILIARIES = word_set(
    "has have had is was were are will would could should may might must can cannot did does do won't"
    " won’t didn't didn’t isn't isn’t wasn't wasn’t hasn't hasn’t doesn't doesn’t couldn't couldn’t"
    " wouldn't wouldn’t aren't aren’t weren't weren’t haven't haven’t"
)
"""Verbs that stand before another verb."""


_PASTS = dict(pair.split(":") for pair in _IRREGULAR.split())


def _third(base: str) -> str:
    """`says`, `tries`, `pushes`."""
    if base in {"go", "do"} or base.endswith(("s", "sh", "ch", "x", "z")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return "vetoes" if base == "veto" else f"{base}s"


def _past(base: str) -> str:
    """`told`, `tried`, `banned`, `warned`."""
    if base in _PASTS:
        return _PASTS[base]
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLED else f"{base}ed"


def _told(bases: str) -> Iterator[str]:
    for base in bases.split():
        yield from (_third(base), _past(base))


SPEECH = frozenset(_told(_SPEECH_BASES))
"""What people do when they are cited: `says`, `said`."""

ACTING = SPEECH | frozenset(_told(_ACTION_BASES)) | AUXILIARIES
"""What one that acts does; verbs that may follow its name."""

DOUBTFUL = frozenset(_third(base) for base in _NOUNS)
"""Forms of `ACTING` that are as often nouns."""

PLURAL_SPEECH = SPEECH | frozenset(_SPEECH_BASES.split())
"""`SPEECH` with the forms that follow several: `police say`."""

PLURAL_ACTING = ACTING | frozenset((*_SPEECH_BASES.split(), *_ACTION_BASES.split()))
"""`ACTING` with the forms that follow several."""
