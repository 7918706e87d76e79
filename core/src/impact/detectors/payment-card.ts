import type { Detector } from './finding.ts';
import { type NumberRule, toNumberDetector } from './labelled-number.ts';

/**
 * Prefixes and lengths of the brands (ISO/IEC 7812; Visa, Mastercard, American Express, Discover, Diners, JCB,
 * UnionPay, Maestro).
 */
const BRANDS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^(?:30[0-5]|3095|36|3[89])/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|6304|6759|676[1-3])/, [16, 18, 19]],
];

/** The checksum of ISO/IEC 7812-1 Annex B over digits. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/**
 * Numbers of no account, which every guide to a payment service prints for trying it out.
 * https://docs.stripe.com/testing, https://developer.paypal.com/tools/sandbox/card-testing/
 */
const TEST_CARDS: ReadonlySet<string> = new Set([
  ...['4111111111111111', '4242424242424242', '4012888888881881', '4000056655665556', '4222222222222'],
  ...['5555555555554444', '5105105105105100', '5200828282828210', '2223003122003222'],
  ...['378282246310005', '371449635398431', '378734493671000', '6011111111111117', '6011000990139424'],
  ...['30569309025904', '38520000023237', '3530111333300000', '3566002020360505'],
]);

function isCard(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  if (TEST_CARDS.has(digits)) return false;
  if (/^(\d)\1+$/.test(digits)) return false;
  return (
    BRANDS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length)) && passesLuhn(digits)
  );
}

/** Numbers of payment cards. Brand, length and checksum pass 2 % of random numbers: without a label they are weak. */
export const paymentCardRule: NumberRule = {
  kind: 'payment-card',
  detector: 'payment-card',
  shape: /(?<![\p{L}\p{N}.,/_-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[-.,/_]\d)/gu,
  hints: { shapes: ['digits'] },
  label:
    /(?<!\p{L})(?:(?:credit|debit|bank|corporate|payment|company)[ -]?cards?|cards?|card (?:number|no|#)|cc ?#|visa|master ?card|amex|american express|discover|diners|kreditkarten?(?:nummer)?|karten-?n(?:r|ummer)|karten?|carte(?: (?:bancaire|bleue|de crédit))?|cb|carta(?: di credito)?|cartão|kort(?:nummer)?|kaart(?:nummer)?|karta|valid (?:thru|until|to)|gültig bis|expires?|num[eé]ro de carte|tarjeta|cvv2?|cvc2?|csc|security code|prüfziffer|(?:0[1-9]|1[0-2])[ ]?\/[ ]?(?:20)?(?:2[4-9]|3\d)|exp(?:iry|iration|\.)? ?(?:date)?[ :]{1,3}\d\d[/-])(?!\p{L})/iu,
  passes: isCard,
  labelled: 'certain',
  bare: 'weak',
};

export const findPaymentCards: Detector = toNumberDetector(paymentCardRule);
