// Whoever compiles this file from another workspace needs the declaration as well.
/// <reference path="../../../base/punycode.d.ts" />
import { toALabels } from '@candor/core/base';
import punycode from 'punycode/punycode.js';
import { toShownDomain } from '../../text/shown-domain.ts';
import { toShape } from './change-nature.ts';
import type { ReceivedMessage } from './received-message.ts';

/** Senders and reply addresses that are not the organization's. */
export interface ForeignSenders {
  /** As they may be shown; empty when sender and reply address are the organization's. */
  readonly domains: readonly string[];
  /** One of them looks like the organization's domain, or has its name in it. */
  readonly isLookAlike: boolean;
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
