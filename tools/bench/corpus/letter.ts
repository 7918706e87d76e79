import { type Body, type BodyPools, type CorpusKind, composeBody } from './body.ts';
import type { Random } from './random.ts';
import { listPeople, OWN_DOMAIN, type Person } from './vocabulary.ts';

export interface Letter {
  /** Header and body in order, with LF line ends. */
  readonly chunks: readonly Buffer[];
  /** Which chunk begins with the word `From ` and so is quoted in an mbox; -1 when none does. */
  readonly quotedChunk: number;
  readonly bytes: number;
  readonly sender: string;
  /** UTC seconds. */
  readonly sentAt: number;
  readonly parts: number;
  readonly attachments: number;
  /** Addresses in header fields that counterparties are read from, attached messages included. */
  readonly addresses: number;
}

/** Sizes in bytes by kind: a log-normal law with a median and a spread that give the mean. */
const SIZES = {
  mixed: { median: 9_000, sigma: 1.7, least: 900, most: 25_000_000 },
  'text-only': { median: 4_600, sigma: 1.16, least: 700, most: 2_000_000 },
};

const FIRST_SENT_AT = Date.UTC(2024, 0, 1) / 1000;
const SECONDS_BETWEEN_LETTERS = 150;
const { colleagues, outsiders } = listPeople();
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The Message-ID of the nth letter, without brackets: audit records name letters by it. */
export function toMessageId(ordinal: number): string {
  const scrambled = (Math.imul(ordinal + 1, 0x9e3779b1) >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return `AM7PR04MB${scrambled}${ordinal.toString(36).toUpperCase().padStart(7, '0')}@mail${scrambled.slice(0, 1)}.${OWN_DOMAIN}`;
}

function toSentAt(ordinal: number): number {
  return FIRST_SENT_AT + ordinal * SECONDS_BETWEEN_LETTERS;
}

/** `Mon, 01 Jan 2024 00:00:00 +0000`. */
function formatDate(seconds: number): string {
  const { day, date, month, year, clock } = split(seconds);
  return `${day}, ${date.padStart(2, '0')} ${month} ${year} ${clock} +0000`;
}

/** The line that begins a letter in an mbox. */
export function formatFromLine(letter: Letter): string {
  const { day, date, month, year, clock } = split(letter.sentAt);
  return `From ${letter.sender} ${day} ${month} ${date.padStart(2, ' ')} ${clock} ${year}\n`;
}

function split(seconds: number) {
  const date = new Date(seconds * 1000);
  return {
    day: days[date.getUTCDay()] ?? '',
    date: String(date.getUTCDate()),
    month: months[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
    clock: date.toISOString().slice(11, 19),
  };
}

export function composeLetter(ordinal: number, kind: CorpusKind, pools: BodyPools, random: Random): Letter {
  const { median, sigma, least, most } = SIZES[kind];
  const size = Math.min(most, Math.max(least, random.logNormal(median, sigma)));
  const sentAt = toSentAt(ordinal);
  const isOutgoing = random.chance(0.35);
  const sender = isOutgoing ? random.pick(colleagues) : pickOutsider(random);
  const to = pickPeople(random, 1 + random.below(random.chance(0.03) ? 30 : 3), isOutgoing);
  const cc = random.chance(0.4) ? pickPeople(random, 1 + random.below(4), random.chance(0.5)) : [];
  const header = toHeader(ordinal, sentAt, sender, to, cc, random);
  const body: Body = composeBody(kind, size - header.length, ordinal, pools, random, () =>
    toAttachedHeader(ordinal, random),
  );
  const first = Buffer.from(header + body.fields, 'utf8');
  const chunks = [first, ...body.chunks];
  return {
    chunks,
    quotedChunk: body.quotedChunk === -1 ? -1 : body.quotedChunk + 1,
    bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    sender: sender.address,
    sentAt,
    parts: body.parts,
    attachments: body.attachments,
    addresses: 1 + to.length + cc.length + 2 * body.attachedMessages,
  };
}

/** A few outsiders write most of the mail; the square of a fraction is skewed enough. */
function pickOutsider(random: Random): Person {
  return outsiders[Math.floor(random.fraction() ** 2 * outsiders.length)] ?? random.pick(outsiders);
}

function pickPeople(random: Random, count: number, areOutside: boolean): readonly Person[] {
  return Array.from({ length: count }, () => (areOutside ? pickOutsider(random) : random.pick(colleagues)));
}

function toHeader(
  ordinal: number,
  sentAt: number,
  sender: Person,
  to: readonly Person[],
  cc: readonly Person[],
  random: Random,
): string {
  const token = (length: number): string => {
    let text = '';
    while (text.length < length) text += random.below(0x1_0000_0000).toString(36);
    return text.slice(0, length);
  };
  const hops = 2 + random.below(3);
  let header = `Return-Path: <${sender.address}>\n`;
  for (let hop = hops; hop > 0; hop -= 1) {
    header +=
      `Received: from relay${hop}.${sender.address.split('@')[1]} (relay${hop} [198.51.100.${random.below(255)}])\n` +
      `\tby mx${hop}.${OWN_DOMAIN} with ESMTPS id ${token(12)}\n\tfor <${to[0]?.address}>; ${formatDate(sentAt + hop)}\n`;
  }
  if (random.chance(0.6)) {
    header +=
      `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${sender.address.split('@')[1]}; s=mail;\n` +
      `\th=from:to:subject:date:message-id; bh=${token(43)}=;\n\tb=${token(70)}\n\t ${token(70)}\n\t ${token(70)}==\n`;
  }
  header += `Message-ID: <${toMessageId(ordinal)}>\n`;
  const isReply = ordinal > 20 && random.chance(0.45);
  if (isReply) {
    const parent = ordinal - 1 - random.below(20);
    header += `In-Reply-To: <${toMessageId(parent)}>\nReferences: <${toMessageId(Math.max(0, parent - 3))}>\n <${toMessageId(parent)}>\n`;
  }
  header += `Date: ${formatDate(sentAt)}\nFrom: ${toMailbox(sender, random)}\n`;
  header += `To: ${to.map((person) => toMailbox(person, random)).join(',\n ')}\n`;
  if (cc.length > 0) header += `Cc: ${cc.map((person) => toMailbox(person, random)).join(',\n ')}\n`;
  header += `Subject: ${isReply ? 'Re: ' : ''}${toSubject(ordinal, random)}\n`;
  if (random.chance(0.1)) header += `List-Id: <news.${sender.address.split('@')[1]}>\nPrecedence: bulk\n`;
  header += `X-Mailer: Harbour Mail 9.2\nX-Transport-Id: ${token(40)}\n`;
  return header;
}

function toMailbox({ name, address }: Person, random: Random): string {
  const isAscii = /^[\x00-\x7f]*$/.test(name);
  if (!isAscii) return `=?utf-8?Q?${toQWord(name)}?= <${address}>`;
  if (random.chance(0.2)) return address;
  if (random.chance(0.3)) return `"${name.split(' ').reverse().join(', ')}" <${address}>`;
  return `${name} <${address}>`;
}

function toSubject(ordinal: number, random: Random): string {
  const number = `${ordinal.toString(36)}`;
  if (random.chance(0.12)) return `=?iso-8859-1?Q?Pr=FCfung_der_Lieferung_${number}?=`;
  if (random.chance(0.08)) return `=?utf-8?B?${Buffer.from(`請求書 ${number}`).toString('base64')}?=`;
  return `${random.pick(['Berth schedule', 'Cargo papers', 'Invoice', 'Draft contract', 'Crew change', 'Survey'])} ${number}`;
}

const toQWord = (text: string): string =>
  Array.from(Buffer.from(text), (byte) =>
    (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
      ? String.fromCharCode(byte)
      : byte === 32
        ? '_'
        : `=${byte.toString(16).toUpperCase()}`,
  ).join('');

function toAttachedHeader(ordinal: number, random: Random): string {
  return (
    `Message-ID: <attached.${ordinal}@archive.${OWN_DOMAIN}>\nDate: ${formatDate(toSentAt(ordinal) - 86_400)}\n` +
    `From: ${pickOutsider(random).address}\nTo: ${random.pick(colleagues).address}\nSubject: earlier ${ordinal}\n`
  );
}
