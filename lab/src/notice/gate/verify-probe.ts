import type { Runtime } from '@candor/core/base';
import { type GateFinding, toGateRefusal, toGateWarning } from '@candor/core/notice/gate';
import { toSenderName } from '@candor/core/notice/message';
import { compareReceived } from '@candor/core/verify';
import type { Addition, Change, HarmlessNote } from '@candor/core/verify/compare';
import { parseHtmlTree } from '../../adapters/mail/html-tree.ts';
import { readOutlookFile } from '../../evidence/index.ts';
import type { Disclosure } from '../disclosure.ts';
import type { PassedProbe } from './pass-probe.ts';

/** Differences that a line can hold. */
const NAMED = 3;
const SHOWN_CHARS = 80;

/**
 * What a recipient's check would say of a notice that arrives as this probe did. Unless every part is as it was sent,
 * it names what the organization's own way out changes.
 */
export async function verifyProbe(
  { notice }: Pick<Disclosure, 'notice'>,
  { sent }: Pick<PassedProbe, 'sent'>,
  received: Uint8Array,
  runtime: Runtime,
): Promise<readonly GateFinding[]> {
  const { name, address } = notice.from;
  const compared = await compareReceived(
    { runtime, parseHtml: parseHtmlTree, readOutlook: readOutlookFile },
    {
      composed: sent,
      date: sent.date,
      from: { name: toSenderName(name), address },
      replyTo: notice.reply,
      domain: toDomain(address),
      recipient: toDomain(sent.to),
    },
    received,
  );
  if ('unreadable' in compared)
    return [
      toGateRefusal('gate-not-genuine', `the page could not read a notice that arrives so (${compared.unreadable})`),
    ];
  const { standing, changes, additions, notes } = compared;
  if (standing === 'issued') return [];
  const named = [...changes.map(nameChange), ...additions.map(nameAddition), ...notes.map(nameNote)];
  const rest = named.length > NAMED ? `, and ${named.length - NAMED} more` : '';
  const what = named.length === 0 ? standing : `${named.slice(0, NAMED).join('; ')}${rest}`;
  const text = `the check of a notice would not say "genuine" but "${standing}", because the way out changes it: ${what}`;
  const isMilder = standing === 'rewritten' || standing === 'added' || standing === 'words-alone';
  return isMilder
    ? [toGateWarning('gate-not-genuine', `${text}; switch that off for this sender if you can`)]
    : [toGateRefusal('gate-not-genuine', `${text}; switch that off for this sender`)];
}

function toDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function nameChange({ place, nature, issued, received }: Change): string {
  const toWords = (line: Change['issued']) =>
    line === null
      ? 'nothing'
      : `"${line.pieces
          .map(({ text }) => text)
          .join('')
          .slice(0, SHOWN_CHARS)}"`;
  return `${place} (${nature}): ${toWords(issued)} became ${toWords(received)}`;
}

function nameAddition({ place, where, lines }: Addition): string {
  return `words ${where} the ${place}: "${lines.join(' ').slice(0, SHOWN_CHARS)}"`;
}

function nameNote(note: HarmlessNote): string {
  switch (note.kind) {
    case 'subject-tag':
      return `a tag before the subject: "${note.tag}"`;
    case 'unknown-field':
      return `a field of the header: ${note.field.slice(0, SHOWN_CHARS)}`;
    default:
      return note.kind.replaceAll('-', ' ');
  }
}
