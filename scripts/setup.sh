#!/bin/sh
# Installs what package-lock.json names, on the pinned Node. Run before every npm script:
# when the tree already is what the lockfile says it ends within milliseconds.
set -eu
cd "$(dirname "$0")/.."

PINNED_NODE=$(cat .nvmrc)
# What the tree was installed from: times of files lie after a checkout or a restored cache, contents do not.
INSTALLED=node_modules/.installed-from.json

if cmp -s package-lock.json "$INSTALLED" && [ -x node_modules/.bin/node ]; then
  exit 0
fi

fail() {
  echo "setup: $1" >&2
  exit 1
}

command -v node >/dev/null 2>&1 || fail "Node.js is missing: install Node 20 or newer, then run this again."
command -v npm >/dev/null 2>&1 || fail "npm is missing: it comes with Node.js, install it, then run this again."

machine_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$machine_major" -ge 20 ] || fail "Node $(node -v) is too old: install Node 20 or newer, then run this again."

echo "setup: installing packages (once, one to two minutes)"
if [ "$machine_major" -ge "${PINNED_NODE%%.*}" ]; then
  npm install --no-progress || fail "npm install failed: the lines above say why. Nothing was started."
else
  npx -y -p "node@$PINNED_NODE" npm install --no-progress ||
    fail "npm install under Node $PINNED_NODE failed: the lines above say why. Nothing was started."
fi
# In one step: half a copy, left by a crash, would say nothing true.
cp package-lock.json "$INSTALLED.new"
mv "$INSTALLED.new" "$INSTALLED"
