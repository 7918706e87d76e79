import { createAddressPartyFinder } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { applyCuration } from '@candor/core/impact/curation';
import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { streamSentAddresses } from '../../impact/store/judged-messages.ts';
import { loadIncidentNow } from '../disclosure.ts';

/** Why an address may be the intruder's own. */
export type IntruderTrace = 'forwarded-to' | 'answers-to';

/**
 * Possible intruder addresses: targets of its forwarding rules and settings, and reply addresses of messages it sent. A
 * person decides about their party; until then it is not notified (decision 0028).
 */
async function findIntruderAddresses(
  store: Store,
  version: Pick<StoredVersion, 'version' | 'summary'>,
): Promise<ReadonlyMap<string, IntruderTrace>> {
  const found = new Map<string, IntruderTrace>();
  for await (const addresses of streamSentAddresses(store, version.version))
    for (const { role, address, unreadable } of unpackAddresses(addresses))
      if (role === 'reply-to' && unreadable === null) found.set(toKnownForm(address), 'answers-to');
  const { alerts } = readStored(isForwarding, version.summary, 'exposure_version.summary', version.version);
  for (const address of alerts.forwardedTo ?? []) found.set(toKnownForm(address), 'forwarded-to');
  return found;
}

/** Parties that such an address is of, with one of each. */
export type PossibleIntruders = ReadonlyMap<string, { readonly address: string; readonly trace: IntruderTrace }>;

/** Also where no mail has the address: of an organization all that is at its domain. */
export async function findPossibleIntruders(store: Store, version: StoredVersion): Promise<PossibleIntruders> {
  const traces = await findIntruderAddresses(store, version);
  if (traces.size === 0) return new Map();
  const { incident } = await loadIncidentNow(store);
  const { directory, reference } = readImpactInputs(incident, version.inputs);
  const curation = applyCuration(await readCuration(store));
  const findParty = createAddressPartyFinder({ incident, directory, reference, curation });
  return new Map(
    [...traces].flatMap(([address, trace]) => {
      const party = findParty(address);
      return party === null ? [] : [[party, { address, trace }] as const];
    }),
  );
}

const isForwarding = guardOf(z.object({ alerts: z.object({ forwardedTo: z.array(z.string()).exactOptional() }) }));
