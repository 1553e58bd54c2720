"""A case as a line: where custody begins and ends, and what is drawn when the report does not say."""

from datetime import date

import pytest

from civicspace.model.custody import Custody
from civicspace.model.event import Event, Penalty
from civicspace.web.site import chart, stages, timeline
from civicspace.web.site.timeline import Dated, Stretch
from web.sample import FIGURES, LAWS, quote


def event(kind: str, day: str, duration: str | None = None, *, status: str = "reported") -> Event:
    penalty = Penalty(kind="detention", duration=duration) if duration else None
    evidence = (quote("Carla Nobody watched"),)
    return Event.model_validate(
        {
            "id": f"{kind}{day}",
            "type": kind,
            "who": ("n1",),
            "date": day,
            "penalty": penalty,
            "status": status,
            "confidence": 1.0,
            "evidence": evidence,
        }
    )


def case(*events: Event) -> list[Dated]:
    return timeline.dated([(e, f"k{n}", n) for n, e in enumerate(events, 1)])


@pytest.mark.parametrize(
    ("events", "state", "stretches"),
    [
        (
            (event("detention", "2031-03-12"), event("release", "2031-03-15")),
            None,
            [Stretch(date(2031, 3, 12), date(2031, 3, 15), False)],
        ),
        (
            (event("detention", "2031-01-05"), event("pretrial-detention", "2031-03-14", "P60D")),
            None,
            [
                Stretch(date(2031, 1, 5), date(2031, 1, 5), True),
                Stretch(date(2031, 3, 14), date(2031, 5, 13), True),
            ],
        ),
        (
            (event("detention", "2031-03-12"), event("pretrial-detention", "2031-03-14")),
            Custody(person="n1", status="pretrial-detention", as_of="2031-04-30"),
            [Stretch(date(2031, 3, 12), date(2031, 4, 30), True)],
        ),
        (
            (event("detention", "2031-03-12"), event("trial", "2031-06-01")),
            Custody(person="n1", status="released", as_of="2031-06-01"),
            [Stretch(date(2031, 3, 12), date(2031, 3, 12), True)],
        ),
        ((event("detention", "2031-03-12", status="planned"), event("trial", "2031-06-01")), None, []),
    ],
)
def test_stretches_of_custody(events: tuple[Event, ...], state: Custody | None, stretches: list[Stretch]) -> None:
    assert timeline.stretches(case(*events), "n1", state) == stretches


def test_steps_that_share_a_day_stand_above_each_other() -> None:
    line = timeline.draw(
        case(event("protest", "2031-03-12"), event("detention", "2031-03-12"), event("trial", "2031-06")), "n1", None
    )
    assert line
    first, second, third = line.steps
    assert first.x == second.x
    assert first.y != second.y
    assert third.vague
    assert third.low < third.x < third.high
    assert all(0 < step.y < line.line < line.height for step in line.steps)


def test_one_step_is_no_line() -> None:
    assert timeline.draw(case(event("protest", "2031-03-12")), "n1", None) is None


def test_a_measure_with_two_dates_is_a_step_line_with_a_shape_for_each_source() -> None:
    drawn = chart.draw([(figure, figure.attributed_to or "nobody named") for figure in FIGURES])
    assert drawn
    assert [mark.shape for mark in drawn.marks] == ["circle", "square"]
    assert [mark.rising for mark in drawn.marks] == [True, False]
    assert drawn.marks[0].y > drawn.marks[1].y
    assert drawn.path.startswith("M")
    assert [level.words for level in drawn.levels] == ["0", "250", "500"]


def test_a_measure_with_one_date_is_not_drawn() -> None:
    assert chart.draw([(FIGURES[0], "a"), (FIGURES[0], "b")]) is None


def test_a_law_fills_the_stages_that_are_told() -> None:
    row = stages.draw(LAWS)
    assert [stage.words for stage in row.stages if stage.told] == ["Announced", "Adopted"]
    assert [stage.when for stage in row.stages if stage.told] == ["2030", "2 February 2031"]
    assert [stage.x for stage in row.stages] == sorted(stage.x for stage in row.stages)
