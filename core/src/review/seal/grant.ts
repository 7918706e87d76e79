import { toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';
import { openWith, type SealingKey, sealTo, toRecipient } from './age.ts';

export interface GrantScope {
  readonly incident: string;
  readonly party: string;
  readonly reviewer: string;
  readonly vault: string;
}

const shape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('grant'),
  incident: z.string(),
  party: z.string(),
  reviewer: z.string(),
  vault: z.string(),
  identity: z.string(),
});

/** Wraps a vault's key for one reviewer (docs/formats/grant.md). */
export async function makeGrant(
  scope: Omit<GrantScope, 'vault'>,
  vault: SealingKey,
  reviewerRecipient: string,
): Promise<Uint8Array> {
  const { incident, party, reviewer } = scope;
  const text = toCanonicalJson({
    v: 1,
    kind: 'grant',
    incident,
    party,
    reviewer,
    vault: vault.recipient,
    identity: vault.identity,
  });
  return sealTo(reviewerRecipient, new TextEncoder().encode(text));
}

/**
 * The vault's identity; null when the grant is not for this reviewer, this vault, this party, or its key is not the
 * vault's.
 */
export async function openGrant(identity: string, sealed: Uint8Array, scope: GrantScope): Promise<string | null> {
  const content = await openWith(identity, sealed);
  if (content === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return null;
  }
  const { data } = shape.safeParse(value);
  if (data === undefined) return null;
  const fits =
    data.incident === scope.incident &&
    data.party === scope.party &&
    data.reviewer === scope.reviewer &&
    data.vault === scope.vault;
  return fits && (await toRecipient(data.identity)) === scope.vault ? data.identity : null;
}
