import {
  checkEnrollment,
  type EnrollmentContext,
  type SignedRequest,
  toChallengeText,
} from '@candor/core/review/enrollment';
import { makeSealingKey } from '@candor/core/review/seal';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserCryptography } from '../../../src/platform/browser-cryptography.ts';
import { servePapers } from './support/hostile-portal.ts';
import { runtime } from './support/organization.ts';
import { flawOf, type Reader, type Tab, WorkerWorld } from './support/worker-world.ts';

// A portal in an attacker's hands, seen from the key worker of somebody who enrolls and reads. At each moment it puts
// the attacker's keys in the place of this person's, for each kind of proof. What counts is that the lab accepts no key
// but this person's, and that the key worker takes nothing for its own.

const party = 'northwind.example';
const mailbox = 'kim@mail.example';
const printed = '0004-1061-050R-3GG2-8A1C-60T3-GF-6';
const code = Uint8Array.from({ length: 16 }, (_, at) => at);
const token = 'A'.repeat(22);
const kinds = ['dns', 'mailbox'] as const;
type Kind = (typeof kinds)[number];

let world: WorkerWorld;
let tab: Tab;
let kim: Reader;
let eve: Reader;
let eveTab: Tab;
beforeEach(async () => {
  world = await new WorkerWorld().start();
  tab = world.openTab();
  kim = await world.enroll('Kim', tab);
  eveTab = world.openTab();
  eve = await world.enroll('Eve', eveTab);
});
afterEach(() => world.end());

/** What the key worker of this tab signs when its person enrolls. */
async function sign(from: Tab, kind: Kind, shown?: string): Promise<SignedRequest> {
  const proof = shown ?? (await from.keyWorker.call('code-proof', { code: printed })).proof;
  const request = { kind: 'enrollment', name: 'Kim', address: mailbox } as const;
  return from.keyWorker.call('sign-request', {
    request: {
      ...request,
      proof: kind === 'dns' ? { kind, domain: party, code: proof } : { kind, address: mailbox, code: proof },
    },
  });
}

/** What Kim writes into the DNS zone of the party: by what Kim's own key worker says, whatever a portal shows. */
async function zoneRecords(shownToken = token): Promise<readonly (readonly string[])[]> {
  const { name, text } = await tab.keyWorker.call('challenge', { domain: party, token: shownToken });
  expect(name).toBe(`_candor-challenge.${party}`);
  return [[text]];
}

async function judge(signed: SignedRequest, records: EnrollmentContext['records']): Promise<string> {
  const now = world.portal.now;
  const codes = [{ code, party, domains: [party], addresses: [mailbox] }];
  const around = { incident: 'harbor-2001', codes, token, firstSeen: now, records, now, isRegistrable: () => true };
  const result = await checkEnrollment({ ...runtime, ...browserCryptography }, signed, around);
  return result.state === 'flawed' ? result.flaw : `${result.state} ${result.fingerprint}`;
}

const codeIn = ({ document }: SignedRequest): string =>
  (JSON.parse(document) as { proof: { code: string } }).proof.code;
const read = (from: Tab): Promise<string> => flawOf(from.keyWorker.call('open-releases', {}));

