/**
 * Oldest Node that a release may run on where it brings none: TypeScript is gone by then, but zstd and the rest of the
 * pinned version are needed.
 */
const NODE_MAJOR = 24;

/**
 * A shell script that starts a program of the release from wherever it is linked to; it costs two milliseconds, another
 * Node would cost forty. It leaves no core file: an open key could be in one.
 */
export function toLauncher(program: string, node: string | null): string {
  const start =
    node === null
      ? `node -e 'process.exit(Number(process.versions.node.split(".")[0]) < ${NODE_MAJOR} ? 1 : 0)' 2>/dev/null || {
  echo "Candor needs Node ${NODE_MAJOR} or newer on this system; node --version says: $(node --version 2>&1)" >&2
  exit 1
}
exec node`
      : `exec "$app/node_modules/${node}/bin/node"`;
  return `#!/bin/sh
# Starts ${program} of Candor.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
app=$(cd "$(dirname "$self")/../app" && pwd -P) || exit 1
unset CANDOR_TYPED
ulimit -c 0 2>/dev/null
${start} "$app/program/${program}.mjs" "$@"
`;
}
