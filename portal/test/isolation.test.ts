import { afterAll, beforeAll, expect, test } from 'vitest';
import { callers, isolationTable, type TableCaller } from './isolation-table.ts';
import { callSigned, makeHolder } from './support/caller.ts';
import { APP, type Peopled, people, World } from './support/world.ts';

let it: Peopled;
const stranger = makeHolder();
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

const cookieNames = {
  'A-reviewer': 'reviewer',
  'A-nominator': 'nominator',
  'B-nominator': 'other',
  'taken-out': 'revoked',
} as const;

function call(who: TableCaller, method: string, target: string): Promise<Response> {
  const { world, cookies } = it;
  const body = method === 'POST' && !target.endsWith('options') ? {} : method === 'PUT' ? { x: 1 } : undefined;
  if (who === 'lab') return world.callLab(method, target, body, { origin: APP });
  if (who === 'stranger') return callSigned(world, stranger, method, target, body, { origin: APP });
  const cookie = who === 'anybody' ? undefined : cookies[cookieNames[who]];
  const headers = {
    origin: APP,
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return fetch(world.base + target, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

const fill = (target: string): string =>
  target
    .replace('{release}', it.release.release)
    .replace('{digest}', it.release.objects[0] ?? '')
    .replace('{fingerprint}', it.nominator.fingerprint)
    .replace('{request}', 'f'.repeat(64));

test('every route answers every caller as the table says', async () => {
  const differences: string[] = [];
  for (const [route, ...expected] of isolationTable) {
    const [method = '', target = ''] = route.split(' ');
    for (const [at, who] of callers.entries()) {
      const { status } = await call(who, method, fill(target));
      if (status !== expected[at]) differences.push(`${route}, ${who}: ${status} instead of ${expected[at]}`);
    }
  }
  expect(differences).toEqual([]);
});

test('every route is in the table', () => {
  const declared = Object.entries(it.world.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const known = isolationTable.map(([route]) => route.replace(/papers\/.*/, 'papers/{paper}').replace(/\?.*/, ''));
  expect(declared.length).toBeGreaterThan(20);
  expect(declared.filter((route) => !known.includes(route) && !route.startsWith('OPTIONS'))).toEqual([]);
});
