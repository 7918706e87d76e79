// Whoever compiles this file from another workspace needs the declaration as well.
/// <reference path="./punycode.d.ts" />
import punycode from 'punycode/punycode.js';

const ASCII = /^[\0-\x7f]*$/;

/**
 * A domain in the one form in which domains are compared: A-labels (RFC 5890) in lower case. Labels that are ASCII stay as they stand,
 * whatever they hold (`_`, doubled dots): real mail has them. Never throws; what cannot be encoded stays in lower case.
 */
export function toALabels(domain: string): string {
  const lower = domain.toLowerCase();
  if (ASCII.test(lower)) return lower;
  try {
    return punycode.toASCII(lower.normalize('NFC')).toLowerCase();
  } catch {
    return lower;
  }
}
