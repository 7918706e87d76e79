import { beforeAll, describe, expect, test } from 'vitest';
import { MEASURES_LINE } from '../../../core/test/notice/text/expected-words.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

const WINDOW = 'window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }';
const FIRST = '15 Sep 2001';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type('notice', ...words, '--state', desk.state);
const toWarnings = (text: string): unknown => (JSON.parse(text) as { warnings?: unknown }).warnings;

/** Prepared, shown to the first person and approved: whether each of them says so, and in JSON. */
async function warn(): Promise<{ readonly texts: readonly string[]; readonly codes: readonly unknown[] }> {
  const prepared = await type('prepare', '--wave', 'metadata');
  const shown = await type('show');
  const approved = await desk.approveAs('Ines Adler');
  expect([prepared.code, shown.code, approved.code]).toEqual(['done', 'done', 'done']);
  const asJson = [await type('show', '--json')];
  await type('discard');
  asJson.push(await type('prepare', '--json', '--wave', 'metadata'));
  asJson.push(await desk.approveAs('Ines Adler', '--json'));
  return {
    // As one line each, however wide the screen is.
    texts: [prepared, shown, approved].map(({ text }) => text.replace(/\s+/g, ' ')),
    // That texts are missing, which each of them says as well, is tested elsewhere.
    codes: asJson.map(({ text }) =>
      (toWarnings(text) as { code: string }[]).map(({ code }) => code).filter((code) => code !== 'notice-incomplete'),
    ),
  };
}

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  // Of what persons would not be told without it another test speaks.
  desk.edit('  nextUpdate: 2001-10-21\n', `  nextUpdate: 2001-10-21\n${MEASURES_LINE}`);
});

describe('a window that excludes intruder records', () => {
  test('causes a warning wherever notices with it are viewed: with time and fix', async () => {
    desk.edit(WINDOW, 'window: { start: 2001-09-20T00:00:00Z, contained: 2001-10-05T00:00:00Z }');
    await desk.run();
    const { texts, codes } = await warn();
    for (const text of texts) {
      expect(text).toMatch(
        new RegExp(`outside the window, ${FIRST}, .*: widen \`window\` in incident\\.yaml, run again`),
      );
      expect(text).toMatch(/after containment, \d+ Oct 2001, .*move `window\.contained` in incident\.yaml, run again/);
    }
    expect(codes).toEqual(Array(3).fill(['window-too-narrow', 'after-containment']));
  });

  test('mentions records after containment only once', async () => {
    await type('discard');
    desk.edit('start: 2001-09-20T00:00:00Z', 'start: 2001-09-10T00:00:00Z');
    await desk.run();
    const { texts, codes } = await warn();
    for (const text of texts) expect(text).not.toContain('outside the window');
    expect(codes).toEqual(Array(3).fill(['after-containment']));
  });

  test('a window around all of them causes no warning, and the notice also has the first and last record', async () => {
    await type('discard');
    desk.edit('contained: 2001-10-05T00:00:00Z', 'contained: 2001-10-27T00:00:00Z');
    await desk.run();
    const { texts, codes } = await warn();
    for (const text of texts) expect(text).not.toMatch(/outside the window|after containment/);
    expect(codes).toEqual([[], [], []]);
    const { text } = await type('show', '--party', 'ternbank.example');
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /in our logs: 1\d September 2001, \d\d:\d\d UTC, and \d+ October 2001, \d\d/,
    );
  });
});
