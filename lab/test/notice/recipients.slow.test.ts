import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStateForActing, openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../src/commands/notice/build-site.ts';
import { actIn } from '../../src/operations/context.ts';
import { addMail, know, openLampDesk, tell } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

const ROSA = 'rosa.lima@letterbox.example';
const JOAO = 'joao.pinto@letterbox.example';
let desk: NoticeDesk;
let site: string;
let key: string;
const records = new Map<string, string>();

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk(ROSA, JOAO, 'kim@northwind.example');
  addMail(desk, 3, 'ann@cape.example');
  know(
    desk,
    `${ROSA},rosa,person,Rosa Lima,`,
    `${JOAO},joao,person,João Pinto,`,
    'northwind.example,northwind,organization,Northwind Power,soc@msp.test',
  );
  site = join(desk.folder, 'public');
  await desk.run();
  key = (await buildSite(actIn, desk.state, site)).fingerprint;
  await tell(desk);
  vi.setSystemTime(Date.now() + 3_600_000);
  await buildSite(actIn, desk.state, site);
  const state = await openStateForReading(desk.state);
  const rows = await state.store.db
    .selectFrom('notice_notice as notice')
    .innerJoin('notice_delivery as delivery', 'delivery.notice_id', 'notice.id')
    .select(['notice.party', 'notice.record', 'delivery.message'])
    .execute();
  await state.close();
  for (const { party, record, message } of rows) {
    records.set(party, record);
    writeFileSync(toFile(party), message);
  }
});
afterAll(() => {
  vi.useRealTimers();
});

const toFile = (party: string): string => join(desk.folder, `${party}.eml`);

async function verify(file: string, ...asked: readonly string[]): Promise<string> {
  const { text } = await desk.type('verify', file, '--site', site, '--key', key, ...asked);
  return text;
}

async function judge(file: string, ...asked: readonly string[]): Promise<unknown> {
  return (JSON.parse(await verify(file, '--json', ...asked)) as { answer: unknown }).answer;
}

/** The mail to one party as a forger sends it to somebody else. */
function sendTo(party: string, to: string): string {
  const file = join(desk.folder, 'sent-on.eml');
  writeFileSync(file, readFileSync(toFile(party), 'latin1').replace(/^To: .*$/m, `To: ${to}`), 'latin1');
  return file;
}

describe('a notice to a person', () => {
  test('is genuine for the address that it was sent to', async () => {
    const text = await verify(toFile('rosa'), '--address', 'Rosa.Lima@letterbox.example');
    expect(text).toContain(`Genuine: Harbor Energy issued this notice to ${ROSA}, and its text is unchanged.`);
    expect(text).toMatch(new RegExp(`address +${ROSA}`));
    expect(text).toMatch(/counted +you are one of the parties counted/);
  });

  test('is one to somebody else for every other address, whoever it was sent on to', async () => {
    for (const address of [JOAO, 'rosalima@letterbox.example', 'rosa.lima+news@letterbox.example']) {
      for (const file of [toFile('rosa'), sendTo('rosa', address)]) {
        expect(await judge(file, '--address', address)).toEqual({ kind: 'other-domain', asked: 'address' });
        const text = await verify(file, '--address', address);
        expect(text).toContain(`Issued to somebody else: this code was not issued to ${address}.`);
        expect(text).not.toContain('Genuine');
      }
    }
  });

  test('asks for the address where a domain is given, and is incomplete without either', async () => {
    expect(await judge(toFile('rosa'), '--domain', 'letterbox.example')).toEqual({ kind: 'address-asked' });
    expect(await verify(toFile('rosa'), '--domain', 'letterbox.example')).toContain('Say with --address');
    expect(await judge(toFile('rosa'))).toMatchObject({ kind: 'incomplete', missing: ['domain'] });
    expect(await verify(toFile('rosa'))).toContain('The address was taken from the message. Say with --address');
    expect(await judge(sendTo('rosa', JOAO))).toEqual({ kind: 'other-domain', asked: 'address' });
  });

  test('takes one of --domain and --address', async () => {
    const both = ['--domain', 'letterbox.example', '--address', ROSA];
    expect((await desk.type('verify', toFile('rosa'), '--site', site, ...both)).code).toBe('usage');
  });

  test('has a record that names neither address nor domain', () => {
    const record = records.get('rosa') ?? '';
    expect(JSON.parse(record)).toMatchObject({ v: 3, domains: [], to: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect(record).not.toContain('letterbox');
  });
});

describe('a notice to an organization', () => {
  test('is genuine to a contact at another domain, asked by the own one', async () => {
    expect(await judge(toFile('northwind'), '--domain', 'northwind.example')).toMatchObject({ kind: 'genuine' });
    expect(await judge(toFile('northwind'), '--address', 'soc@msp.test')).toMatchObject({ kind: 'genuine' });
  });

  test('is changed to an address that it was not issued to, at whatever domain', async () => {
    for (const to of ['security@northwind.example', 'kim@msp.test'])
      expect(await judge(sendTo('northwind', to), '--domain', 'northwind.example')).toMatchObject({ kind: 'changed' });
  });
});

test('a delivery whose address was changed by hand stops the next build, which names the notice', async () => {
  const state = await openStateForActing(desk.state);
  const set = (contact: string) =>
    state.store.db.updateTable('notice_delivery').set({ contact }).where('contact', 'in', [ROSA, JOAO]).execute();
  await set(JOAO);
  await state.close();
  await expect(buildSite(actIn, desk.state, site)).rejects.toMatchObject({
    code: 'site-differs',
    reasons: expect.arrayContaining([expect.stringMatching(/\(rosa\): its recipients are not those in its record/)]),
  });
});
