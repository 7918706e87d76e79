import { type Said, toALabels, toSaid } from '@candor/core/base';
import { toRecipientAddress } from '@candor/core/notice/recipients';
import type { RecordBinding } from '@candor/core/notice/wave';
import type { IssuedNotice, IssuedText, MissingProof } from './answer.ts';
import type { HarmlessNote, RewrittenPart } from './compare/change.ts';
import type { MessageMatch } from './compare/compare-message.ts';

/**
 * The record's domain that the typed one is, or is below; otherwise the typed address where the record names it. A
 * record without domains is bound to addresses alone: `address-asked` where none was typed. Anything else that was
 * typed is never said to be the recipient.
 */
export function findIssuedTo(
  { domains, isRecipient }: RecordBinding,
  typed: string,
): Said<'issued-to', string> | 'address-asked' | null {
  const address = toRecipientAddress(typed);
  const name = typed.trim().toLowerCase().replace(/^.*@/, '').replace(/\.$/, '');
  const asked = toALabels(name);
  const found = domains.find((domain) => asked === domain || asked.endsWith(`.${domain}`));
  if (found !== undefined) return toSaid('issued-to', found);
  if (address !== null && isRecipient?.(address) === true) return toSaid('issued-to', address);
  return domains.length === 0 && !typed.includes('@') ? 'address-asked' : null;
}

export interface GenuineTests {
  readonly standing: MessageMatch;
  readonly notice: Pick<IssuedNotice, 'proof' | 'isRecent' | 'supersededAt'>;
  readonly issued: IssuedText | null;
  readonly missing: readonly MissingProof[];
}

/** The digest of a text of which every part is as issued, and every proof holds; null otherwise. */
export function claimGenuine({ standing, notice, issued, missing }: GenuineTests): Said<'genuine', string> | null {
  const { proof, isRecent, supersededAt } = notice;
  const isProved = [proof.approvals, proof.log, proof.text].every((state) => state === 'passed');
  const isInForce = isRecent && supersededAt === null && missing.length === 0;
  return standing === 'issued' && isProved && isInForce && issued !== null ? toSaid('genuine', issued.digest) : null;
}

const LAYOUT: ReadonlySet<HarmlessNote['kind']> = new Set([
  'html-rewritten',
  'links-made',
  'gateway-links',
  'pixel',
  'detectors',
]);
const HEADER: ReadonlySet<HarmlessNote['kind']> = new Set(['through-list', 'unknown-field', 'passed-fields']);

/** What may be said of a rewritten message; null of every other. Links and layout only where they were rewritten. */
export function claimRewritten(
  standing: MessageMatch,
  notes: readonly HarmlessNote[],
): Said<'rewritten', RewrittenPart> | null {
  if (standing !== 'rewritten') return null;
  const outlook = notes.find((note) => note.kind === 'outlook');
  if (outlook !== undefined && notes.every(({ kind }) => kind !== 'gateway-links'))
    return toSaid(
      'rewritten',
      outlook.notCompared.some((place) => place !== 'date' && place !== 'header') ? 'outlook-part' : 'outlook',
    );
  if (notes.some(({ kind }) => LAYOUT.has(kind))) return toSaid('rewritten', 'layout');
  if (notes.some(({ kind }) => kind === 'own-list')) return toSaid('rewritten', 'list');
  const isHeader = notes.length > 0 && notes.every(({ kind }) => HEADER.has(kind));
  return toSaid('rewritten', isHeader ? 'header' : 'form');
}
