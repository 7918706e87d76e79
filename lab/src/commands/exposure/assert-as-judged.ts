import { formatAmount, Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import type { StoredVersion } from '../../exposure/exposure-store.ts';
import { readParties } from '../../impact/count-impact.ts';
import { tallyParties } from '../../impact/recount-parties.ts';
import { type JudgedFiles, toVersionDigests } from './version-digest.ts';

/** What a person must do before anything of a state is used that is not what was judged. */
const AGAIN =
  'Somebody altered it, a later run was stopped, or another version of Candor judged it: run again before any of it is used. A run judges anew what was read before; where somebody may have altered that, compare its digest with that of a run in an empty folder (--state DIR)';
/** Names that a sentence can hold. */
const NAMED = 3;
const DIGEST_CHARS = 16;

/** @throws Refusal when verdicts, records or ids of the state are not those that the version's digest was made of. */
export function assertAsJudged({ version, digest }: StoredVersion, files: JudgedFiles): void {
  const now = toVersionDigests(files);
  if (now.digest === digest || now.former === digest) return;
  const [is, was] = [now.digest, digest].map((each) => each.slice(0, DIGEST_CHARS));
  throw new Refusal('exposure-differs', [
    `exposure.jsonl, records.jsonl and unresolved.jsonl as they lie in this state are not exposure ${version} as it was judged: their digest is ${is}… and was ${was}…. ${AGAIN}`,
  ]);
}

/** @throws Refusal when the figures of a party are not those of the verdicts, with all that was decided by hand. */
export async function assertCounted(store: Store, version: StoredVersion): Promise<void> {
  const counted = new Map((await tallyParties(store, version)).map((party) => [party.party, JSON.stringify(party)]));
  const kept = new Map(
    (await readParties(store, version.version)).map((party) => [party.party, JSON.stringify(party)]),
  );
  const ids = new Set([...counted.keys(), ...kept.keys()]);
  const differing = [...ids].filter((party) => counted.get(party) !== kept.get(party));
  if (differing.length === 0) return;
  const named = differing.slice(0, NAMED).join(', ');
  throw new Refusal('exposure-differs', [
    `the figures of ${formatAmount(differing.length, 'party', 'parties')} in this state (${named}) are not those of the verdicts of exposure ${version.version}. ${AGAIN}`,
  ]);
}
