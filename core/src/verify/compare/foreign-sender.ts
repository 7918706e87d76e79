// Whoever compiles this file from another workspace needs the declaration as well.
/// <reference path="../../base/punycode.d.ts" />
import { toALabels } from '@candor/core/base';
import { toShownDomain } from '@candor/core/notice';
import punycode from 'punycode/punycode.js';
import { toShape } from './change-nature.ts';
import type { ReceivedMessage } from './received-message.ts';

/** Senders and reply addresses that are not the organization's. */
export interface ForeignSenders {
  /** As they may be shown; empty when sender and reply address are the organization's. */
  readonly domains: readonly string[];
  /** One of them looks like the organization's domain, or has its name in it. */
  readonly isLookAlike: boolean;
}

/** What a name must not tell: where to write, to go or to call, and characters that turn it round. */
const WHERE = /@|:\/\/|\bwww\.|[\p{L}\p{N}-]{2,}\.\p{L}{2,}(?:\/\S*)?|\+?\d[\d ()./-]{5,}\d/giu;

/** What a sender's name says beyond a name, as it stands there; null when it is one. A domain of the organization's, or one in its name, is. */
export function findInSenderName(shownFrom: string, own: string, organization: string): string | null {
  // A field is folded over lines as its writer likes; any other control is none of a name's.
  const name = shownFrom.replace(/\r?\n(?=[ \t])|\r?\n$|\t/g, ' ').replace(/<[^<>]*>/g, ' ');
  if (/[\p{Cc}\p{Cf}]/u.test(name)) return name;
  const bare = name.trim();
  // An address alone, without a name, is the address itself.
  if (/^[^\s@"]+@[^\s@"]+$/.test(bare)) return null;
  const found = Array.from(bare.matchAll(WHERE), ([text]) => text).find(
    (text) =>
      !organization.toLowerCase().includes(text.toLowerCase()) && !text.toLowerCase().split('/')[0]?.endsWith(own),
  );
  return found === undefined ? null : bare;
}

/** A shorter name stands in too many domains by chance. */
const SHORTEST_NAME = 4;

/** Domains of `From` and `Reply-To` that are neither the organization's own nor below it. A message without a sender has a foreign one. */
export function findForeignSenders({ header }: ReceivedMessage, own: string): ForeignSenders {
  if (header === null) return { domains: [], isLookAlike: false };
  const domains = [...header.from, ...header.replyTo].map((address) =>
    toALabels(address.slice(address.lastIndexOf('@') + 1)),
  );
  const isOwn = (domain: string): boolean => domain === own || domain.endsWith(`.${own}`);
  const foreign = [...new Set(domains.filter((domain) => !isOwn(domain)))];
  const shown = foreign.map(toShownDomain);
  return {
    domains: header.from.length === 0 ? ['', ...shown] : shown,
    isLookAlike: foreign.some((domain) => looksLike(domain, own)),
  };
}

function looksLike(domain: string, own: string): boolean {
  const shape = toShape(toLetters(domain));
  const name = own.split('.', 1)[0] ?? '';
  return shape === toShape(own) || (name.length >= SHORTEST_NAME && shape.includes(toShape(name)));
}

function toLetters(domain: string): string {
  try {
    return punycode.toUnicode(domain);
  } catch {
    return domain;
  }
}
