#!/usr/bin/env bash
# Runs exported procedures in two other engines, SpiffWorkflow (PyPI) and bpmn-engine (npm), with what their test cases do, and compares
# their courses with those of the studio's simulator. usage: tests/elsewhere/run.sh [PROGRAM]
# The engines are installed once, in a cache (ELSEWHERE_DIR). Where they cannot be had it says SKIPPED and ends well.
set -u
export PYTHONDONTWRITEBYTECODE=1 TZ=UTC
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
program=${1:-${CARGO_TARGET_DIR:-$top/target}/debug/dienstweg}
cache=${ELSEWHERE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/dienstweg-elsewhere}
[ -x "$program" ] || { echo "elsewhere: no program at $program; build it first"; exit 2; }

skipped() { echo "elsewhere: SKIPPED, $1"; exit 0; }

for tool in python3 node npm; do
    command -v "$tool" >/dev/null || skipped "there is no $tool"
done
mkdir -p "$cache" || exit 2
exec 9>"$cache/lock"
flock -w 300 9 || skipped "another run holds $cache"

if ! cmp -s "$here/requirements.txt" "$cache/requirements.txt"; then
    rm -rf "$cache/venv"
    python3 -m venv "$cache/venv" >"$cache/pip.log" 2>&1 && timeout 120 "$cache/venv/bin/pip" install -q --disable-pip-version-check --retries 1 -r "$here/requirements.txt" >"$cache/pip.log" 2>&1 ||
        skipped "SpiffWorkflow could not be installed from PyPI: $(tail -1 "$cache/pip.log")"
    cp "$here/requirements.txt" "$cache/"
fi
if ! cmp -s "$here/package-lock.json" "$cache/installed.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$cache/"
    (cd "$cache" && timeout 120 npm ci --fetch-retries=1 --no-audit --no-fund >npm.log 2>&1) ||
        skipped "bpmn-engine and feelin could not be installed from npm: $(grep -m1 error "$cache/npm.log")"
    cp "$here/package-lock.json" "$cache/installed.json"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$cache/node_modules" "$work/node_modules"
cp "$here"/*.mjs "$work/"
timeout 600 "$cache/venv/bin/python" "$here/compare.py" "$program" "$top" "$work"
