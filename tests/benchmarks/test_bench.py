"""The bench runs from one command and tells what it promises; how fast anything is, is not for a test to say."""

import json
import subprocess
import sys

import pytest

from esafety.places import project_directory


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_bench_tells_every_number_that_it_promises() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "esafety", "bench", "--quick", "--json"],
        cwd=project_directory(),
        capture_output=True,
        text=True,
        check=False,
        timeout=900,  # it takes about a minute of work, and other tests work at the same time
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    for kind in ("sqlite", "postgresql"):
        assert set(told["answer"][kind]) == {"app_per_s", "floor_per_s", "ratio"}
    assert set(told["class_of_30"]) == {"sign_in_p95_s", "lesson_p95_s", "errors"}
    assert set(told["pages"]) == {"pupil_first_kb", "pupil_next_kb", "lead_first_kb"}
    assert set(told["content"]) == {"load_s", "unchanged_s", "held_mb", "page_content_queries"}
    assert told["content"]["page_content_queries"] == 0
    assert set(told["start"]) == {"import_ms", "first_response_ms", "rss_mb"}
    assert told["class_of_30"]["errors"] == 0, told["about"]["class_of_30"]
    assert told["about"]["pages"]["fonts_and_scripts_fetched_twice"] == []
    small, large = told["overview"]["10"], told["overview"]["300"]
    assert set(small) == {"ms", "sql_ms", "queries"}
    assert small["queries"] == large["queries"]
