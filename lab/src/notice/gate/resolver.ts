import { Refusal } from '@candor/core/base';
import type { NoticeSettings } from '@candor/core/incident';
import type { LookedUpTexts } from '@candor/core/notice/gate';
import { DNS_TYPES, type DnsAnswer, type DnsType } from '../../adapters/net/dns/dns-answer.ts';

/** Who asks DNS: the prober, or a test. */
export interface DnsClient {
  askDns(name: string, type: DnsType): Promise<DnsAnswer>;
}

/** As mailauth asks: records in the forms of `node:dns`, and errors with its codes. */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

/** Codes for absence; every other one means unknown. */
const NONE = { true: 'ENODATA', false: 'ENOTFOUND' } as const;

/** A resolver for mailauth that asks through the prober. */
export function toResolver(asker: DnsClient): Resolver {
  return async (name, type) => {
    const known = DNS_TYPES.find((each) => each === type.toUpperCase());
    if (known === undefined) throw toError('ENOTIMP', `${type} is not asked`);
    const answer = await asker.askDns(name, known);
    switch (answer.is) {
      case 'records':
        return toNodeForm(answer.records, known);
      case 'none':
        throw toError(NONE[`${answer.exists}`], `no ${type} record at ${name}`);
      case 'fault':
        throw toError(answer.reason === 'time-out' ? 'ETIMEOUT' : 'ESERVFAIL', answer.text);
    }
  };
}

function toNodeForm(records: readonly (readonly string[])[], type: DnsType): string[][] | string[] {
  if (type === 'TXT') return records.map((strings) => [...strings]);
  if (type !== 'MX') return records.map(([value = '']) => value);
  const exchangers = records.map(([priority, exchange = '']) => ({ priority: Number(priority), exchange }));
  // The declared type has no exchangers in it; the package takes them in the form of `node:dns`.
  return exchangers as unknown as string[];
}

/** Text records, each as one text. */
export async function lookUpTexts(asker: DnsClient, name: string): Promise<LookedUpTexts> {
  const answer = await asker.askDns(name, 'TXT');
  switch (answer.is) {
    case 'records':
      return {
        is: 'texts',
        texts: answer.records.map((strings) => strings.join('')),
        authentic: answer.authentic,
      };
    case 'none':
      return { is: 'none' };
    case 'fault':
      return { is: 'fault', text: answer.text };
  }
}

function toError(code: string, text: string): Error {
  return Object.assign(new Error(text), { code });
}

/** @throws Refusal `no-resolvers`: no query leaves until resolvers are named. */
export function requireResolvers({ resolvers }: Pick<NoticeSettings, 'resolvers'>): void {
  if (resolvers.length > 0) return;
  throw new Refusal('no-resolvers', [
    'incident.yaml names no DNS resolvers; name validating ones under `notice.resolvers`, such as "192.0.2.53:53"',
  ]);
}