for (const kind of kinds) {
  test(`nothing swapped: this person's key is proved (${kind})`, async () => {
    expect(await judge(await sign(tab, kind), await zoneRecords())).toBe(`proved ${kim.fingerprint}`);
  });

  test(`swapped at registration: the attacker's document with the observed proof (${kind})`, async () => {
    const seen = codeIn(await sign(tab, kind));
    expect(await judge(await sign(eveTab, kind, seen), await zoneRecords())).toBe('code');
  });

  test(`swapped when listed: shows the attacker's token (${kind})`, async () => {
    const records = await zoneRecords('B'.repeat(22));
    expect(records).toEqual([[toChallengeText('B'.repeat(22), kim.fingerprint)]]);
    const signed = await sign(eveTab, kind, codeIn(await sign(tab, kind)));
    expect(await judge(signed, records)).toBe('code');
    // Even the code itself would not be enough where the DNS zone must name the key.
    const withCode = await judge(await sign(eveTab, kind), records);
    expect(withCode).toBe(kind === 'dns' ? 'absent' : `proved ${eve.fingerprint}`);
  });

  test(`swapped at approval: the portal says that this session is the attacker's key (${kind})`, async () => {
    await judge(await sign(tab, kind), await zoneRecords());
    const released = await world.release([eve]);
    await world.allow([kim, eve], [released]);
    const signedIn = await world.signIn(kim);
    signedIn.intercept = async (target, ask) => {
      if (target !== '/v1/me') return ask();
      const me = (await (await ask()).json()) as object;
      return Response.json({ ...me, reviewer: eve.fingerprint });
    };
    expect(await read(signedIn)).toBe('other-person');
    signedIn.intercept = () => null;
    expect(await read(signedIn)).toBe('no-grant');
  });

  test(`swapped at export: a vault whose key the attacker has (${kind})`, async () => {
    await judge(await sign(tab, kind), await zoneRecords());
    const released = await world.release([kim]);
    await world.allow([kim], []);
    const signedIn = await world.signIn(kim);
    const { recipient } = await makeSealingKey();
    const swap = (text: string): string => text.replace(released.manifest.vault, recipient);
    signedIn.intercept = servePapers(kim.fingerprint, [released], {
      paper: (name, text) => (name === 'manifest.json' ? swap(text) : text),
    });
    expect(await read(signedIn)).toBe('release-refused:approvals');
    signedIn.intercept = servePapers(kim.fingerprint, [released]);
    expect(await read(signedIn)).toBe('none');
  });

  test(`swapped at rotation: the wrapped keys are exchanged for the attacker's (${kind})`, async () => {
    await judge(await sign(tab, kind), await zoneRecords());
    await world.allow([kim, eve], []);
    const theirs = await world.wrappedOf(await world.signIn(eve));
    const signedIn = await world.signIn(kim);
    const by = { kind: 'passkey', prf: new Uint8Array(kim.prf) } as const;
    expect(await flawOf(signedIn.keyWorker.call('unlock', { wrapped: theirs, by }))).toBe('wrong-key');
    // Under this person's name they open even less: the name is part of the key.
    const renamed = theirs.replace(eve.fingerprint, kim.fingerprint);
    const again = { kind: 'passkey', prf: new Uint8Array(eve.prf) } as const;
    expect(await flawOf(world.openTab().keyWorker.call('unlock', { wrapped: renamed, by: again }))).toBe('wrong-key');
    // Nor does a portal write them: that takes a call signed by this person's key.
    expect(await signedIn.keyWorker.call('own-key', {})).toMatchObject({ fingerprint: kim.fingerprint });
  });

  test(`swapped at recovery: the place gives the attacker's wrapped keys (${kind})`, async () => {
    await judge(await sign(tab, kind), await zoneRecords());
    await world.allow([kim, eve], []);
    const theirs = await world.wrappedOf(await world.signIn(eve));
    const recovering = world.openTab();
    recovering.intercept = (target) => (target === '/v1/recovery' ? Response.json({ wrapped: theirs }) : null);
    expect(await flawOf(recovering.keyWorker.call('recover', { typed: kim.recovery }))).toBe('wrong-key');
    expect(await recovering.keyWorker.call('own-key', {})).toBeNull();
    recovering.intercept = () => null;
    expect(await recovering.keyWorker.call('recover', { typed: kim.recovery })).toMatchObject({
      fingerprint: kim.fingerprint,
    });
  });
}

test('admits whoever has code and mailbox: the search can find', async () => {
  expect(await judge(await sign(eveTab, 'mailbox'), [])).toBe(`proved ${eve.fingerprint}`);
});
