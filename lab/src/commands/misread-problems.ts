import {
  advise,
  formatAmount,
  formatCount,
  hint,
  type Problem,
  quoteForShell,
  Refusal,
  toDigestPlace,
} from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { Store } from '../adapters/store/store.ts';
import { countOpenMisread, listMisreadSearches, type MisreadSearch } from '../impact/store/misread-store.ts';
import type { Need } from './run-summary.ts';

// What earlier versions searched as damaged bytes: said until a person has accepted it.

/**
 * One problem for a person with the sums, and a note for each message. None in a state that no such version searched.
 */
export async function findMisreadProblems(store: Store, incidentFile: string): Promise<readonly Problem[]> {
  const searches = await listMisreadSearches(store);
  if (searches.length === 0) return [];
  const place = toPlace(searches, incidentFile);
  const text = `${toSum(searches)} Notices and releases of before may rest on that: ${hint('notice.prepare')} drafts a supplement or a correction where figures change, and ${hint('release.status')} names the releases. If you have seen to them, accept it with --accept ${quoteForShell(place)}.`;
  return [{ code: 'misread-search', place, text, weight: 'person' }, ...searches.map(toNote)];
}

function toPlace(searches: readonly MisreadSearch[], incidentFile: string): string {
  const lines = searches.map(({ location, state, added, gone }) => `${location} ${state} ${added} ${gone}`);
  return toDigestPlace(incidentFile, sha256Hex(lines.join('\n')));
}

function toSum(searches: readonly MisreadSearch[]): string {
  const count = (is: (search: MisreadSearch) => boolean): number => searches.filter(is).length;
  const sum = (of: 'added' | 'gone'): number => searches.reduce((so, search) => so + search[of], 0);
  const perhaps = count(({ isCertain }) => !isCertain);
  const [again, dropped] = [count(({ state }) => state === 'again'), count(({ state }) => state === 'dropped')];
  const open = searches.length - again - dropped;
  const versions = [...new Set(searches.map(({ search }) => toVersion(search)))].join(', ');
  return [
    `${formatAmount(searches.length, 'message was', 'messages were')} searched as damaged bytes by an earlier version of Candor (search ${versions}), because ${searches.length === 1 ? 'it is' : 'they are'} longer than 1 MiB (in a zip: 512 KiB).`,
    ...(perhaps > 0
      ? [`${formatCount(perhaps)} of them only if the zip stores ${perhaps === 1 ? 'it' : 'them'} uncompressed.`]
      : []),
    ...(again > 0
      ? [
          `${formatAmount(again, 'was', 'were')} searched again: ${formatAmount(sum('added'), 'finding is', 'findings are')} new, ${formatCount(sum('gone'))} ${sum('gone') === 1 ? 'is' : 'are'} gone.`,
        ]
      : []),
    ...(dropped > 0
      ? [
          `${formatAmount(dropped, 'was', 'were')} not searched again, because the evidence changed or the message is no longer exposed: what was found there no longer counts.`,
        ]
      : []),
    ...(open > 0 ? [`${formatAmount(open, 'was', 'were')} not searched again yet.`] : []),
  ].join(' ');
}

/** The version of detectors and search, without key and settings. */
function toVersion(search: string): string {
  return search.split(' ').slice(0, 2).join(' ');
}

function toNote({ location, length, isCertain, search, state, added, gone }: MisreadSearch): Problem {
  const now = {
    again: `It was searched again: ${formatAmount(added, 'finding is', 'findings are')} new, ${formatCount(gone)} ${gone === 1 ? 'is' : 'are'} gone.`,
    dropped: `It was not searched again, because its evidence changed or it is no longer exposed: ${formatAmount(gone, 'finding', 'findings')} no longer ${gone === 1 ? 'counts' : 'count'}.`,
    open: 'It was not searched again yet.',
  }[state];
  const was = isCertain ? 'searched' : 'may have searched';
  const only = isCertain ? '' : ' It did if the zip stores the message uncompressed.';
  const text = `An earlier version ${was} damaged bytes instead of this message of ${formatAmount(length, 'byte')} (search ${toVersion(search)}).${only} ${now}`;
  return { code: 'misread-message', place: location, text, weight: 'note' };
}

/** Before the run that searches them again: figures of findings are without these messages. */
export async function readMisreadNeeds(store: Store, incident: Incident): Promise<readonly Need[]> {
  const open = await countWaiting(store, incident);
  if (open === 0) return [];
  return [
    {
      kind: 'problem',
      subject: formatAmount(open, 'long message'),
      text: `${open === 1 ? 'was' : 'were'} searched as damaged bytes by an earlier version of Candor. What the last run counted of passwords, keys and personal data rests on that. Run again: the run searches ${open === 1 ? 'it' : 'them'} again and says what changed.`,
      command: hint('run', 'INCIDENT').command,
    },
  ];
}

/**
 * Nothing is signed or passed on while messages wait to be searched again.
 * @throws Refusal `misread-messages`.
 */
export async function assertNoneMisread(store: Store, incident: Incident): Promise<void> {
  const open = await countWaiting(store, incident);
  if (open === 0) return;
  throw new Refusal('misread-messages', [
    advise`an earlier version of Candor searched ${formatAmount(open, 'long message')} as damaged bytes, so figures of passwords, keys and personal data are not known yet; run again: ${hint('run')} searches ${open === 1 ? 'it' : 'them'} again`,
  ]);
}

/** Where nothing is searched, no figure is without them. */
async function countWaiting(store: Store, { findings }: Incident): Promise<number> {
  return findings.off ? 0 : countOpenMisread(store);
}
