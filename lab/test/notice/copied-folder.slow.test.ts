import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openNoticeDesk, typeCommand } from './notice-desk.ts';

test('the copy of an incident folder never uses the original’s incident file in silence', async () => {
  const root = makeTemporaryFolder();
  const desk = await openNoticeDesk(join(root, 'first'));
  await desk.run();
  const copy = join(root, 'copy');
  const state = join(copy, '.candor');
  cpSync(dirname(desk.incident), copy, { recursive: true });
  cpSync(desk.state, state, { recursive: true });
  const incident = join(copy, basename(desk.incident));
  const report = () => typeCommand(['report', 'gdpr33', '--state', state]);
  // The same words have the same effect.
  expect((await report()).code).toBe('done');

  appendFileSync(incident, '# edited\n');
  const refused = await report();
  expect(refused.code).toBe('copied-incident');
  for (const words of [
    ['notice', 'prepare', '--wave', 'metadata'],
    ['watch', '--once'],
  ])
    expect((await typeCommand([...words, '--state', state])).code).toBe('copied-incident');
  const status = (await typeCommand(['status', '--state', state])).text.replaceAll(/\s+/g, ' ');
  expect(status).toContain('copied folder');
  for (const file of [desk.incident, incident]) expect(status).toContain(file);
  // Nothing was changed for the original.
  expect((await typeCommand(['report', 'gdpr33', '--state', desk.state])).code).toBe('done');

  rmSync(incident);
  expect((await report()).code).toBe('done');
});
