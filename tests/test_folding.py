"""New models come whole in our migrations, and what cannot stays where it is."""

from pathlib import Path

import pytest

from tests.fingerprints import ROOT
from tests.folding import folded, migrations

HEAD = "class Migration:\n    operations = [\n"
SEAT = """        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.AutoField()),
            ],
            options={
                'verbose_name': 'seat',
            },
        ),
"""
COUNCIL = SEAT.replace("Seat", "Council").replace("seat", "council")
COUNCIL_OF_SEAT = """        migrations.AddField(
            model_name='seat',
            name='council',
            field=models.ForeignKey(to='councils.council'),
        ),
"""
ORDER = """        migrations.AddIndex(
            model_name='seat',
            index=models.Index(fields=['-council'], name='order'),
        ),
"""
LIFETIME = """        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('id__gte', 1)), name='lifetime'),
        ),
"""
DATA = "        migrations.RunPython(write),\n"


@pytest.mark.parametrize("file", migrations(), ids=lambda file: str(file.relative_to(ROOT)))
def test_new_models_stand_whole(file: Path) -> None:
    source = file.read_text()
    assert folded(source) == source, f"python -m tests.folding {file.relative_to(ROOT)}"


def test_what_a_model_can_have_goes_into_it() -> None:
    whole = SEAT.replace(
        "            ],\n",
        "                ('council', models.ForeignKey(to='councils.council')),\n            ],\n",
    ).replace(
        "'seat',\n            }",
        "'seat',\n"
        "                'constraints': "
        "[models.CheckConstraint(condition=models.Q(('id__gte', 1)), name='lifetime')],\n"
        "                'indexes': [models.Index(fields=['-council'], name='order')],\n"
        "            }",
    )
    assert folded(HEAD + COUNCIL + SEAT + COUNCIL_OF_SEAT + ORDER + LIFETIME + "    ]\n") == (
        HEAD + COUNCIL + whole + "    ]\n"
    )


def test_what_needs_a_later_model_waits_for_it() -> None:
    source = HEAD + SEAT + COUNCIL + COUNCIL_OF_SEAT + ORDER + "    ]\n"
    assert folded(source) == source


def test_a_second_index_joins_the_first() -> None:
    once = folded(HEAD + COUNCIL + SEAT + COUNCIL_OF_SEAT + ORDER + "    ]\n")
    twice = folded(once.removesuffix("    ]\n") + ORDER.replace("order", "again") + "    ]\n")
    assert "name='order'), models.Index(fields=['-council'], name='again')]" in twice


@pytest.mark.parametrize("addition", [COUNCIL_OF_SEAT, ORDER, LIFETIME])
def test_what_comes_after_data_stays_after_them(addition: str) -> None:
    source = HEAD + COUNCIL + SEAT + DATA + addition + "    ]\n"
    assert folded(source) == source
