"""Repairs of English trees are asked only where a sentence has a sign of what they put right."""

from collections.abc import Callable, Iterable

from dragoman.read.lang.en import attachments, contacts, governed, lost_verbs, misplaced, noun_phrases
from dragoman.read.lang.en.joins import DAYS
from dragoman.read.lang.ports import Word

Repair = Callable[[tuple[Word, ...]], tuple[Word, ...]]

SIGNS: dict[Repair, frozenset[str]] = {
    noun_phrases.mend_helped: frozenset({"aux", "aux:pass"}),
    noun_phrases.mend_cut_name: frozenset({"obl"}),
    noun_phrases.mend_willed: frozenset({"advcl", "xcomp", "acl"}),
    noun_phrases.mend_up_to: frozenset({"up"}),
    noun_phrases.mend_behind_time: frozenset({"of"}),
    noun_phrases.mend_said_when: frozenset({"ccomp"}),
    noun_phrases.mend_bound_to: frozenset({"advcl"}),
    noun_phrases.mend_what_is_held: frozenset({"ccomp"}),
    noun_phrases.mend_hearer: noun_phrases.HEARD,
    attachments.mend_cased: frozenset({"obj"}),
    attachments.mend_apposed: frozenset({"appos"}),
    attachments.mend_infinitive: frozenset({"mark"}),
    attachments.mend_two_subjects: frozenset({"ccomp"}),
    attachments.mend_bare: frozenset({"obl"}),
    attachments.mend_particle: attachments.PARTICLES,
    attachments.mend_inner: frozenset({"xcomp"}),
    attachments.mend_spoken: frozenset({"compound"}),
    attachments.mend_second_verb: frozenset({"conj"}),
    attachments.mend_told: frozenset({"advcl"}),
    attachments.mend_adjective: frozenset({"obj"}),
    attachments.mend_given: attachments.GIVING,
    attachments.mend_kept: attachments.STATES,
    attachments.mend_called: attachments.NAMING,
    attachments.mend_day: frozenset(map(str.lower, DAYS)),
    attachments.mend_part: attachments.PARTS,
    attachments.mend_after_which: frozenset({"acl:relcl"}),
    attachments.mend_coming: attachments.COMING,
    attachments.mend_added: frozenset({"advcl"}),
    governed.mend_cut: frozenset({"cut"}),
    governed.mend_ties: frozenset({"ties"}),
    governed.mend_over: governed.BOUNDS,
    governed.mend_second_thing: frozenset({"conj"}),
    misplaced.mend_at_least: frozenset({"least", "most"}),
    contacts.mend_met_with: contacts.MEETING,
    contacts.mend_two_plans: frozenset({"acl"}),
    contacts.mend_visiting: frozenset({"visiting"}),
    governed.mend_year: frozenset({"nummod"}),
    governed.mend_no_verb: frozenset({"conj", "aux"}),
    governed.mend_doer: frozenset({"advcl"}),
    governed.mend_worth: frozenset({"worth"}),
    governed.mend_joined_subject: frozenset({"conj"}),
    misplaced.mend_lost_row: frozenset({"conj"}),
    governed.mend_pair: frozenset({"-", "–", "—"}),
    governed.mend_each_other: frozenset({"each"}),
    governed.mend_gerund: frozenset({"advcl"}),
    governed.mend_burden: governed.BURDENS,
    governed.mend_span: frozenset({"obl:unmarked"}),
    governed.mend_joined_thing: frozenset({"conj"}),
    governed.mend_reading: frozenset({"read"}),
    governed.mend_firing_off: attachments.PARTICLES,
    misplaced.mend_homeward: frozenset({"home"}),
    governed.mend_two_contents: frozenset({"ccomp"}),
    lost_verbs.mend_declared: frozenset({"unwelcome"}),
    lost_verbs.mend_accusing: lost_verbs.BESIDE,
    lost_verbs.mend_intransitive: lost_verbs.CHANGING,
    lost_verbs.mend_charge: frozenset({"accuse", "suspect"}),
    lost_verbs.mend_joined: frozenset({"conj"}),
    lost_verbs.mend_ordered: frozenset({"acl"}),
    lost_verbs.mend_list: frozenset({"list"}),
}
"""Relations, written words in small letters and lemmas of which a sentence must have one; a repair that is not here looks at every sentence."""


def find_signs(words: Iterable[Word]) -> set[str]:
    """Relations, written words in small letters and lemmas."""
    signs: set[str] = set()
    for word in words:
        signs.add(word.relation)
        signs.add(word.lemma)
        signs.add(word.text.lower())
    return signs


def apply_repairs(words: tuple[Word, ...], repairs: Iterable[Repair]) -> tuple[Word, ...]:
    """The words of one sentence after all repairs whose signs it has."""
    signs = find_signs(words)
    for repair in repairs:
        wanted = SIGNS.get(repair)
        if wanted is not None and signs.isdisjoint(wanted):
            continue
        mended = repair(words)
        if mended != words:
            words, signs = mended, find_signs(mended)
    return words
