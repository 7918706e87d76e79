import { formatAmount, formatCount, type Problem, toDigestPlace } from '@candor/core/base';
import type { Alerts, LicenseChange } from '@candor/core/exposure/alert';
import type { ScatteredSession } from '@candor/core/exposure/attribution';
import { sha256Hex } from '../adapters/runtime.ts';
import { quoteForShell } from './quote-for-shell.ts';

/** Addresses that one sentence lists. */
const addressesListed = 8;

/**
 * Problems about whose records are whose: a GUID of nobody, a session at several places, a licence that somebody
 * changed.
 */
export function toIntruderProblems(alerts: Alerts, incidentFile: string): Problem[] {
  const { unlistedGuids = [], scatteredSessions = [], licenseChanges = [] } = alerts;
  return [
    ...unlistedGuids.map(({ guid, custodian, records }) => {
      const have = records === 1 ? 'has' : 'have';
      return toProblem('guid-unknown', incidentFile, `${guid} ${custodian} ${records}`, [
        `${formatAmount(records, 'record')} ${have} the mailbox GUID ${guid}, which is not listed, with ${custodian} as owner, and count for that mailbox.`,
        `If it is that mailbox or its archive, add it to \`guid\` or \`guids\` there and run again; else collect that mailbox`,
      ]);
    }),
    ...scatteredSessions.map((session) => toScattered(session, incidentFile)),
    ...licenseChanges.map((change) => toLicenseProblem(change, incidentFile)),
  ];
}

function toScattered({ session, count, addresses }: ScatteredSession, incidentFile: string): Problem {
  const listed = addresses.map(({ address, records }) => `${address} (${formatAmount(records, 'record')})`);
  const shown = listed.slice(0, addressesListed);
  const rest = count - shown.length;
  return toProblem('session-at-several-addresses', incidentFile, `${session} ${count} ${listed.join(' ')}`, [
    `the session ${session} was seen at several addresses without an owner: ${shown.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}.`,
    "List an owner's address under `addresses` of its mailbox, and remove a session that is not the intruder's from `intruder.sessions`; if all of them are the intruder's, add them to `intruder.addresses`",
  ]);
}

function toLicenseProblem(change: LicenseChange, incidentFile: string): Problem {
  const { account, custodian, records, record, last } = change;
  const whose = custodian === null ? `${account}, who is not in the evidence` : account;
  return toProblem('licence-changed', incidentFile, `${account} ${records} ${record} ${last}`, [
    `${formatAmount(records, 'record')}, such as ${record}, changed the licence of ${whose}, and causes no gap: the intruder is not known to have made ${records === 1 ? 'it' : 'them'}.`,
    'If the log of that mailbox ended with it, list that time under `coverage` as `unlicensed` and run again',
  ]);
}

function toProblem(code: string, incidentFile: string, told: string, [text, mend]: readonly [string, string]): Problem {
  const place = toDigestPlace(incidentFile, sha256Hex(told));
  return {
    code,
    place,
    text: `${text} ${mend}, or accept it with --accept ${quoteForShell(place)}.`,
    weight: 'person',
  };
}
