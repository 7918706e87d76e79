import type { FindingKind } from '../detectors/finding.ts';
import { type Draw, toDigits, toLetters } from './draw.ts';

/** A text that a search must find something in. Each run draws a new value, so that nothing can be prepared for it. */
export interface ControlText {
  readonly kind: FindingKind;
  readonly text: string;
}

type Compose = (draw: Draw) => string;

/** A sentence for each kind, as people write it. */
const TEXTS: Readonly<Record<FindingKind, Compose>> = {
  credential: (draw) => `The password for the portal is ${toLetters(draw, 6)}${toDigits(draw, 4)}$x`,
  'access-code': (draw) => `Dial in with passcode ${toDigits(draw, 7)}#`,
  'secret-key': (draw) => `api_key = "${toToken(draw)}"`,
  'payment-card': (draw) => `Card number: ${toCard(draw)}`,
  'bank-account': (draw) => `IBAN: ${toIban(draw)}`,
  'national-id': (draw) => `SSN: ${toSocialSecurity(draw)}`,
  'birth-date': (draw) => `Date of birth: ${toBirthDate(draw)}`,
  passport: (draw) => `Passport no. C${toDigits(draw, 8)}`,
  'driving-licence': (draw) => `Driving licence number: D${toDigits(draw, 7)}`,
  'tax-id': (draw) => `Unique taxpayer reference: ${toDigits(draw, 10)}`,
  'health-number': (draw) => `Health insurance number: K${toDigits(draw, 9)}`,
  salary: (draw) => `Annual salary: EUR ${draw(90) + 10},${toDigits(draw, 3)}`,
  'home-address': (draw) => `Home address: ${draw(900) + 10} Harbour Street, Springfield, IL ${draw(90_000) + 10_000}`,
  telephone: (draw) => `Home phone: +44 20 7946 0${toDigits(draw, 3)}`,
  'login-name': (draw) => `User name: ${toLetters(draw, 6)}${toDigits(draw, 2)}`,
  health: () => 'He was diagnosed with diabetes last week.',
  'special-category': () => 'She is a member of the trade union.',
};

export function listControlKinds({ sensitive }: { readonly sensitive: boolean }): readonly FindingKind[] {
  const kinds = Object.keys(TEXTS) as FindingKind[];
  return sensitive ? kinds : kinds.filter((kind) => kind !== 'health' && kind !== 'special-category');
}

export function composeControlText(kind: FindingKind, draw: Draw): ControlText {
  return { kind, text: TEXTS[kind](draw) };
}

function toToken(draw: Draw): string {
  return Array.from({ length: 8 }, () => `${toLetters(draw, 2)}${toDigits(draw, 2)}`).join('');
}

/** Sixteen digits of a brand, with the check digit of Luhn. */
function toCard(draw: Draw): string {
  const digits = `4539${toDigits(draw, 11)}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** A German account with the check digits of ISO 13616: 131400 stands for `DE00`. */
function toIban(draw: Draw): string {
  const account = `37040044${toDigits(draw, 10)}`;
  const rest = BigInt(`${account}131400`) % 97n;
  return `DE${String(98n - rest).padStart(2, '0')}${account}`;
}

/** Area 001 to 665, group and serial above zero: those that were ever given. */
function toSocialSecurity(draw: Draw): string {
  const part = (most: number, length: number) => String(draw(most) + 1).padStart(length, '0');
  return `${part(665, 3)}-${part(99, 2)}-${part(9_999, 4)}`;
}

function toBirthDate(draw: Draw): string {
  return `${draw(27) + 1}/${draw(12) + 1}/${1950 + draw(40)}`;
}
