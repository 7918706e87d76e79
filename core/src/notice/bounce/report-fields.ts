import { escapeTerminalControls } from '../../base/index.ts';
import { DIAGNOSTIC_CHARACTERS, REPORTED_RECIPIENTS, type ReportedRecipient } from './incoming-mail.ts';

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** A block of fields: lower-case names, values unfolded. The first of a name counts. */
export type FieldBlock = ReadonlyMap<string, string>;

/**
 * Blocks of `name: value` lines with empty lines between them, as message/delivery-status has them (RFC 3464 section
 * 2.1).
 */
export function readFieldBlocks(text: string): FieldBlock[] {
  const blocks: FieldBlock[] = [];
  for (const part of text.split(/\n[ \t]*\n/)) {
    const fields = new Map<string, string>();
    let name = '';
    for (const line of part.split('\n')) {
      if (/^[ \t]/.test(line) && name !== '') {
        fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
        continue;
      }
      const colon = line.indexOf(':');
      name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
      if (name === '') continue;
      if (fields.has(name)) name = '';
      else fields.set(name, line.slice(colon + 1).trim());
    }
    if (fields.size > 0) blocks.push(fields);
  }
  return blocks;
}

/**
 * The per-recipient blocks of a delivery status. Some reporters concatenate all blocks, so the first one counts as
 * well.
 */
export function readReportedRecipients(blocks: readonly FieldBlock[]): ReportedRecipient[] {
  const found: ReportedRecipient[] = [];
  for (const fields of blocks) {
    const written =
      fields.get('final-recipient') ?? fields.get('original-recipient') ?? fields.get('x-actual-recipient');
    const status = readStatus(fields.get('status') ?? '');
    const action = readAction(fields.get('action'));
    if (written === undefined && status === null && action === null) continue;
    const diagnostic = fields.get('diagnostic-code');
    found.push({
      address: written === undefined ? null : readTypedAddress(written),
      action,
      // `Status: 5.0.0` says nothing; what the remote host said may.
      status: isSaying(status) ? status : (findStatus(diagnostic ?? '') ?? status),
      diagnostic: diagnostic === undefined ? null : toDiagnostic(diagnostic),
    });
    if (found.length === REPORTED_RECIPIENTS) break;
  }
  return found;
}

function readAction(written: string | undefined): ReportedRecipient['action'] {
  const word = /^[a-z]+/.exec((written ?? '').toLowerCase())?.[0];
  return ACTIONS.find((action) => action === word) ?? null;
}

/** `Status: 5.1.1 (bad destination mailbox address)`: class 2, 4 or 5, up to three digits each (RFC 3463 section 2). */
function readStatus(written: string): string | null {
  return /^\s*([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(written)?.[1] ?? null;
}

function isSaying(status: string | null): boolean {
  return status !== null && !status.endsWith('.0.0');
}

/** An enhanced status of class 4 or 5 inside a line, not a part of an IP address, a version or a longer number. */
export function findStatus(line: string): string | null {
  return /(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(line)?.[1] ?? null;
}

/** `rfc822; jo@example.org`, `jo@example.org`, `<jo@example.org>`. */
function readTypedAddress(written: string): string | null {
  const text = written.replace(/^[a-z0-9-]+\s*;/i, '');
  const address = listAddresses(text)[0] ?? text.trim().replace(/^<|>$/g, '');
  return address === '' ? null : address.toLowerCase();
}

/** The address-like words of a text. Splits into words first, so that each character is visited once. */
export function listAddresses(text: string): readonly string[] {
  return (text.match(/[^\s<>()[\]:;,"]+/g) ?? []).filter(isAddress);
}

export function isAddress(word: string): boolean {
  return /.@./.test(word);
}

export function toDiagnostic(text: string): string {
  return escapeTerminalControls(text, '\n').replace(/\n+/g, ' ').slice(0, DIAGNOSTIC_CHARACTERS);
}
