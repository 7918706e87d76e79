import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { listIssued } from '../../src/notice/store/notice-store.ts';
import { prepareWave } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { know } from './lamp-desk.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

const CONTAINED = '2001-10-20T00:00:00Z';
const HEADER = 'time,mailbox,kind,message_id,folder,session,ip,app';
let desk: NoticeDesk;

/**
 * Harbor Corp.: the intruder opened one mail, of which a firm elsewhere is told; a record of nobody names another; two
 * mails are dated after the containment, of which one is sent to a domain of its own.
 */
beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  const home = join(desk.folder, 'harbor');
  mkdirSync(join(home, 'lamp'));
  const mail = (id: number, from: string, date: string) =>
    writeFileSync(
      join(home, 'lamp', `${id}.eml`),
      `From: ${from}\nTo: ann@harbor.example\nMessage-ID: <${id}@x.example>\nDate: ${date} 10:00:00 +0000\n\n${id}\n`,
    );
  mail(1, 'jo@known.example', '12 Sep 2001');
  mail(2, 'ed@undecided.example', '13 Sep 2001');
  mail(3, 'jo@known.example', '14 Nov 2001');
  mail(4, 'al@later.example', '15 Nov 2001');
  writeFileSync(
    join(home, 'log.csv'),
    `${HEADER}\n2001-09-15T10:00:00Z,ann,bind,<1@x.example>,,night,,\n2001-09-16T10:00:00Z,ann,bind,<2@x.example>,,day,,\n2001-09-11T10:00:00Z,ann,sync,,,night,,\n`,
  );
  const own = readFileSync(desk.incident, 'utf8');
  writeFileSync(
    desk.incident,
    `incident: lamps
organization: { name: Harbor Corp., domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: ${CONTAINED} }
mailboxes: [ { custodian: ann, address: ann@harbor.example, evidence: lamp } ]
access: [ { file: log.csv, covers: { mailboxes: all, from: 2001-09-10T00:00:00Z, to: ${CONTAINED} } } ]
intruder: { sessions: [night] }
directory: directory.csv
${own.slice(own.indexOf('operators:')).replace(', mailbox: "costa-r"', '')}`,
  );
  know(desk, 'known.example,known.example,organization,Known Inc.,ciso@msp.test');
  await desk.run();
});

const type = (...typed: readonly string[]) => desk.type('notice', ...typed, '--state', desk.state);
const words = (text: string): string => text.replaceAll(/\s+/g, ' ');

async function dryRun(wave: 'metadata' | 'correction' = 'metadata') {
  const {
    drafts = [],
    referee,
    warnings,
  } = await prepareWave({
    state: desk.state,
    wave,
    only: null,
    except: [],
    findings: null,
    by: 'test',
    isDry: true,
    progress: silentProgress,
  });
  return {
    texts: new Map(drafts.map(({ party, subject, text }) => [party, words(`${subject} ${text}`)])),
    referee,
    warnings,
  };
}

describe('the notices of one wave', () => {
  test('say of each party what stands behind it', async () => {
    const { texts, referee } = await dryRun();
    expect(texts.get('known.example')).toContain(
      'An intruder opened or copied emails between Known Inc. and Harbor Corp.',
    );
    expect(texts.get('known.example')).not.toMatch(/\.\.|msp\.test/);
    expect(texts.get('undecided.example')).toContain('We cannot yet say whether an intruder had access to an email');
    expect(texts.get('undecided.example')).not.toMatch(/opened or copied by|must be presumed/);
    for (const text of texts.values()) expect(text).not.toContain('We know of no gap');
    expect(texts.get('later.example')).toContain('1 dated after 20 October 2001, counted because');
    expect(texts.get('undecided.example')).not.toContain('dated after');
    for (const text of texts.values()) expect(text).not.toMatch(/ 0 (?:of them|with)/);
    expect(referee).toMatchObject([
      { code: 'undecided-alone', parties: ['undecided.example'], count: 1 },
      { code: 'dated-after', parties: ['known.example', 'later.example'], count: 2 },
      { code: 'contact-elsewhere', parties: ['known.example'] },
    ]);
  });

  test('are refereed wherever people look at them, and bind codes to contacts elsewhere that no word names', async () => {
    const prepared = await type('prepare', '--wave', 'metadata');
    const shown = await type('show');
    const approved = await desk.approveAs('Ines Adler');
    for (const { text } of [prepared, shown, approved])
      expect(words(text)).toMatch(/1 party rests on undecided records alone .*`candor leads`/);
    const asJson = JSON.parse((await type('show', '--json')).text) as {
      referee: { code: string }[];
      views: { party: string; code: string; domains: string[]; contactDomains: string[] }[];
    };
    expect(asJson.referee.map(({ code }) => code)).toEqual(['undecided-alone', 'dated-after', 'contact-elsewhere']);
    const [known] = asJson.views.filter(({ party }) => party === 'known.example');
    expect(known).toMatchObject({ domains: ['known.example'], contactDomains: ['msp.test'] });
    expect((await desk.approveAs('Marek Dvorak')).code).toBe('done');
    const lookup = async (typed: string) => (await desk.type('support', 'lookup', typed, '--state', desk.state)).text;
    expect(await lookup(known?.code ?? '')).toMatch(/to known\.example \(with contacts at msp\.test\)/);
    expect(await lookup('msp.test')).toContain('to known.example');
    const state = await openStateForReading(desk.state);
    const [record] = (await listIssued(state.store)).flatMap(({ party, record: of }) =>
      party === 'known.example' ? [of] : [],
    );
    await state.close();
    expect(record?.domains).toEqual(['known.example', 'msp.test']);
  });

  test('say at least until when, where the intruder came back, and that evidence is gone rather than wrong', async () => {
    const home = join(desk.folder, 'harbor');
    writeFileSync(join(home, 'back.csv'), `${HEADER}\n2001-10-25T10:00:00Z,ann,sign-in,,,night,,\n`);
    renameSync(join(home, 'log.csv'), join(desk.folder, 'log.csv'));
    desk.edit(/access: .*/.exec(readFileSync(desk.incident, 'utf8'))?.[0] ?? '', 'access: [ { file: back.csv } ]');
    await desk.run();
    const { texts, warnings } = await dryRun('correction');
    expect(warnings.map(({ text }) => text).join(' ')).toContain(
      'Corrections give lower figures because evidence is gone',
    );
    for (const text of texts.values()) {
      expect(text).not.toContain('was wrong');
      expect(text).toContain('at least until 25 October 2001');
    }
    expect(texts.size).toBeGreaterThan(0);
  });
});
