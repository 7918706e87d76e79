import { toNumber } from '../identity.ts';
import { toSeconds } from '../instant.ts';
import type { Letter } from '../letter.ts';
import { personOf } from './cast.ts';
import { type Mailing, toAddress, toMessageId } from './correspondence.ts';

const DAY = 86_400;

/** What comes by itself: the newsletter, the mail groups, the machines. */
export function toSeries(): readonly Mailing[] {
  const mailings: Mailing[] = [];
  const from = toSeconds('2001-09-03T05:00:00Z');
  for (let day = 0; day < 51; day += 1) {
    const at = from + day * DAY;
    const weekday = new Date(at * 1000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) mailings.push(toDigest(at, day));
    if (day % 4 === 1) mailings.push(toPortWatch(at + 9 * 3600, day));
    if (day % 6 === 2) mailings.push(toShipping(at + 12 * 3600, day));
    if (day % 5 === 3) mailings.push(toConfirmation(at + 11 * 3600, day));
    if (day % 3 === 0) mailings.push(toAlarm(at + 21 * 3600, day));
  }
  return mailings;
}

function toDigest(at: number, day: number): Mailing {
  const base = 2000 + toNumber(`price ${day}`, 700);
  const text = [
    'GRIDWIRE DAILY',
    `Day-ahead base  EUR ${(base / 100).toFixed(2)}`,
    `Day-ahead peak  EUR ${((base + 640) / 100).toFixed(2)}`,
    `Gas             EUR ${(1100 + toNumber(`gas ${day}`, 300)) / 100}`,
    '',
    'You receive this because your company has a subscription.',
  ].join('\n');
  const fields = [
    ['List-Id', 'Gridwire Daily <daily.gridwire.example>'],
    ['Precedence', 'bulk'],
  ] as const;
  return mailing(
    `digest/${day}`,
    'gridwire',
    ['okafor', 'brandt'],
    `Gridwire Daily, issue ${1200 + day}`,
    at,
    text,
    fields,
  );
}

function toPortWatch(at: number, day: number): Mailing {
  const text = `Port Ansel: ${2 + toNumber(`ships ${day}`, 6)} vessels at anchor, wind ${3 + toNumber(`wind ${day}`, 5)} Beaufort.\n\n-- \nPort watch, a list of the harbour users`;
  const fields = [['List-Post', '<mailto:port-watch@lists.portwatch.example>']] as const;
  return mailing(`port-watch/${day}`, 'laine', ['portwatch'], `[port-watch] Anchorage, day ${day}`, at, text, fields, [
    'tanaka',
    'lindqvist',
  ]);
}

function toShipping(at: number, day: number): Mailing {
  const text = `Has anyone seen LNG freight below USD ${38 + toNumber(`freight ${day}`, 9)},000 a day this week?`;
  const fields = [['List-Id', '<lng-shippers-fictional.groups.io>']] as const;
  return mailing(`shippers/${day}`, 'chartering', ['shippers'], 'Freight this week', at, text, fields, ['tanaka']);
}

function toConfirmation(at: number, day: number): Mailing {
  const text = `We confirm: ${5 + toNumber(`volume ${day}`, 40)} MW base, delivery tomorrow, at the index less 0.15.\n\nTrading, Northwind Power`;
  return mailing(`confirmation/${day}`, 'abbot', ['brandt'], `Confirmation NW-${4400 + day}`, at, text, []);
}

function toAlarm(at: number, day: number): Mailing {
  const text = `SUBSTATION ${1 + toNumber(`alarm ${day}`, 4)}: BREAKER OPENED AND CLOSED, NO ACTION NEEDED`;
  return mailing(`alarm/${day}`, 'monitor', ['lindqvist'], 'Breaker report', at, text, [
    ['Auto-Submitted', 'auto-generated'],
  ]);
}

function mailing(
  name: string,
  from: string,
  to: readonly string[],
  subject: string,
  sent: number,
  text: string,
  fields: Letter['fields'],
  subscribers: readonly string[] = [],
): Mailing {
  const letter: Letter = {
    id: toMessageId(name, from),
    sent,
    zoneHours: personOf(from).zone,
    from: toAddress(from),
    to: to.map(toAddress),
    cc: [],
    bcc: [],
    subject,
    inReplyTo: null,
    references: [],
    fields,
    charset: 'us-ascii',
    transfer: '7bit',
    text,
    html: null,
    attachments: [],
    forwarded: null,
  };
  return { name, letter, from, receivers: [...to, ...subscribers], folders: {}, label: null };
}
