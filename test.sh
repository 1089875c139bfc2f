#!/usr/bin/env bash
# Builds everything and runs every test. The last line counts them all.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet build WorkflowKit.sln -c Release --nologo -v quiet || { echo "The build failed."; exit 1; }
# One that hangs is named and ended, instead of holding everything up.
dotnet test WorkflowKit.sln -c Release --no-build --nologo --logger trx --results-directory "$results" --blame-hang-timeout 5m --blame-hang-dump-type none "$@"
status=$?

sum() { cat "$results"/*.trx | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
total=$(sum total) passed=$(sum passed) failed=$(sum failed)
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit $status
