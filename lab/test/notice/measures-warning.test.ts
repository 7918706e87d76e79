import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

const MEASURES = '  measures: { en: We changed it., de: Wir änderten es., fr: Changé., es: Cambiado. }\n';

let desk: NoticeDesk;
/** What `prepare` says, as one line; the wave is given up again. */
async function prepare(...words: readonly string[]): Promise<string> {
  const prepared = await desk.type('notice', 'prepare', '--wave', 'metadata', ...words, '--state', desk.state);
  expect(prepared.code).toBe('done');
  await desk.type('notice', 'discard', '--state', desk.state);
  return prepared.text.replace(/\s+/g, ' ');
}

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
});

describe('an incident file that does not say what was done about it', () => {
  test('is warned of where persons are to be told, once, and nowhere else', async () => {
    const said = /4 of the notices go to persons, .*`notice\.measures` in incident\.yaml/;
    expect(await prepare()).toMatch(said);
    expect((await prepare()).match(/notice\.measures/g)).toHaveLength(1);
    expect(await prepare('--json')).toContain('"code": "no-measures"');
    expect(await prepare('--only', 'ternbank.example')).not.toContain('measures');
    const checked = await desk.type('check', desk.incident);
    expect(checked).toMatchObject({ code: 'done', text: expect.not.stringContaining('measures') });
    desk.edit('  nextUpdate: 2001-10-21\n', `  nextUpdate: 2001-10-21\n${MEASURES}`);
    expect(await prepare()).not.toContain('measures');
  });
});
