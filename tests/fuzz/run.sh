#!/usr/bin/env bash
# Sends random bytes to each door of the program, made from the fixtures and from what earlier runs
# came upon (build-fuzz/corpus/). Arguments: seconds for each target, names of targets (none: all).
set -uo pipefail
cd "$(dirname "$0")/../.."

program=build-fuzz/pes_fuzz
seconds=$1
# Whole sites are written and flushed: not to a disk, where there is memory for it.
[[ -w /dev/shm ]] && export TMPDIR=/dev/shm
shift
[[ $# -gt 0 ]] || mapfile -t all < <("$program")
found=0
for target in "${@:-${all[@]}}"; do
  seeds=build-fuzz/seeds/$target corpus=build-fuzz/corpus/$target log=build-fuzz/$target.log
  mkdir -p "$seeds" "$corpus" "build-fuzz/crashes/$target" "tests/fuzz/found/$target"
  # Libraries of others keep what they allocate once; what was freed is kept a while, but not all.
  ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=32 "$program" "$target" "$seeds" "$corpus" "$seeds" "tests/fuzz/found/$target" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build-fuzz/crashes/$target/" >"$log" 2>&1
  findings=$(($? != 0))
  found=$((found + findings))
  executions=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
  edges=$(sed -nE 's/.* cov: ([0-9]+).*/\1/p' "$log" | tail -1)
  echo "$target: ${executions:-0} executions, ${edges:-0} edges, $findings findings"
  if [[ $findings -gt 0 ]]; then
    grep -a -A 12 -m 1 -E '^broken:|ERROR:|runtime error:' "$log" | cut -c 1-300
    crash=$(sed -nE 's/.*Test unit written to (.*)/\1/p' "$log" | tail -1)
    echo "again: $program $target $seeds $crash; once mended: tests/fuzz/found/$target/"
  fi
done
[[ $found -eq 0 ]]
