import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/commands/run-record.ts';
import { startTimeServer } from '../adapters/time-server.ts';
import { openNoticeDesk } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('each run appends zone, clock, program and control messages; a source is asked where the file names one', async () => {
  const desk = await openNoticeDesk(makeTemporaryFolder());
  const wrong = await startTimeServer(90_000);
  const silent = await startTimeServer(0, () => null);
  const journal = () =>
    readFileSync(join(desk.state, 'runs.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RunRecord);
  const status = async () => (await desk.type('status', '--state', desk.state)).text.replaceAll(/\s+/g, ' ');
  try {
    await desk.run();
    expect(await status()).toContain('no time source to compare with');
    const first = readFileSync(join(desk.state, 'runs.jsonl'), 'utf8');

    const place = `127.0.0.1:${wrong.port}`;
    desk.edit('operators:', `clock: { source: "${place}" }\noperators:`);
    await desk.run();
    expect(await status()).toMatch(new RegExp(`clock (89999|90000)(\\.\\d+)? s behind ${place} in the last run`));

    desk.edit(place, `127.0.0.1:${silent.port}`);
    await desk.run();
    const after = await status();
    expect(after).toContain(`time source 127.0.0.1:${silent.port} could not be asked: no answer in 2 seconds`);
    expect(after).not.toContain('in the last run. Set it');

    expect(readFileSync(join(desk.state, 'runs.jsonl'), 'utf8').startsWith(first)).toBe(true);
    const [none, off, unasked] = journal();
    expect(none).toMatchObject({ clockOffset: null, clock: null, zone: expect.any(String) as string });
    expect(none?.program).toMatch(/^[0-9a-f]{64}$/);
    expect(none?.controls?.tried).toBeGreaterThan(20);
    expect(Math.round(off?.clockOffset ?? 0)).toBe(90_000);
    expect(unasked).toMatchObject({
      clockOffset: null,
      clock: { source: `127.0.0.1:${silent.port}`, fault: 'no answer in 2 seconds' },
    });
    // The clock is custody, never a cause of verdicts: one version for all three runs.
    expect(journal().map(({ version }) => version)).toEqual([1, 1, 1]);
  } finally {
    await wrong.close();
    await silent.close();
  }
}, 300_000);
