import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNoticeCode, listPrintedForms, readNoticeCode } from '@candor/core/notice/code';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { requireActiveOperators } from '../../src/notice/approval/active-operators.ts';
import { loadDisclosure } from '../../src/notice/disclosure.ts';
import { digestGateSettings } from '../../src/notice/gate-result.ts';
import { insertGateResult } from '../../src/notice/store/gate-store.ts';
import { listSentNotices } from '../../src/notice/store/wave-store.ts';
import { openRecordingSink, type RecordingSink } from '../notice/delivery/recording-sink.ts';
import { type Fernhill, openFernhill } from './fernhill.ts';

// State, keys, site, release and notices of the version with rules 2026-11, opened with this one.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 8, 18, 0) });
  return () => vi.useRealTimers();
});

describe('what the former version published', () => {
  let fernhill: Fernhill;
  beforeAll(() => {
    fernhill = openFernhill();
  });

  test.each(['northwind', 'southgate', 'stayput'])('the notice to %s is genuine', async (name) => {
    const verify = ['verify', fernhill.path('received', `${name}.example.eml`), '--site', fernhill.path('site')];
    const typed = ['--code', fernhill.code(`org-${name}`), '--domain', `${name}.example`, '--key', fernhill.key()];
    const { text } = await fernhill.type(...verify, ...typed, '--json');
    expect(JSON.parse(text)).toMatchObject({ answer: { kind: 'genuine' } });
  });

  test.each(['northwind', 'southgate'])(
    'the code of %s has 27 characters and also reads in the current form',
    async (name) => {
      const printed = fernhill.code(`org-${name}`);
      expect(printed).toMatch(/-[0-9A-Z]{2}-[0-9A-Z*~$=]$/);
      const reading = readNoticeCode(printed);
      if (reading.state !== 'code') throw new Error('the code of before is not read');
      const present = formatNoticeCode(reading.bytes);
      expect(present).not.toBe(printed);
      const verify = ['verify', fernhill.path('received', `${name}.example.eml`), '--site', fernhill.path('site')];
      const typed = ['--domain', `${name}.example`, '--key', fernhill.key(), '--json'];
      for (const code of [present, printed.replaceAll('-', ' '), printed.replaceAll('-', '').toLowerCase()]) {
        const { text } = await fernhill.type(...verify, '--code', code, ...typed);
        expect(JSON.parse(text)).toMatchObject({ answer: { kind: 'genuine' } });
      }
      // In the message itself it stands as it was issued.
      const { text } = await fernhill.type(...verify, ...typed);
      expect(JSON.parse(text)).toMatchObject({ answer: { kind: 'genuine' }, code: printed });
    },
  );

  test('its log verifies', async () => {
    await fernhill.done('log', 'fsck');
  });

  test('a reviewer opens the release', async () => {
    const key = ['--key', fernhill.path('keys/jo-berg.key'), '--passphrase-file', fernhill.path('passphrase')];
    const out = fernhill.path('opened');
    await fernhill.done(
      'open',
      fernhill.path('northwind.candor'),
      ...key,
      '--fingerprint',
      fernhill.key(),
      '--out',
      out,
    );
    const [message = ''] = readdirSync(join(out, 'messages'));
    expect(readFileSync(join(out, 'messages', message), 'utf8')).toContain('The new price list is below.');
  });
});

