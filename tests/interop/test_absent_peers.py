"""A peer that is not here: skipped at a desk, a failure where every peer was asked for, as in CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("there", ["nothing", "node alone"])
def test_a_peer_that_is_not_here_fails_where_all_are_asked_for(there, tmp_path):
    if there == "node alone":
        for name in ("node", "npm"):
            (tmp_path / name).write_text("#!/bin/sh\nexit 1\n", "utf-8")
            (tmp_path / name).chmod(0o755)
    asked = "test_pages_for_everyone.py::test_no_violation_and_nothing_fetched"
    outcomes = {}
    for all_peers in ("", "1"):
        env = {**os.environ, "PATH": str(tmp_path), "PATHFOLIO_ALL_PEERS": all_peers}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / asked)]
        done = subprocess.run(command, cwd=HERE.parents[1], env=env, capture_output=True, text=True, check=False)
        outcomes[all_peers] = done.stdout.splitlines()[-1]
    assert "1 skipped" in outcomes[""]
    assert "1 error" in outcomes["1"]


def test_ci_asks_for_every_peer_whatever_is_there():
    lines = (HERE.parents[1] / ".ci" / "run").read_text("utf-8").splitlines()
    assert "export PATHFOLIO_ALL_PEERS=1" in lines
