#!/usr/bin/env bash
# Runs exported procedures in two other engines, SpiffWorkflow (PyPI) and bpmn-engine (npm), with what their test cases fill in, and
# compares the steps that were done with those of the studio's simulator. usage: tests/elsewhere/run.sh [PROGRAM]
# Where the registries cannot be reached it says SKIPPED and ends well.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
program=${1:-${CARGO_TARGET_DIR:-$top/target}/debug/dienstweg}
work=${ELSEWHERE_DIR:-$(mktemp -d)}
[ -x "$program" ] || { echo "elsewhere: no program at $program; build it first"; exit 2; }
mkdir -p "$work"
if ! "$work/venv/bin/python" -c "import SpiffWorkflow" 2>/dev/null; then
    python3 -m venv "$work/venv" 2>/dev/null && timeout 120 "$work/venv/bin/pip" install -q "SpiffWorkflow==3.2.0" >/dev/null 2>&1 ||
        { echo "elsewhere: SKIPPED, SpiffWorkflow could not be installed from PyPI"; exit 0; }
fi
if [ ! -d "$work/node_modules/bpmn-engine" ]; then
    (cd "$work" && timeout 120 npm install --silent --no-audit --no-fund "bpmn-engine@25.0.1" >/dev/null 2>&1) ||
        { echo "elsewhere: SKIPPED, bpmn-engine could not be installed from npm"; exit 0; }
fi
cp "$here/engine.mjs" "$work/engine.mjs"
"$work/venv/bin/python" "$here/compare.py" "$program" "$top" "$work"
