import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toManifestText } from '@candor/core/notice/wave';
import type { AuditSubject } from '@candor/core/transparency/audit';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../../src/adapters/store/state-folder.ts';
import { loadDisclosure } from '../../../src/notice/index.ts';
import { toPartySetRoot } from '../../../src/notice/party-set/index.ts';
import { dropNotices } from '../../../src/notice/store/notice-store.ts';
import { readCounted, replaceCounted } from '../../../src/notice/store/party-set-store.ts';
import { sealStored } from '../../../src/notice/store/wave-state-store.ts';
import { readManifest, requireWave } from '../../../src/notice/store/wave-store.ts';
import { openDeliveryComposer, sealWave } from '../../../src/notice/wave/index.ts';
import { know, openLampDesk, tell } from '../../notice/lamp-desk.ts';
import type { NoticeDesk } from '../../notice/notice-desk.ts';
import { readWave } from '../../opened-commands.ts';
import { alter, audit, exportWave } from './audit-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

let desk: NoticeDesk;
let file = '';

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk('jo@acme.example', 'al@bay.example', 'ed@cape.example', 'cy@dune.example');
  know(desk, 'al@bay.example,,person,,', 'acme.example,,,Acme,security@acme.example');
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', '0.eml'),
    'From: ann@harbor.example\nTo: jo@acme.example\nMessage-ID: <lamp0@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n\nThe password is Copper-Weir-5.\n',
  );
  await desk.run();
  const state = ['--state', desk.state];
  await desk.type('delay', 'set', 'cape.example', '--asked-by', 'the police', '--why', 'an arrest', ...state);
  await desk.type('party', 'rename', 'dune.example', 'Dune', '--why', 'letterhead', ...state);
  expect(await tell(desk)).toEqual(['acme.example first 1', 'al@bay.example first 1', 'dune.example first 1']);
  file = await exportWave(desk, 1);
  vi.useRealTimers();
});

test('as it was exported nothing differs', async () => {
  expect(await audit(desk, file)).toMatchObject({ differences: [], unreplayed: [] });
});

/** Replaces the first such text of a part. */
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const dropLine = (what: string) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes(what))
    .join('\n');

interface Tampering {
  readonly what: string;
  readonly part: string;
  readonly change: (text: string) => string;
  readonly is: AuditSubject;
  readonly says: RegExp;
}

