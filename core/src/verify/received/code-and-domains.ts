import { findPrintedCodes } from '@candor/core/notice/code';
import { isAtOrBelow, listLinkHosts } from '@candor/core/notice/text';
import { readAllWords } from '../html/all-words.ts';
import type { UnreadableReason } from './received.ts';
import { type ReceivedContent, type ReceivedTools, readReceived } from './received-message.ts';
import { readSavedText } from './saved-text.ts';

/** What a check asks for, as far as a message names it. Both are its sender's words: a reader confirms them. */
export interface CodeAndDomains {
  readonly codes: readonly string[];
  /** Domains that the message is addressed to, most likely first. */
  readonly domains: readonly string[];
  /** Whole addresses that it is addressed to, most likely first: for a notice to one person. */
  readonly addresses: readonly string[];
  /** False for a few words, such as a bare code: they cannot be compared with a notice. */
  readonly isMessage: boolean;
}

/** A reader chooses among so many. */
const MAX_DOMAINS = 4;
/** `To the security team of Northwind (northwind.example)`: the first line of a notice, in every language. */
const ADDRESSEE = /\(([^()\n]{3,300})\)[ \t]*$/gm;
const QUOTE_MARKS = /^[ \t>|]+/gm;

/**
 * Finds code and domain in a message or in text that was pasted. `organization`: its own domain, which received no
 * notice.
 */
export async function findCodeAndDomains(
  tools: ReceivedTools,
  content: ReceivedContent,
  organization: string,
): Promise<CodeAndDomains | { readonly unreadable: UnreadableReason }> {
  const received = await readReceived(tools, content);
  if ('unreadable' in received) {
    // "Your code: …" alone is no notice text, and its code is what was asked for.
    const words = received.unreadable === 'too-short' ? toWords(content) : null;
    return words === null ? received : toFound([words], [], organization, false);
  }
  const texts = [
    received.text ?? '',
    received.html === null ? '' : readAllWords(tools.parseHtml(received.html) ?? []),
    ...received.furtherTexts.map(({ text }) => text),
  ];
  const recipients = (received.header?.to ?? []).map(({ address }) => address);
  return toFound(texts, recipients, organization, true);
}

function toFound(
  texts: readonly string[],
  recipients: readonly string[],
  organization: string,
  isMessage: boolean,
): CodeAndDomains {
  const addressees = texts.flatMap((text) =>
    [...text.replace(QUOTE_MARKS, '').matchAll(ADDRESSEE)].map(([, inner = '']) => inner),
  );
  return {
    codes: [...new Set(texts.flatMap(findPrintedCodes))],
    domains: listDomains(texts, addressees, recipients, organization),
    addresses: listAddresses([...addressees, ...recipients], organization),
    isMessage,
  };
}

function toWords(content: ReceivedContent): string | null {
  return content.kind === 'pasted' ? content.text : readSavedText(content.bytes);
}

/** The line that names the addressee, then the header: a notice that was forwarded has another recipient there. */
function listDomains(
  texts: readonly string[],
  addressees: readonly string[],
  recipients: readonly string[],
  organization: string,
): readonly string[] {
  const named =
    addressees.map(listLinkHosts).find((hosts) => hosts.some((host) => isForeign(host, organization))) ?? [];
  const written = recipients.map(toHost);
  // If a notice names several domains, the one whose mailbox received it comes first.
  const isReceived = (host: string): boolean => written.some((own) => isAtOrBelow(own, [host]));
  const [received, sisters] = [named.filter(isReceived), named.filter((host) => !isReceived(host))];
  const domains = [...received, ...sisters, ...written].filter((host) => isForeign(host, organization));
  // If neither names one, the first in the text, as in "To the security team of northwind.example".
  const others = domains.length > 0 ? [] : texts.flatMap(listLinkHosts).filter((host) => isForeign(host, organization));
  return [...new Set([...domains, ...others])].slice(0, MAX_DOMAINS);
}

/** Keeps the same order: the line of a notice to a person names the address. */
function listAddresses(named: readonly string[], organization: string): readonly string[] {
  const found = named.filter((each) => /^[^\s@,]+@[^\s@,]+$/.test(each) && isForeign(toHost(each), organization));
  return [...new Set(found.map((each) => each.toLowerCase()))].slice(0, MAX_DOMAINS);
}

function toHost(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function isForeign(host: string, organization: string): boolean {
  return host.includes('.') && !isAtOrBelow(host, [organization]);
}
