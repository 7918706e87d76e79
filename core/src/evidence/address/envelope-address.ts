import { toALabels } from '@candor/core/base';

/** RFC 5321, 4.5.3.1: a path of 256 octets with its angle brackets, a local part of 64, a domain of 255. */
const MAX_ADDRESS_OCTETS = 254;
const MAX_LOCAL_OCTETS = 64;
const MAX_DOMAIN_OCTETS = 253;
/** Longer than anything valid even before a domain becomes A-labels; what is longer is not looked at. */
const MAX_WRITTEN_CHARS = 1024;

/**
 * Atoms with single dots between them (RFC 5321 Dot-string). A quoted local part is never written to: relays disagree
 * about where it ends. Nor is one with `%` or `!`: old routing notation, which relays still rewrite to an address at
 * another host.
 */
const dotString = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Variation selectors and the like are marks that nobody sees: A-labels are made without them. */
const internationalLabel = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}-])+$/u;

export interface EnvelopeAddress {
  /** `local@domain`, the local part as written. */
  readonly address: string;
  readonly local: string;
  /** A-labels in lower case. */
  readonly domain: string;
}

/**
 * Reads one bare mail address to which something may be sent: no display name, no angle brackets, no quoted local part,
 * no address literal, no comment, no white space. Null for everything else. Stricter than what is counted in evidence:
 * there an odd address is a fact, here it is a risk.
 */
export function readEnvelopeAddress(written: string): EnvelopeAddress | null {
  if (written.length > MAX_WRITTEN_CHARS) return null;
  const at = written.lastIndexOf('@');
  if (at < 1) return null;
  const local = written.slice(0, at);
  const domain = readMailDomain(written.slice(at + 1));
  if (domain === null || local.length > MAX_LOCAL_OCTETS || !dotString.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length > MAX_ADDRESS_OCTETS ? null : { address, local, domain };
}

/**
 * Reads a domain to which mail can be routed, as A-labels in lower case: at least two labels, none of them empty,
 * letters, digits and inner hyphens, the last one no number. International labels must already be in the form that they
 * are compared in, so that two spellings never look like one.
 */
export function readMailDomain(written: string): string | null {
  if (written.length > MAX_WRITTEN_CHARS) return null;
  for (const part of written.toLowerCase().split('.')) {
    if (/^[\0-\x7f]*$/.test(part)) continue;
    if (!internationalLabel.test(part) || part.normalize('NFKC') !== part.normalize('NFC')) return null;
  }
  const domain = toALabels(written);
  const labels = domain.split('.');
  if (labels.length < 2 || domain.length > MAX_DOMAIN_OCTETS || !labels.every((part) => label.test(part))) return null;
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : domain;
}