const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'a verdict',
    part: 'exposure.jsonl',
    change: swap('"verdict":"presumed"', '"verdict":"no-evidence"'),
    is: 'verdict',
    says: /lamp\/0\.eml.*verdict: the export says "no-evidence", the evidence gives "presumed"/,
  },
  {
    what: 'a figure of a party',
    part: 'parties.jsonl',
    change: swap(/"presumed":1/, '"presumed":0'),
    is: 'party',
    says: /acme\.example presumed: the export says 0, the evidence gives 1/,
  },
  {
    what: 'a figure of a notice',
    part: 'notices.jsonl',
    change: swap(/"presumed":1/, '"presumed":2'),
    is: 'figure',
    says: /notice 1 to acme\.example presumed: the export says 2, the evidence gives 1/,
  },
  {
    what: 'an affected address',
    part: 'notices.jsonl',
    change: swap('"address":"jo@acme.example"', '"address":"jim@acme.example"'),
    is: 'address',
    says: /"jo@acme\.example": listed by the evidence, not in the notice/,
  },
  {
    what: 'a row of a message with a password',
    part: 'notices.jsonl',
    change: swap('"messageId":"lamp0@harbor.example"', '"messageId":"lamp9@harbor.example"'),
    is: 'address',
    says: /\["2001-09-12T10:00:00Z","jo@acme\.example","lamp9@harbor\.example"\]: a message with passwords or keys in the notice, not by the evidence/,
  },
  {
    what: 'a row that the record does not have',
    part: 'notices.jsonl',
    change: swap('"messageId":"lamp0@harbor.example"', '"messageId":"lamp9@harbor.example"'),
    is: 'address',
    says: /notice 1 to acme\.example its messages with passwords or keys.* are not those in its record, which two people signed/,
  },
  {
    what: 'an address that the record does not have',
    part: 'notices.jsonl',
    change: swap('"address":"jo@acme.example"', '"address":"jim@acme.example"'),
    is: 'address',
    says: /notice 1 to acme\.example its addresses are not those in its record, which two people signed/,
  },
  {
    what: 'the words of a notice',
    part: 'notices.jsonl',
    change: swap('copied', 'opened'),
    is: 'text',
    says: /notice 1 to acme\.example .*line \d+: the notice says ".*opened/,
  },
  {
    what: 'a contact',
    part: 'notices.jsonl',
    change: swap('"contact":"security@acme.example"', '"contact":"secretary@acme.example"'),
    is: 'contact',
    says: /secretary@acme\.example \(directory\): written to, not given by evidence and decisions/,
  },
  {
    what: 'a contact that the record does not name',
    part: 'notices.jsonl',
    change: swap('"contact":"security@acme.example"', '"contact":"secretary@acme.example"'),
    is: 'message',
    says: /notice 1 to acme\.example its recipients are not those of its record/,
  },
  {
    what: 'a notice that is taken out',
    part: 'notices.jsonl',
    change: dropLine('"party":"dune.example"'),
    is: 'omitted',
    says: /dune\.example the evidence shows that it must be notified \(1 exposed message\)/,
  },
  {
    what: 'a reason of a decision',
    part: 'decisions.jsonl',
    change: swap('an arrest', 'an errand'),
    is: 'decision',
    says: /decision 1 its document is not the one that the chain has/,
  },
  {
    what: 'a decision that is taken out',
    part: 'decisions.jsonl',
    change: dropLine('letterhead'),
    is: 'decision',
    says: /it does not end with the head that two people signed/,
  },
  {
    what: 'a party of the set',
    part: 'counted.jsonl',
    change: dropLine('"id":"cape.example"'),
    is: 'set',
    says: /it is not the set of parties to be notified that two people signed/,
  },
  {
    what: 'the selection document',
    part: 'wave.json',
    change: swap('the police', 'the postman'),
    is: 'signed',
    says: /the selection document is not the one in the manifest/,
  },
  {
    what: 'an approval',
    part: 'log.jsonl',
    change: swap(/\\"signature\\":\\"../, '\\"signature\\":\\"AA'),
    is: 'signed',
    says: /it does not carry 2 valid approvals/,
  },
];

describe('somebody who can open and seal an export alters', () => {
  test.each(TAMPERINGS)(
    '$what, and it is named',
    async ({ part, change, is, says }) => {
      const { differences } = await audit(desk, await alter(file, part, change));
      const named = differences.filter((one) => one.is === is).map(({ place, text }) => `${place} ${text}`);
      expect(named.join('\n'), JSON.stringify(differences, null, 1)).toMatch(says);
    },
    240_000,
  );

  test('the directory, and it is named', async () => {
    const head = { part: '' };
    await alter(file, 'audit.json', (text) => {
      const inputs: { readonly purpose: string; readonly part: string }[] = JSON.parse(text).inputs;
      head.part = inputs.find(({ purpose }) => purpose === 'directory')?.part ?? '';
      return `${text} `;
    });
    const { differences } = await audit(desk, await alter(file, head.part, swap('Acme', 'Acne')));
    expect(differences[0]).toMatchObject({ is: 'input', place: 'directory.csv' });
  });
});

