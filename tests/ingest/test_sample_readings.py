"""A changed rule is accepted or it fails here: `manage.py check_reading` shows what changed, `--accept` keeps it."""

from replies.ingest.sample_readings import sample_readings
from tests.samples import SAMPLES


def test_every_sample_is_read_as_it_was_accepted():
    readings = list(sample_readings(SAMPLES))
    assert len(readings) == 5
    assert {reading.path.name: reading.changed for reading in readings if reading.changed} == {}