describe('continuing the state of the former version', () => {
  let fernhill: Fernhill;
  let sink: RecordingSink;
  const listNotices = async (wave: string) => {
    const { views } = await fernhill.json<{
      views: { notice: number; party: string; kind: string; figures: Record<string, number> }[];
    }>('notice', 'show', '--wave', wave);
    return views;
  };

  beforeAll(async () => {
    fernhill = openFernhill();
    // The relay is among what two people sign: it is named before the wave is prepared.
    sink = await openRecordingSink();
    fernhill.edit('incident.yaml', 'port: 25251', `port: ${sink.port}`);
    return () => sink.close();
  });

  test('exports nothing as judged by the current rules before a run', async () => {
    const ended = await fernhill.type('export', '--out', fernhill.path('early'));
    expect(ended.code).toBe('exposure-differs');
    expect(ended.text).toContain('run again before you use it');
  });

  test('a run judges it again as a new version', async () => {
    const run = () =>
      fernhill.json<{ version: number; rules: string; supersedes: number; digest: string }>(
        ...['run', fernhill.path('incident.yaml')],
      );
    const first = await run();
    expect(first).toMatchObject({ version: 2, supersedes: 1, rules: '2027-01' });
    expect(await run()).toMatchObject({ version: 2, digest: first.digest });
  });

  test('and attributes each changed copy to the rules, and nothing else', async () => {
    const difference = await fernhill.json<{
      rules: string[];
      causes: string[];
      changes: { location: string; before: string; after: string; causes: string[] }[];
    }>('diff');
    expect(difference.rules).toEqual(['2026-11', '2027-01']);
    expect(difference.causes).toEqual(['rules']);
    expect(difference.changes.map((one) => `${one.location} ${one.before} ${one.after} ${one.causes}`)).toEqual([
      'mail/ada-l/Inbox/2.eml accessed presumed rules',
      'mail/ben-o/Inbox/1.eml no-evidence presumed rules',
      'mail/ben-o/Inbox/2.eml no-evidence presumed rules',
    ]);
  });

  test('notices keep their codes, also by telephone, and those to guessed contacts are marked', async () => {
    const state = await openStateForActing(fernhill.path('state'));
    const told = await listSentNotices(state.store);
    await state.close();
    expect(told.map(({ party, code }) => [party, code])).toEqual(
      told.map(({ party }) => [party, fernhill.code(party)]),
    );
    const rungs = await inRungs(fernhill.path('state'));
    expect(told.map(({ id, isGuessed }) => [id, isGuessed])).toEqual(
      told.map(({ id }) => [id, (rungs.get(id) ?? []).every((rung) => rung === 'roles' || rung === 'correspondents')]),
    );
    const printed = fernhill.code('org-stayput');
    const reading = readNoticeCode(printed);
    const forms = reading.state === 'code' ? listPrintedForms(reading.bytes) : [];
    for (const code of [printed, ...forms])
      expect(await fernhill.done('support', 'lookup', code)).toMatch(/^Issued .* to stayput\.example/);
  });

  test('statements made stay made', async () => {
    const told = (await listNotices('1')).map(({ party, kind }) => `${party} ${kind}`);
    expect(told).toEqual(['org-northwind first', 'org-southgate first', 'org-stayput first']);
    const { text } = await fernhill.type(
      ...['verify', fernhill.path('received/southgate.example.eml'), '--site', fernhill.path('site')],
      ...['--code', fernhill.code('org-southgate'), '--domain', 'southgate.example', '--key', fernhill.key(), '--json'],
    );
    expect(JSON.parse(text)).toMatchObject({ answer: { kind: 'genuine' } });
  });

  test('the difference is a supplement, a correction and a first notice, and nothing for unchanged parties', async () => {
    await fernhill.done('notice', 'prepare', '--wave', 'metadata');
    const views = await listNotices('2');
    const told = views.map(({ party, kind, figures }) => {
      return `${party} ${kind}: accessed ${figures['accessed']}, presumed ${figures['presumed']}`;
    });
    expect(told).toEqual([
      'org-eastlake first: accessed 0, presumed 1',
      'org-northwind supplement: accessed 1, presumed 1',
      'org-southgate correction: accessed 0, presumed 1',
    ]);
  });

  test('two people approve it with their keys, and the site shows what became of the old notice', async () => {
    await fernhill.agree('notice', 'approve');
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    await fernhill.done('site', 'build', '--out', fernhill.path('site'));
    await fernhill.done('log', 'fsck');
    const { text } = await fernhill.type(
      ...['verify', fernhill.path('received/southgate.example.eml'), '--site', fernhill.path('site')],
      ...['--code', fernhill.code('org-southgate'), '--domain', 'southgate.example', '--key', fernhill.key(), '--json'],
    );
    expect(JSON.parse(text)).toMatchObject({ answer: { kind: 'superseded' } });
  });

  test('the supplement is sent, and a former reviewer reads the added message', async () => {
    vi.setSystemTime(Date.UTC(2026, 5, 9, 9, 0));
    await passGate(fernhill.path('state'));
    await fernhill.done('notice', 'send', '--wave', '2');
    expect(sink.messages.map(({ to }) => to[0]).sort()).toEqual([
      'security@eastlake.example',
      'security@northwind.example',
      'security@southgate.example',
    ]);
    await fernhill.done('release', 'prepare', '--party', 'org-northwind');
    await fernhill.agree('release', 'approve', '--party', 'org-northwind');
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    await fernhill.done('log', 'publish', '--site', fernhill.path('site'));
    const out = fernhill.path('second.candor');
    await fernhill.done('release', 'write', '--party', 'org-northwind', '--out', out);
    const key = ['--key', fernhill.path('keys/jo-berg.key'), '--passphrase-file', fernhill.path('passphrase')];
    const opened = fernhill.path('opened-again');
    await fernhill.done('open', out, ...key, '--fingerprint', fernhill.key(), '--out', opened);
    const texts = readdirSync(join(opened, 'messages')).map((name) =>
      readFileSync(join(opened, 'messages', name), 'utf8'),
    );
    expect(texts).toHaveLength(2);
    expect(texts.join()).toContain('The draft contract is below.');
  });
});

async function inRungs(statePath: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const state = await openStateForActing(statePath);
  const rows = await state.store.db.selectFrom('notice_delivery').select(['notice_id', 'rung']).execute();
  await state.close();
  return new Map([...Map.groupBy(rows, (row) => row.notice_id)].map(([id, of]) => [id, of.map(({ rung }) => rung)]));
}

/** A probe through the relay needs DNS and mailboxes of others, which are tested elsewhere. */
async function passGate(statePath: string): Promise<void> {
  const state = await openStateForActing(statePath);
  const at = Math.floor(Date.now() / 1000);
  const { fingerprint } = await requireActiveOperators(state, createNodeRuntime(), at);
  const probe = { to: 'check@check.example', messageId: '<probe@fernhill.example>', receivedSha256: null };
  await insertGateResult(
    state.store,
    { at, isPassed: true, findings: [], authentication: null, spam: null, probe },
    digestGateSettings(await loadDisclosure(state.store), fingerprint),
    null,
  );
  await state.close();
}
