#!/usr/bin/env bash
# Holds open, one after the other, each gate that keeps people out of the output, and expects the
# tests to notice. Works on a copy, in build-mutants/. Arguments: names of gates (none: all).
set -uo pipefail
cd "$(dirname "$0")/../.."

copy=build-mutants/source
build=build-mutants/build
jobs=$(nproc)
mkdir -p build-mutants
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z | xargs -0 cp -P --parents -t "$copy"
# What a mutant leaves unused must not keep it from being compiled.
sed -i 's/ -Werror$//' "$copy/CMakeLists.txt"
cmake -S "$copy" -B "$build" -DCMAKE_BUILD_TYPE=Release >/dev/null || exit 2
ln -sfn ../build "$copy/build"
npm ci --prefix "$copy/tests/tools" --no-audit --no-fund --loglevel=error >/dev/null || exit 2

tests_pass() {
  cmake --build "$build" --parallel "$jobs" >build-mutants/log 2>&1 || { cat build-mutants/log; exit 2; }
  "$build/tests/pes_tests" --abort-after=1 >build-mutants/log 2>&1 &&
    PES_FAULTS_EVERY=61 "$build/tests/pes_faults" --abort-after=1 >build-mutants/log 2>&1 &&
    npm test --prefix "$copy/tests/tools" --silent >build-mutants/log 2>&1
}

tests_pass || { echo "the tests fail without any mutant:"; tail -20 build-mutants/log; exit 2; }
caught=0
missed=0
while IFS=$'\t' read -r name file change; do
  [[ -z $name || $name == \#* ]] && continue
  [[ $# -gt 0 && " $* " != *" $name "* ]] && continue
  perl -0pi -e "$change" "$copy/$file"
  if cmp -s "$file" "$copy/$file"; then echo "$name: nothing to change in $file"; exit 2; fi
  if tests_pass; then
    echo "missed: $name"
    missed=$((missed + 1))
  else
    echo "caught: $name ($(grep -m1 -aoE 'TEST CASE: .*|^not ok .*' build-mutants/log))"
    caught=$((caught + 1))
  fi
  cp "$file" "$copy/$file"  # newer than its object, so that it is compiled again
done <tests/mutants/mutants.txt
echo "$caught caught, $missed missed"
[ "$missed" -eq 0 ]
