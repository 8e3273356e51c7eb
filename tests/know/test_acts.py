"""Acts and codes agree: each act has a type, mode and contexts that the ontology knows, and every channel has its state."""

import pytest

from dragoman.know.acts import Act, load_acts
from dragoman.know.plover import load_plover

ACTS = pytest.mark.parametrize("act", load_acts().values(), ids=lambda act: act.id)


@ACTS
def test_an_act_uses_codes_of_the_ontology(act: Act) -> None:
    plover = load_plover()
    assert set(act.contexts) <= set(plover.contexts)
    if act.event is None:
        assert act.mode is None
    elif act.mode is not None:
        assert act.mode in plover.type_of(act.event).modes


@ACTS
def test_a_channel_and_its_state_stand_together(act: Act) -> None:
    assert (act.channel is None) == (act.state is None)


@ACTS
def test_an_act_yields_something(act: Act) -> None:
    assert act.event or act.channel or act.instrument


def test_sanction_is_material_conflict_and_accuse_is_negative() -> None:
    plover = load_plover()
    assert plover.type_of("SANCTION").quad == 4
    assert plover.type_of("ACCUSE").intensity == -2.0
    assert len(plover.types) == 16
