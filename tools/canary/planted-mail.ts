import type { FindingKind } from '@candor/core/impact/detectors';

/** A value in the mail of one party, with the text around it that says what it is. */
export interface PlantedValue {
  readonly kind: FindingKind;
  readonly value: string;
  readonly party: string;
}

/** Digits that look drawn, the same for a number each time. */
function draw(at: number, digits: number): string {
  let state = (at + 1) * 2_654_435_761;
  let text = '';
  for (let n = 0; n < digits; n += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += String((state >>> 16) % 10);
  }
  return text;
}

function toCard(at: number): string {
  const body = `4${draw(at, 14)}`;
  const sum = [...body].reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(.{4})(?=.)/g, '$1 ');
}

function toIban(at: number): string {
  const account = `3704${draw(at, 14)}`;
  const rest = [...`${account}131400`].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `DE${String(98 - rest).padStart(2, '0')} ${account.replace(/(.{4})(?=.)/g, '$1 ')}`;
}

const MONTHS = ['January', 'March', 'April', 'May', 'June', 'July', 'August', 'October', 'November', 'December'];
const STREETS = ['Quay', 'Lamp', 'Pilot', 'Anchor', 'Dock', 'Ferry', 'Tide', 'Gull', 'Heron', 'Brine'];

type Template = (at: number) => { readonly value: string; readonly line: string };

/** Sentences that people write, each with one value that stands nowhere else. */
const TEMPLATES: Readonly<Partial<Record<FindingKind, Template>>> = {
  credential: (at) => line('The password for the portal is ', `Kx${draw(at, 6)}-Wq9z`),
  'access-code': (at) => line('The PIN is ', String(1000 + (at % 9000)).padEnd(4 + (at % 3), String(at % 10))),
  'secret-key': (at) => line('api_key = ', `sk_live_${toLetters(at)}`, '"'),
  'payment-card': (at) => line('Card number: ', toCard(at)),
  'bank-account': (at) => line('Please pay to IBAN ', toIban(at)),
  'birth-date': (at) =>
    line('Date of birth: ', `${(at % 27) + 1} ${MONTHS[at % 10] ?? ''} ${1930 + (Math.floor(at / 27) % 60)}`),
  passport: (at) => line('Passport number: ', `C${draw(at, 2)}X${draw(at + 7, 5)}`),
  // Drawn in the ranges that the Social Security Administration gives out.
  'national-id': (at) => line('SSN: ', `${100 + (at % 500)}-${10 + (at % 89)}-${1000 + (at % 8999)}`),
  'driving-licence': (at) => line("Driver's license number: ", `D${draw(at, 7)}`),
  'tax-id': (at) => line('Steuernummer: ', `${draw(at, 2)}/${draw(at + 3, 3)}/${draw(at + 5, 5)}`),
  'health-number': (at) => line('Health insurance number: ', `K${draw(at, 9)}`),
  salary: (at) =>
    line('Annual salary: ', `USD ${100 + (at % 800)},${draw(at, 3)}.${String(at % 100).padStart(2, '0')}`),
  'home-address': (at) => line('Home address: ', `${at + 1} ${STREETS[at % 10] ?? ''} Street, Houston, TX 77002`),
  telephone: (at) => line('My private phone: ', `+44 20 7946 ${String(at).padStart(4, '0')}`),
  'login-name': (at) => line('User name: ', `jberg-${String(at).padStart(5, '0')}`),
};

function line(before: string, value: string, around = ''): ReturnType<Template> {
  return { value, line: `${before}${around}${value}${around}` };
}

function toLetters(at: number): string {
  return [...draw(at, 24)].map((digit, place) => 'abcdefghjkmnpqrstuvwxyz'[(Number(digit) + place * 7) % 23]).join('');
}

const PLANTED_KINDS = Object.keys(TEMPLATES) as readonly FindingKind[];

/** Values a mail: two in its text, one in its formatted form, two in an attachment. */
const VALUES_A_MAIL = 5;

export interface PlantedMail {
  readonly mails: readonly string[];
  readonly values: readonly PlantedValue[];
  /** Phrases about somebody's health, one in a message: that it holds one is all that may be told. */
  readonly sensitive: readonly PlantedValue[];
}

/**
 * Mail of ann with several parties in turn; every value stands in one message of one party, and some of these are only
 * attached to a message of the organization. So many values of all kinds, and so many PINs behind them.
 */
export function plantMail(count: number, pins: number, parties: readonly string[]): PlantedMail {
  const values: PlantedValue[] = [];
  const sensitive: PlantedValue[] = [];
  const mails: string[] = [];
  for (let at = 0; values.length < count + pins; at += 1) {
    const party = parties[at % parties.length] ?? '';
    const lines = Array.from({ length: VALUES_A_MAIL }, () => {
      const number = values.length;
      const kind = number < count ? (PLANTED_KINDS[number % PLANTED_KINDS.length] ?? 'credential') : 'access-code';
      const made = TEMPLATES[kind]?.(number);
      if (made === undefined) throw new Error('no template');
      values.push({ kind, value: made.value, party });
      return made.line;
    });
    const phrase = `my ${toLetters(at).slice(0, 12)} surgery`;
    if (at % 4 < 2) sensitive.push({ kind: 'health', value: phrase, party });
    const mail = toMail(
      at,
      party,
      at % 4 < 2 ? [`${lines[0] ?? ''}\r\n\r\nThis is about ${phrase}.`, ...lines.slice(1)] : lines,
    );
    mails.push(at % 3 === 1 ? toForward(at, mail) : mail);
  }
  return { mails, values, sensitive };
}

function toMail(at: number, party: string, [first, second, third, ...attached]: readonly string[]): string {
  return [
    `From: Jo <jo@${party}>`,
    'To: ann@harbor.example',
    `Subject: Number ${at}`,
    `Message-ID: <${at}@${party}>`,
    `Date: Mon, 10 Sep 2001 ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00 +0000`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Hello,\r\n\r\n${first}\r\n\r\n${second}`,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>Hello,</p><p>${third}</p>`,
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Disposition: attachment; filename="list-${at}.txt"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`${attached.join('\r\n\r\n')}\r\n`).toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
}

/** A message between two people of the organization, to which a party's mail is attached. */
function toForward(at: number, mail: string): string {
  return [
    'From: bo@harbor.example',
    'To: ann@harbor.example',
    `Subject: Forward ${at}`,
    `Message-ID: <forward-${at}@harbor.example>`,
    'Date: Tue, 11 Sep 2001 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=f',
    '',
    '--f',
    '',
    'For you.',
    '--f',
    'Content-Type: message/rfc822',
    '',
    mail,
    '--f--',
    '',
  ].join('\r\n');
}
