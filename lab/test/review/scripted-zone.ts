import { type Answer, decode } from 'dns-packet';
import type { ResolverAddress } from '../../src/adapters/net/dns.ts';
import { startNameServer, toResponse } from '../adapters/name-server.ts';

/** What a name has; a name that is not there does not exist. */
export type Zone = Map<string, Partial<Record<'TXT' | 'DS' | 'NS' | 'MX' | 'A' | 'AAAA', readonly string[]>>>;

/** How one of the resolvers answers instead. */
export type Mood = 'honest' | 'fails' | 'silent' | 'denies' | 'lies';

/** Several resolvers on loopback that answer from one zone, each in the mood that a test gives it. */
export class ScriptedResolvers {
  readonly zone: Zone = new Map();
  readonly moods: Mood[] = [];
  /** Names whose answers are said to be validated. */
  readonly signed = new Set<string>();
  /** Says TXT that the zone does not have. */
  lie = 'v=nothing';
  asked: string[] = [];
  addresses: readonly ResolverAddress[] = [];
  #close: (() => Promise<void>)[] = [];

  async open(count: number): Promise<this> {
    const servers = [];
    for (let at = 0; at < count; at += 1) {
      this.moods.push('honest');
      const server = await startNameServer((query) => this.#answer(query, at));
      this.#close.push(server.close);
      servers.push({ address: server.address, port: server.port });
    }
    this.addresses = servers;
    return this;
  }

  async close(): Promise<void> {
    for (const close of this.#close) await close();
  }

  #answer(query: Buffer, at: number): readonly Buffer[] {
    const { name = '', type = 'TXT' } = decode(query).questions?.[0] ?? {};
    const mood = this.moods[at] ?? 'honest';
    this.asked.push(`${type} ${name.toLowerCase()}`);
    if (mood === 'silent') return [];
    if (mood === 'fails') return [toResponse(query, [], { code: 2 })];
    if (mood === 'denies') return [toResponse(query, [], { code: 3 })];
    const known = this.zone.get(name.toLowerCase());
    const values = mood === 'lies' && type === 'TXT' ? [this.lie] : known?.[type as 'TXT'];
    const code = known === undefined && values === undefined ? 3 : 0;
    return [
      toResponse(
        query,
        (values ?? []).map((value) => toAnswer(type, name, value)),
        {
          code,
          authentic: this.signed.has(name.toLowerCase()),
        },
      ),
    ];
  }
}

function toAnswer(type: string, name: string, value: string): Answer {
  switch (type) {
    case 'TXT':
      return { type, name, data: [value] };
    case 'MX':
      return { type, name, data: { preference: 10, exchange: value } };
    case 'DS':
      return { type, name, data: { keyTag: 1, algorithm: 13, digestType: 2, digest: Buffer.from(value, 'hex') } };
    default:
      return { type, name, data: value } as Answer;
  }
}
