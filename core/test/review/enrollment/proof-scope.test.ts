import {
  checkEnrollment,
  isProvableDomain,
  makeCodeProof,
  signRequest,
  toChallengeText,
} from '@candor/core/review/enrollment';
import { beforeAll, expect, test } from 'vitest';
import { readImpactReference } from '../../../../lab/src/adapters/files/reference-files.ts';
import { enroll, makePerson, type Person, primitives } from './person.ts';
import { type ScopeRow, scopeTable } from './scope-table.ts';

const { suffixRules } = readImpactReference();
const code = new Uint8Array(16).fill(3);
const token = Buffer.alloc(16, 7).toString('base64url');
let kim: Person;
beforeAll(async () => {
  kim = await makePerson('Kim Reyes');
});

/** Every zone shows what it must, so that nothing but the scope decides. */
async function judge(
  { claimed, own }: ScopeRow,
  isRegistrable: (domain: string) => boolean,
  domains: readonly string[] = [own],
): Promise<string> {
  const proof = { kind: 'dns', domain: claimed, code: await makeCodeProof(primitives, code, kim.fingerprint) } as const;
  const signed = await enroll(kim, proof);
  const result = await checkEnrollment(primitives, signed, {
    incident: 'harbor-2001',
    codes: [{ code, party: own, domains, addresses: [] }],
    token,
    firstSeen: 0,
    records: [[toChallengeText(token, kim.fingerprint)]],
    isRegistrable,
    now: 60,
  });
  if (result.state === 'flawed') return result.flaw === 'signature' ? 'form' : result.flaw;
  return result.state;
}

test('the table has 200 distinct rows', () => {
  expect(scopeTable.length).toBeGreaterThanOrEqual(200);
  expect(new Set(scopeTable.map(({ claimed, own }) => JSON.stringify([claimed, own]))).size).toBe(scopeTable.length);
});

test('a proof shows exactly what one party has registered: no wrong pass', async () => {
  const wrong: string[] = [];
  for (const row of scopeTable) {
    const found = await judge(row, (domain) => isProvableDomain(domain, suffixRules));
    if (found !== row.wanted) wrong.push(`${JSON.stringify(row.claimed)} of ${row.own}: ${found}, not ${row.wanted}`);
  }
  expect(wrong).toEqual([]);
});

test('control: a lab without suffixes, or comparing name endings, admits many', async () => {
  const refused = scopeTable.filter(({ wanted }) => wanted !== 'proved');
  const without: ScopeRow[] = [];
  const byEnd: ScopeRow[] = [];
  for (const row of refused) {
    if ((await judge(row, () => true)) === 'proved') without.push(row);
    const ends = row.own.endsWith(row.claimed) || row.claimed.endsWith(row.own) ? [row.claimed] : [];
    if ((await judge(row, () => true, ends)) === 'proved') byEnd.push(row);
  }
  expect(without.length).toBeGreaterThan(60);
  expect(byEnd.length).toBeGreaterThan(without.length);
});

test('a document in another form is refused, whatever its signature', async () => {
  const signed = await signRequest(
    kim.signer,
    JSON.parse((await enroll(kim, { kind: 'nomination', domain: 'northwind.example' })).document),
  );
  const spaced = { ...signed, document: signed.document.replace('"northwind.example"', ' "northwind.example"') };
  const check = await checkEnrollment(primitives, spaced, {
    incident: 'harbor-2001',
    codes: [],
    token,
    firstSeen: 0,
    records: [],
    isRegistrable: () => true,
    now: 60,
  });
  expect(check).toEqual({ state: 'flawed', flaw: 'signature' });
});
