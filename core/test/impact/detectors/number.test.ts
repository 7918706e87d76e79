import { detectFindings } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';

function find(text: string): readonly string[] {
  return detectFindings(text).map(({ kind, value, confidence }) => `${kind} ${confidence} ${value}`);
}

describe('access codes', () => {
  test.each([
    ['Dial 888-555-0100, passcode: 362256', 'access-code likely 362256'],
    ['Participant Code:  445270', 'access-code likely 445270'],
    ['Conference ID: 1361763', 'access-code likely 1361763'],
    ['Call in: 800-555-0146\nConfirmation Code: 648850', 'access-code likely 648850'],
    ['Der Zugangscode lautet 55123', 'access-code likely 55123'],
    ['Türcode: 4711', 'access-code likely 4711'],
    ["Code d'accès : 88231", 'access-code likely 88231'],
    ['Código de acceso: 88231', 'access-code likely 88231'],
    ['The alarm code at the lake house is 7744', 'access-code likely 7744'],
    ['Der PIN für die Karte lautet 8834', 'access-code likely 8834'],
    ['Dial 888-555-0100, with a new passcode of 362256#', 'access-code likely 362256'],
    ['The lockbox is at the door, code 3906.', 'access-code likely 3906'],
    ['Dial-in: 800-555-0146\nHost    4188', 'access-code likely 4188'],
    ['dial 800 555 0133, then 1290# when asked', 'access-code likely 1290'],
    ['1-800-555-0166, 3344221#', 'access-code likely 3344221'],
    ['Dial 1-877-555-0132. Enter 771882 followed by the pound sign.', 'access-code likely 771882'],
    ['Dial 800-555-0140. The leader must enter 1188 first', 'access-code likely 1188'],
    ['800-555-0140, conf code 992 118 4470', 'access-code likely 992 118 4470'],
    ['888.555.0127; id 44120', 'access-code likely 44120'],
    ['Dial 800-555-0170 PC# 412278', 'access-code likely 412278'],
    ['Call 800-555-0171\nPasscode: Power Desk', 'access-code likely Power Desk'],
    ['Just punch in 3306 at the gate.', 'access-code likely 3306'],
    ['Alarm: 1947. You have a minute.', 'access-code likely 1947'],
    ['the key box on the porch opens with 1-3-5', 'access-code likely 1-3-5'],
    ['To disarm it press OFF and then 4471', 'access-code likely 4471'],
    ['Use 774201 as your login code', 'access-code likely 774201'],
    ['The combo is 12-34-8 for the storage unit.', 'access-code likely 12-34-8'],
    ['Your one-time passcode is 481223.', 'access-code likely 481223'],
    ['Bridge info: 1-888-555-0161, access 663311', 'access-code likely 663311'],
    ['T: 888-555-0164 P: 553311', 'access-code likely 553311'],
    ['Call 888-555-0168\nPasscode    ENERGY', 'access-code likely ENERGY'],
    ['dial-in 888-555-0172 / participants use 22 11 33', 'access-code likely 22 11 33'],
    ['security gate: press # then 0426', 'access-code likely 0426'],
    ['The house alarm is 7890 - you have 30 seconds.', 'access-code likely 7890'],
    ['padlock combo 38-12-24', 'access-code likely 38-12-24'],
    ['copier code 4455', 'access-code likely 4455'],
    ['conf call 1-888-555-0192 # 4422', 'access-code likely 4422'],
    ['Dial 1-800-555-0197. The access # is 60022', 'access-code likely 60022'],
    ['Dial in  Participants - 1199  Phone 888-555-0104', 'access-code likely 1199'],
    ['the bridge number is 877/555-0187, CC# 992301.', 'access-code likely 992301'],
    ['bike lock is 4-8-15', 'access-code likely 4-8-15'],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual([expected]);
  });

  test.each([
    'Your confirmation number is 9853584.',
    'Zip code 77002',
    'Priority Code 722',
    'Conference number: 1-800-555-0146',
    'Use promo code 12345 at the checkout.',
    'Pin the note to the board by 2001.',
    'Dial 888-555-0100 about Purchase Code # 8594030',
    'Dial 888-555-0100. Your confirmation number is 9853584.',
    'Ihre Bestätigungsnummer lautet 277198.',
    'pager 800-555-0146   pin# 1524013.',
    'The interconnect with the pipeline (Pin No. 909285)',
    'Call 800-555-0100. The line runs at 800-850 # pressure, then at 1000# pressure.',
    'Book at 800-555-0100, request ID # 596871 and the rate.',
    'I called the 800# on the container.',
    'Participants: 120, of which 40 dial in',
    'Meet us at gate 1947, the garage has 3306 places.',
  ])('not: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('card and account numbers, ids and dates', () => {
  test.each([
    ['Visa 4111 1111 1111 1129 exp 09/27', 'payment-card certain 4111 1111 1111 1129'],
    ['Amex 3782-822463-10013', 'payment-card certain 3782-822463-10013'],
    ['Reference 4111111111111129', 'payment-card weak 4111111111111129'],
    ['IBAN: DE62 3704 0044 0532 0130 01', 'bank-account certain DE62 3704 0044 0532 0130 01'],
    ['ABA routing 121000358', 'bank-account likely 121000358'],
    ['Wire to our bank, account no. 14897-03272', 'bank-account likely 14897-03272'],
    ['SSN: 536-90-4399', 'national-id likely 536-90-4399'],
    ['Steuer-ID: 36 574 261 809', 'national-id certain 36 574 261 809'],
    ['DNI 54362315K', 'national-id certain 54362315K'],
    ['Date of birth: 03/14/1961', 'birth-date likely 03/14/1961'],
    ['Geboren am 14. März 1961', 'birth-date likely 14. März 1961'],
    ['Née le 14 mars 1961', 'birth-date likely 14 mars 1961'],
  ])('%s', (text, expected) => {
    expect(find(text)).toContain(expected);
  });

  test.each([
    'Deal 4111 1111 1111 1112 was closed with a credit card.',
    'IBAN: DE89 3704 0044 0532 0130 01',
    'SSN: 000-12-3456',
    'Account manager: 555-010-0199',
    'Order 36574261809 was shipped.',
    'The pipeline was born on 3/14.',
  ])('not: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

const NUMBERS = 300_000;

test('random, telephone and deal numbers are never certain', () => {
  let seed = 20_011_021;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  const digits = (count: number): string => {
    let made = '';
    while (made.length < count) made += String(100_000 + next(900_000)).slice(1);
    return made.slice(0, count);
  };
  const lines = Array.from({ length: NUMBERS }, (_, at) => {
    const number = [
      digits(16),
      `${digits(3)}-${digits(3)}-${digits(4)}`,
      digits(9),
      digits(11),
      `DE${digits(20)}`,
      `${digits(3)}-${digits(2)}-${digits(4)}`,
      `${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)}`,
      digits(15),
      `+49 ${digits(3)} ${digits(7)}`,
      `${digits(8)}-${digits(4)}-${digits(4)}-${digits(4)}-${digits(12)}`,
    ][at % 10];
    return `deal ${number} of ${digits(6)}`;
  });
  // As mail holds them: some hundred lines a text.
  for (let at = 0; at < lines.length; at += 500) {
    const found = detectFindings(lines.slice(at, at + 500).join('\n'));
    expect(found.filter(({ confidence }) => confidence === 'certain')).toEqual([]);
  }
});
