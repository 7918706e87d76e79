import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';
// @ts-expect-error: the settings are plain JavaScript, so that dependency-cruiser's own command reads them too.
import { forbidden, options } from '../../.dependency-cruiser.mjs';
import { listFiles, root } from './tree.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** `rule: from → to` of everything that breaks a rule in a tree. */
async function findBreaches(baseDir: string, roots: readonly string[]): Promise<readonly string[]> {
  const { output } = await cruise([...roots], { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** A tree of made files, with core's doors as its package names them. */
function makeTree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-rules-'));
  folders.push(folder);
  const doors = ['base', 'evidence', 'evidence/message', 'exposure', 'impact'];
  const all: Record<string, string> = {
    'core/package.json': JSON.stringify({
      name: '@candor/core',
      type: 'module',
      exports: { './*': './src/*/index.ts' },
    }),
    ...Object.fromEntries(doors.map((door) => [`core/src/${door}/index.ts`, 'export {};'])),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'node_modules/@candor'), { recursive: true });
  symlinkSync(join(folder, 'core'), join(folder, 'node_modules/@candor/core'));
  return folder;
}

// Every file of the project is read and taken apart.
test('the project keeps its import rules', async () => {
  const roots = ['core', 'lab', 'portal', 'web', 'tools'].filter((name) =>
    listFiles().some((path) => path.startsWith(`${name}/`)),
  );
  expect(await findBreaches(root, roots)).toEqual([]);
});

test('allowed: base, earlier stages through their doors, neighbours, types', async () => {
  const folder = makeTree({
    'core/src/exposure/judge.ts':
      "import type { Copy } from '@candor/core/evidence';\nimport '@candor/core/base';\nimport './verdict.ts';",
    'core/src/exposure/verdict.ts': 'export {};',
    'lab/src/adapters/disk.ts': "import 'node:fs';",
    'lab/src/commands/run-incident.ts': "import '@candor/core/impact';\nimport '../adapters/disk.ts';",
    'lab/src/apps/cli.ts': "import '../commands/run-incident.ts';",
    'web/src/reviewer/bridge/call.ts': 'export {};',
    'web/src/reviewer/pages/page.tsx': "import '../bridge/call.ts';",
    'web/src/reviewer/worker/worker.ts': "import '../bridge/call.ts';",
    'web/src/reviewer/main.ts': "import './pages/page.tsx';\nimport './worker/worker.ts';",
  });
  expect(await findBreaches(folder, ['core', 'lab', 'web'])).toEqual([]);
});

const refused: readonly (readonly [rule: string, from: string, text: string])[] = [
  ['core-evidence-imports-no-later-stage', 'core/src/evidence/a.ts', "import '@candor/core/exposure';"],
  [
    'core-evidence-imports-no-later-stage',
    'core/src/evidence/b.ts',
    "import type { Party } from '../impact/index.ts';",
  ],
  [
    'core-exposure-imports-no-later-stage',
    'core/src/exposure/a.ts',
    "export { type Party } from '@candor/core/impact';",
  ],
  ['lab-evidence-imports-no-later-stage', 'lab/src/evidence/a.ts', "import '@candor/core/exposure';"],
  ['no-cycle', 'core/src/evidence/a.ts', "import './inner.ts';"],
  ['resolvable', 'core/src/evidence/a.ts', "import './missing.ts';"],
  ['core-through-doors', 'core/src/impact/a.ts', "import '../evidence/inner.ts';"],
  ['core-through-doors-from-outside', 'lab/src/commands/a.ts', "import '../../../core/src/evidence/inner.ts';"],
  ['base-imports-nothing', 'core/src/base/a.ts', "import '@candor/core/evidence';"],
  ['ledger-imports-base-only', 'core/src/ledger/a.ts', "import '@candor/core/evidence';"],
  ['core-is-pure', 'core/src/evidence/a.ts', "import { Buffer } from 'node:buffer';"],
  ['core-is-pure', 'core/src/evidence/b.ts', "const disk = await import('node:fs');"],
  ['core-packages-are-listed', 'core/src/evidence/a.ts', "import 'left-pad';"],
  ['core-imports-no-workspace', 'core/src/evidence/a.ts', "import '../../../lab/src/adapters/disk.ts';"],
  ['lab-imports-no-plane', 'lab/src/commands/a.ts', "import '../../../portal/src/app.ts';"],
  ['portal-imports-no-plane', 'portal/src/a.ts', "import '../../lab/src/adapters/disk.ts';"],
  ['web-imports-no-plane', 'web/src/a.ts', "import type { Disk } from '../../lab/src/adapters/disk.ts';"],
  ['ui-knows-no-app', 'web/src/ui/react/a.tsx', "import type { Page } from '../../reviewer/pages/page.tsx';"],
  ['apps-know-no-other-app', 'web/src/console/a.tsx', "import '../reviewer/pages/page.tsx';"],
  ['reviewer-pages-never-import-worker', 'web/src/reviewer/pages/a.tsx', "import { Vault } from '../worker/vault.ts';"],
  [
    'reviewer-pages-never-import-worker',
    'web/src/reviewer/pages/b.ts',
    "import type { Vault } from '../worker/vault.ts';",
  ],
  ['reviewer-worker-knows-no-page', 'web/src/reviewer/worker/a.ts', "import '../pages/page.tsx';"],
  ['reviewer-bridge-stands-alone', 'web/src/reviewer/bridge/a.ts', "import '../worker/vault.ts';"],
  ['reviewer-bridge-stands-alone', 'web/src/reviewer/bridge/b.ts', "import '../pages/page.tsx';"],
  ['outside-things-in-adapters', 'lab/src/commands/a.ts', "import { readFileSync } from 'node:fs';"],
  ['outside-things-in-adapters', 'lab/src/exposure/a.ts', "import { spawn } from 'child_process';"],
  ['outside-things-in-adapters', 'lab/src/impact/a.ts', "import 'node:fs/promises';"],
  [
    'portal-queries-in-its-store',
    'portal/src/note/a.ts',
    "import type { NoteStore } from '../adapters/sqlite/note-store.ts';",
  ],
  ['portal-queries-in-its-store', 'portal/src/note/b.ts', "import '../adapters/sqlite/note-store.ts';"],
  ['adapters-know-no-stage', 'lab/src/adapters/a.ts', "import '../evidence/inner.ts';"],
  ['stages-know-no-command', 'lab/src/evidence/a.ts', "import '../commands/run-incident.ts';"],
  ['commands-know-no-app', 'lab/src/commands/a.ts', "import '../apps/cli.ts';"],
  ['product-imports-no-test', 'core/src/evidence/a.ts', "import '../../test/made.ts';"],
];

test.each(refused)('refused by %s: %s', async (rule, from, text) => {
  const folder = makeTree({
    'core/src/evidence/inner.ts': rule === 'no-cycle' ? "import './a.ts';" : 'export {};',
    'core/test/made.ts': 'export {};',
    'lab/src/adapters/disk.ts': 'export {};',
    'lab/src/evidence/inner.ts': 'export {};',
    'lab/src/commands/run-incident.ts': 'export {};',
    'lab/src/apps/cli.ts': 'export {};',
    'portal/src/app.ts': 'export {};',
    'portal/src/adapters/sqlite/note-store.ts': 'export {};',
    'web/src/main.ts': 'export {};',
    'web/src/reviewer/worker/vault.ts': 'export {};',
    'web/src/reviewer/pages/page.tsx': 'export {};',
    'node_modules/left-pad/package.json': '{"name":"left-pad","main":"index.js"}',
    'node_modules/left-pad/index.js': '',
    [from]: text,
  });
  const found = await findBreaches(folder, ['core', 'lab', 'portal', 'web']);
  expect(found.map((line) => line.split(':')[0])).toContain(rule);
});
