import { formatAmount, Refusal } from '@candor/core/base';
import { toMailboxId } from '@candor/core/evidence';
import { VERDICTS } from '@candor/core/exposure';
import type { ImpactResult } from '@candor/core/impact';
import type { Store } from '../../adapters/store.ts';
import type { StoredVersion } from '../../exposure/exposure-store.ts';
import { readParties } from '../../impact/count-impact.ts';
import { tallyVersion } from '../../impact/recount-parties.ts';
import { readVersionFacts } from '../../notice/gaps.ts';
import { toIncidentOf } from '../incident-place.ts';
import type { RunSummary } from '../run-summary.ts';
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

/** @throws Refusal when the figures of a party, with all that was decided by hand, or the summary are not those of verdicts and records. */
export async function assertCounted(store: Store, version: StoredVersion): Promise<void> {
  const result = await tallyVersion(store, version);
  await assertSummary(store, version, result);
  const counted = new Map(Array.from(result.parties, (party) => [party.party, JSON.stringify(party)]));
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

/** What notices, answers and exports take from the summary: how much mail, whom the intruder reached, and when. */
async function assertSummary(
  store: Store,
  version: StoredVersion,
  { copiesPerVerdict, messagesPerVerdict }: ImpactResult,
): Promise<void> {
  const { copies, messages } = JSON.parse(version.summary) as RunSummary;
  const { reached, recorded } = readVersionFacts(version);
  const ids = new Map(toIncidentOf(version).mailboxes.map((mailbox) => [mailbox.custodian, toMailboxId(mailbox)]));
  const rows = await store.db
    .selectFrom('exposure_record')
    .select(({ fn }) => ['mailbox', fn.min('time').as('first'), fn.max('time').as('last')])
    .where('version', '=', version.version)
    .where('label', '=', 'intruder')
    .groupBy('mailbox')
    .execute();
  const first = rows.length === 0 ? null : Math.min(...rows.map((row) => Number(row.first)));
  const last = rows.length === 0 ? null : Math.max(...rows.map((row) => Number(row.last)));
  const found = new Set(rows.flatMap(({ mailbox }) => (mailbox === null ? [] : [mailbox])));
  const told = new Set(reached.map((name) => ids.get(name) ?? name));
  const wrong = [
    ...VERDICTS.filter((verdict) => copies[verdict] !== copiesPerVerdict[verdict]).map(
      (verdict) => `copies ${verdict}`,
    ),
    ...VERDICTS.filter((verdict) => messages[verdict] !== messagesPerVerdict[verdict]),
    ...([...told].sort().join('\n') !== [...found].sort().join('\n')
      ? ['the mailboxes that the intruder reached']
      : []),
    ...(first === (recorded?.first ?? null) && last === (recorded?.last ?? null) ? [] : ['the times of its access']),
  ];
  if (wrong.length === 0) return;
  throw new Refusal('exposure-differs', [
    `the summary of exposure ${version.version} in this state has other figures than its verdicts and records: ${wrong.slice(0, NAMED).join(', ')}. ${AGAIN}`,
  ]);
}
