# Shared by run, test and the scripts in eng/. Works with the bash 3.2 of macOS.
# Usage: . "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
stop() { complain "$*"; exit 1; }

# The SDK named in global.json, or a sentence that says how to get it.
require_sdk() {
  command -v dotnet >/dev/null 2>&1 ||
    stop "The .NET SDK 10.0.400 or newer is needed and 'dotnet' is not on the path: https://dotnet.microsoft.com/download"
  sdk="$(cd "$root" && dotnet --version 2>/dev/null)" ||
    stop "The .NET SDK 10.0.400 or newer is needed; installed: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')- https://dotnet.microsoft.com/download"
}

sha256() { if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# One hash over every source file below the given paths (tracked, or new and not ignored), and over the SDK.
# A file that is tracked but deleted leaves its error text in the hash, which is as good as its absence.
sources_hash() {
  ( cd "$root"
    printf '%s\n' "${sdk:-}"
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
      git ls-files -z --cached --others --exclude-standard -- "$@"
    else
      find "$@" -type d \( -name bin -o -name obj \) -prune -o -type f -print0
    fi | LC_ALL=C sort -z | xargs -0 bash -c 'if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi' _ 2>&1
  ) | sha256 | cut -d' ' -f1
}

# Everything that decides what `dotnet build` makes, besides the projects themselves.
house_files="global.json Directory.Build.props Directory.Packages.props .editorconfig eng/BannedSymbols.txt eng/Agents.targets"

# made NAME HASH FILE: was FILE made from sources with this hash?
made() { [ -e "$3" ] && [ "$(cat "$root/artifacts/stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$root/artifacts/stamps" && printf '%s\n' "$2" > "$root/artifacts/stamps/$1"; }

# quietly NAME COMMAND…: output goes to artifacts/logs/NAME.log and is shown only on failure.
quietly() {
  local name="$1" log="$root/artifacts/logs/$1.log"; shift
  mkdir -p "$root/artifacts/logs"
  if ! "$@" > "$log" 2>&1 < /dev/null; then
    cat "$log" >&2
    complain "$name failed. The output above is kept in artifacts/logs/$name.log"
    return 1
  fi
}

seconds_since() { printf '%s s' "$(( $(date +%s) - $1 ))"; }
