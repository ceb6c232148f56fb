#!/bin/sh
# Installs what package-lock.json names, on the pinned Node. Run before every npm script:
# when the tree is already installed it ends within milliseconds.
set -eu
cd "$(dirname "$0")/.."

PINNED_NODE=$(cat .nvmrc)
INSTALLED=node_modules/.package-lock.json

if [ "$INSTALLED" -nt package-lock.json ] && [ -x node_modules/.bin/node ]; then
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
touch "$INSTALLED"
