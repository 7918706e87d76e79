import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFact } from '../../src/adapters/store/state-fact.ts';
import { openStateForWriting } from '../../src/adapters/store/state-folder.ts';
import { findMeantState } from '../../src/commands/find-state.ts';
import { prepareDemo } from '../../src/commands/prepare-demo.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

/** A folder with an incident file, and with a state where a run was made. */
async function makeIncident(folder: string, name: string, hasRun = true): Promise<void> {
  mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, name, 'incident.yaml');
  writeFileSync(file, `incident: ${name}\n`);
  if (hasRun) await makeState(join(folder, name, '.candor'), name, file);
}

async function makeState(path: string, incident: string, file: string): Promise<void> {
  const state = await openStateForWriting(path);
  await writeFact(state.store, 'incident', incident);
  await writeFact(state.store, 'incident-file', file);
  await state.close();
}

const value = async (folder: string) => (await findMeantState(folder, null))?.value;

test('after a run beside its evidence the state there answers', async () => {
  const folder = makeTemporaryFolder();
  await makeIncident(folder, 'evidence');
  expect(await value(folder)).toMatchObject({ state: 'evidence/.candor', incident: 'evidence' });
});

test('the bundled incident never answers for an own one, judged or not', async () => {
  const folder = makeTemporaryFolder();
  await makeState(join(folder, '.candor'), 'harbor-2001', prepareDemo());
  expect(await value(folder)).toBeUndefined();
  await makeIncident(folder, 'evidence', false);
  await expect(value(folder)).rejects.toMatchObject({
    code: 'no-run',
    reasons: [expect.stringContaining('no run was made of evidence/incident.yaml')],
  });
  await makeIncident(folder, 'evidence');
  expect(await value(folder)).toMatchObject({ state: 'evidence/.candor' });
});

test('of two candidates a person chooses; without one it is refused by name', async () => {
  const folder = makeTemporaryFolder();
  await makeIncident(folder, 'first');
  await makeIncident(folder, 'second');
  await expect(value(folder)).rejects.toMatchObject({
    code: 'several-states',
    reasons: [expect.stringMatching(/first \(--state first\/.candor\), second \(--state second\/.candor\)/)],
  });
  const asked = await findMeantState(folder, async (states) => states[1] ?? null);
  expect(asked?.value).toMatchObject({ incident: 'second' });
  await expect(findMeantState(folder, async () => null)).rejects.toMatchObject({ code: 'several-states' });
});

test('a state of this folder and one below are two', async () => {
  const folder = makeTemporaryFolder();
  await makeIncident(folder, '.');
  await makeIncident(folder, 'other');
  await expect(value(folder)).rejects.toMatchObject({ code: 'several-states' });
});