describe('the evidence', () => {
  const copyEvidence = (name: string) => {
    const to = join(desk.folder, name);
    cpSync(join(desk.folder, 'harbor'), to, { recursive: true });
    return to;
  };

  test('that is changed is named first, then what follows from it', async () => {
    const evidence = copyEvidence('changed');
    writeFileSync(join(evidence, 'lamp', '0.eml'), 'From: ann@harbor.example\nTo: jo@other.example\n\nx\n');
    const { differences } = await audit(desk, file, evidence);
    expect(differences[0]).toMatchObject({ is: 'evidence', place: 'lamp/0.eml' });
    expect(differences.some(({ is }) => is === 'verdict')).toBe(true);
  });

  test('that is missing is named first', async () => {
    const evidence = copyEvidence('missing');
    rmSync(join(evidence, 'lamp', '2.eml'));
    const { differences } = await audit(desk, file, evidence);
    expect(differences[0]).toMatchObject({
      is: 'evidence',
      place: 'lamp/2.eml',
      text: expect.stringContaining('not in'),
    });
  });
});

describe('two people sign a wave from which somebody took a party out of the state', () => {
  test('the evidence shows it, and the audit names it', async () => {
    const other = await openLampDesk('jo@acme.example', 'al@bay.example', 'ed@cape.example');
    know(other);
    await other.run();
    const state = ['--state', other.state];
    expect((await other.type('notice', 'prepare', '--wave', 'metadata', ...state)).code).toBe('done');
    await takeOut(other, 'bay.example');
    for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await other.approveAs(name)).code).toBe('done');
    const { views } = await readWave(other.state, null, null);
    expect(views.map(({ party }) => party)).toEqual(['acme.example', 'cape.example']);
    const { differences } = await audit(other, await exportWave(other, 1));
    const omitted = differences.filter(({ is }) => is === 'omitted').map(({ place, text }) => `${place}: ${text}`);
    expect(omitted).toEqual([
      expect.stringMatching(/^bay\.example: .*neither the wave nor its selection names it$/),
      expect.stringMatching(/^bay\.example: .*the set of parties to be notified does not have it$/),
    ]);
  });
});

describe('the public log', () => {
  test('has the entries of the wave once it is published, and is named while it has not', async () => {
    const site = join(desk.folder, 'site');
    const publish = () => desk.type('log', 'publish', '--site', site, '--state', desk.state);
    expect((await publish()).code).toBe('done');
    const early = await audit(desk, file, undefined, site);
    expect(early.differences).toMatchObject([
      { is: 'log', text: expect.stringContaining('not covered by the checkpoint') },
    ]);
    expect(early.notes).toEqual([]);
    vi.setSystemTime(Date.UTC(2001, 9, 21, 12));
    expect((await publish()).code).toBe('done');
    expect((await audit(desk, file, undefined, site)).differences).toEqual([]);
  });
});

/** Takes a party out of notices, selection and set, and seals the wave so that everything agrees. */
async function takeOut({ state: path }: NoticeDesk, party: string): Promise<void> {
  const state = await openStateForActing(path);
  try {
    const { store } = state;
    const runtime = createNodeRuntime();
    const wave = await requireWave(store, 1);
    const own = await store.db.selectFrom('notice_notice').select('id').where('party', '=', party).execute();
    await dropNotices(
      store,
      own.map(({ id }) => Number(id)),
    );
    const composer = openDeliveryComposer(await loadDisclosure(store), wave.salt, runtime);
    await store.durableTransaction(async () => {
      await sealWave(store, runtime, wave, readManifest(wave).exposure, composer, wave.made_at);
      await replaceCounted(
        store,
        1,
        (await readCounted(store, 1)).filter(({ id }) => id !== party),
      );
      const sealed = await requireWave(store, 1);
      const parties = toPartySetRoot(runtime, wave.salt, await readCounted(store, 1));
      const manifest = toManifestText({ ...JSON.parse(sealed.manifest), parties });
      const { root } = readManifest(sealed);
      await sealStored(store, 1, { root, manifest, digest: runtime.sha256Hex(manifest) });
    });
  } finally {
    await state.close();
  }
}
