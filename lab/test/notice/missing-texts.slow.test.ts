import { beforeAll, describe, expect, test } from 'vitest';
import { MEASURES_LINE } from '../../../core/test/notice/text/expected-words.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

const WHOLE = `  discovered: 2001-10-18
${MEASURES_LINE}  sender: { name: "Harbor Energy Holdings, Inc.", signatory: Ines Adler, title: CISO, postal: "1200 Dock Road, Houston" }
  contact: { mail: ask@harbor.example, telephone: "+1 713 555 0100", dpo: "Jo Lang, +1 713 555 0101" }
`;
const KEYS = [
  'sender.name',
  'sender.signatory',
  'sender.title',
  'sender.postal',
  'contact.mail',
  'contact.telephone',
  'contact.dpo',
  'discovered',
  'measures',
];

let desk: NoticeDesk;
const toLine = (text: string) => text.replace(/\s+/g, ' ');
const prepare = (...words: readonly string[]) =>
  desk.type('notice', 'prepare', '--wave', 'metadata', ...words, '--state', desk.state);

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
});

describe('what only a person can write in a notice', () => {
  test('a dry run shows the drafts and what is missing, and starts nothing', async () => {
    const dry = await prepare('--dry-run');
    expect(dry.code).toBe('done');
    expect(dry.text).toContain('Nothing was started or stored.');
    expect(dry.text).toContain('What you should do now');
    for (const key of KEYS) expect(toLine(dry.text), key).toContain(`\`notice.${key}\` is missing.`);
    expect((await desk.type('notice', 'status', '--state', desk.state)).text).toContain('No wave was prepared yet.');
  });

  test('the first draft announces that it starts the log and what it fixes; a later one does not', async () => {
    const first = toLine((await prepare()).text);
    expect(first).toContain('This starts the public log. From now on these are fixed: origin harbor.example/log');
    expect(first).toContain('8 entries every 3600 s');
    expect(first).toContain('Ines Adler, Marek Dvorak, Rafael Costa');
    expect(first.indexOf('This starts')).toBeLessThan(first.indexOf('Wave 1'));
    expect((await prepare()).text).not.toContain('This starts the public log');
  });

  test('check lists each missing text as needing a person, with the legal requirement', async () => {
    const { warnings } = JSON.parse((await desk.type('check', desk.incident, '--json')).text) as {
      warnings: { code: string; weight: string; text: string }[];
    };
    const missing = warnings.filter(({ code }) => code === 'notice-incomplete');
    expect(missing).toHaveLength(KEYS.length);
    for (const { weight, text } of missing) {
      expect(weight).toBe('person');
      expect(text).toMatch(/GDPR Articles? (?:33|34)|EDPB Guidelines 9\/2022/);
    }
  });

  test('the same command refreshes the draft and keeps edits', async () => {
    const edited = await desk.type(
      'notice',
      'edit',
      '--measures',
      'en',
      '--text',
      'We reset all keys.',
      '--why',
      'their advice',
      '--state',
      desk.state,
    );
    expect(edited.code).toBe('done');
    desk.edit('  nextUpdate: 2001-10-21\n', `  nextUpdate: 2001-10-21\n${WHOLE}`);
    const again = await prepare();
    expect(again.text).not.toContain('is missing.');
    expect(again.text).toContain('It replaces the draft of wave');
    const shown = await desk.type('notice', 'show', '--text', '--party', 'ternbank.example', '--state', desk.state);
    expect(toLine(shown.text)).toContain('Harbor Energy Holdings, Inc. is writing to you because');
    expect(toLine(shown.text)).toContain('We discovered this on 18 October 2001. We reset all keys.');
    expect(shown.text).toContain('Ines Adler, CISO\n');
  });
});
