import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ControlResult } from '../../../src/impact/control/search-controls.ts';
import { FindingIncident } from '../finding/finding-incident.ts';

type Controls = typeof import('../../../src/impact/control/search-controls.ts');

const missing = vi.hoisted(() => ({ of: null as readonly string[] | null }));

vi.mock('../../../src/impact/control/search-controls.ts', async (original) => {
  const real = await original<Controls>();
  const searchControls: Controls['searchControls'] = async (...given): Promise<ControlResult> =>
    missing.of === null ? real.searchControls(...given) : { tried: 37, missed: missing.of };
  return { ...real, searchControls };
});

beforeEach(() => {
  missing.of = null;
});

function makeIncident(): FindingIncident {
  const incident = new FindingIncident();
  incident.mail('ada/1.eml', { text: 'Dear Ada,\n\npassword: Quay#4711-north\n' });
  // Mail that looks like a control message is mail.
  incident.mail('ada/2.eml', {
    from: 'a1@control.invalid',
    subject: 'Note 1',
    text: 'Card number: 4539 1488 0343 6467',
  });
  return incident;
}

test('what a search that missed a control message has searched is searched again', async () => {
  const incident = makeIncident();
  missing.of = ['PDF attachment'];
  const first = await incident.run();
  expect(first.summary.findings?.controls).toEqual({ tried: 37, missed: ['PDF attachment'] });
  missing.of = null;
  const second = await incident.run();
  expect(second.read).toBe(2);
  expect(second.summary.findings?.controls).toEqual({ tried: 37, missed: [] });
  const third = await incident.run();
  expect(third.read).toBe(0);
  expect(third.summary.findings?.controls, 'that of the search that made the findings').toEqual({
    tried: 37,
    missed: [],
  });
});

/** Every table of findings, parties and people, and every export; without what says when. */
async function readAll(incident: FindingIncident): Promise<string> {
  const tables = await incident.inStore(async ({ db }) =>
    Promise.all([
      db.selectFrom('impact_searched').select(['location', 'sender', 'names', 'unread', 'attached']).execute(),
      db.selectFrom('impact_finding').select(['part', 'position', 'length', 'kind', 'mask', 'value_id']).execute(),
      db.selectFrom('impact_value').select('id').execute(),
      db.selectFrom('impact_party').selectAll().execute(),
      db.selectFrom('evidence_copy').select(['location', 'message_id']).execute(),
    ]),
  );
  const exports = readdirSync(incident.out)
    .filter((name) => name !== 'summary.json')
    .sort()
    .map((name) => `${name}\n${readFileSync(join(incident.out, name), 'latin1')}`);
  return JSON.stringify([tables, exports]);
}

test('control messages leave nothing behind but their result', async () => {
  const [withThem, without] = [makeIncident(), makeIncident()];
  await withThem.run();
  missing.of = [];
  await without.run();
  const text = await readAll(withThem);
  expect(text.replaceAll(withThem.folder, '')).toBe((await readAll(without)).replaceAll(without.folder, ''));
  expect(text).toContain('mail/ada/2.eml');
  expect(text).not.toContain('control/');
});
