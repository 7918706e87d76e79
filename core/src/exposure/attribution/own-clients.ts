import type { AuditRecord } from '@candor/core/evidence/record';

type Keys = Pick<AuditRecord, 'sessions' | 'client' | 'appId' | 'clientAppId'>;

/**
 * Sessions and clients that users whom the intruder uses had at an owner's address, further than a day from each of the
 * intruder's records (docs/formats/rules.md, A8a).
 */
export class OwnClients {
  readonly #known = new Set<string>();

  note(user: string, record: Keys): void {
    for (const key of toKeys(record)) this.#known.add(`${user}\n${key}`);
  }

  isKnown(user: string, record: Keys): boolean {
    return toKeys(record).some((key) => this.#known.has(`${user}\n${key}`));
  }
}

/** A record without `ClientInfoString` has no client that could be known. */
function toKeys({ sessions, client, appId, clientAppId }: Keys): readonly string[] {
  const keys = sessions.map((id) => `session ${id}`);
  if (client !== null) keys.push(JSON.stringify([client, appId, clientAppId]));
  return keys;
}
