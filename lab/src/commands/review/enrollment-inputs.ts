import { Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { inspectPath, readBytes } from '../../adapters/files/files.ts';

/** Each registrable domain (R15) and each address of a person (R12) proves itself: nothing is guessed. */
export function toProved(party: PartyExposure, given: readonly string[]): readonly string[] {
  const own = party.kind === 'person' ? party.addresses.map(({ address }) => address) : party.domains;
  const wanted = given.map((name) => name.trim().toLowerCase());
  const foreign = wanted.filter((name) => !own.includes(name));
  if (foreign.length > 0)
    throw new Refusal('not-its-domain', [
      `${foreign.join(', ')}: not among the domains of ${party.party}: ${own.join(', ')}`,
    ]);
  if (wanted.length > 0) return wanted;
  if (own.length === 1) return own;
  throw new Refusal('which-domain', [
    `${party.party} has ${own.length} domains, and each is proved separately; name the proved ones with --domain: ${own.join(', ')}`,
  ]);
}

/** Longer than any key. */
const longestKeyBytes = 64 * 1024;

export function readKeyText(given: string): string {
  if (given.trimStart().startsWith('{')) return given.trim();
  const found = inspectPath(given);
  if (found.is !== 'file' || found.size > longestKeyBytes)
    throw new Refusal('bad-reviewer-key', [`${given}: there is no file with a reviewer's public key here`]);
  return Buffer.from(readBytes(given)).toString('utf8').trim();
}
