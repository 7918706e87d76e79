import { Refusal } from '@candor/core/base';
import { makeOperatorKey } from '../../../src/adapters/keys/keys.ts';
import type { RevealOrder } from '../../../src/commands/impact/reveal-value.ts';
import { signByKeyFile } from '../../../src/notice/approval/signature.ts';
import { FindingIncident } from '../../impact/finding/finding-incident.ts';
import { eraseFindings, listFindings } from './opened-findings.ts';

export const passphrase = 'one two three four';

/** Three messages of ada: one with a password, one with a PIN, one with nothing. */
export function makeIncident(): FindingIncident {
  const incident = new FindingIncident();
  incident.mail('ada/1.eml', { text: 'password: Quay#4711-north' });
  incident.mail('ada/2.eml', { from: 'news@shop.example', subject: 'Order', text: 'Voicemail PIN: 4711' });
  incident.mail('ada/3.eml', { subject: 'Lunch', text: 'See you at noon.' });
  return incident;
}

/** `done`, or how it was refused. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof Refusal ? cause.code : `fault: ${String(cause)}`),
  );

/** Number of the first value of a kind; 0 where there is none. */
export async function numberOf(incident: FindingIncident, kind: string): Promise<number> {
  const { findings } = await listFindings(incident.state, { kind }, { from: 0, limit: 1_000 });
  return findings[0]?.value ?? 0;
}

/** Proposed by one operator and carried out by another one. */
export async function eraseByTwo(incident: FindingIncident, before: number | null, why = 'asked') {
  const order = { before, why, digest: null };
  const proposed = await eraseFindings(incident.state, { ...order, signing: toSignature(incident, 'ines') });
  if (proposed.erased !== null) throw new Error('one operator erased findings');
  return eraseFindings(incident.state, { ...order, signing: toSignature(incident, 'marek') });
}

/** Gives the incident three operators and a log; ada's mailbox is one of the incident. */
export async function makeOperators(incident: FindingIncident) {
  const keys: string[] = [];
  for (const name of ['ada', 'marek', 'ines']) {
    const key = await makeOperatorKey(incident.path(`${name}.key`), passphrase, { scryptWorkFactor: 10 });
    keys.push(
      `  - { name: ${name}, key: ${Buffer.from(key).toString('base64url')}${name === 'ada' ? ', mailbox: ada' : ''} }\n`,
    );
  }
  incident.describe(`log: { origin: harbor.example/log, every: 1h, entries: 64 }\noperators:\n${keys.join('')}`);
  const sign = (as: string) => toSignature(incident, as);
  return (value: number, as: string, second: string | null = null): RevealOrder => ({
    value,
    why: 'is it in use?',
    first: sign(as),
    second: second === null ? null : sign(second),
  });
}

/** @param keyOf whose key file is used */
export function toSignature(incident: FindingIncident, as: string, keyOf = as) {
  return signByKeyFile({ as, keyFile: incident.path(`${keyOf}.key`), askPassphrase: async () => passphrase });
}
