import type { IndexedFinding, IndexedMessage } from '@candor/core/review/seal';
import { seeded } from '../../../corpus/generate/seeded.ts';

/** The same mailbox each time. */
export function makeDraw(seed: number): (below: number) => number {
  return seeded(seed).number;
}

const OWN = 'a.novak j.weil m.castell trading-desk s.haddad l.brandt p.okafor r.lind t.abe c.moreau'.split(' ');
const THEIRS = 'marta.olsen tom.keller priya.raman ines.faure chris.dean'.split(' ');
const SUBJECTS = [
  'Settlement run for September',
  'Curtailment window, week 42',
  'SFTP access for the settlement files',
  'Transformer outage at Quay 4',
  'Call notes 11 October',
  'New bank details for October',
  'Draft annex C, storage tariff',
  'Meter readings, sites 12 to 19',
  'VPN profile for the trading desk',
  'Shift plan change',
  'Counterparty limits Q4',
  'Balancing invoice 2001-0917',
  'Credit committee, open points',
  'Hedge confirmations',
  'Winter stand-by contract with a subject that is so long that no list of any width can show the whole of it',
];
const WORDS =
  'settlement evening server address october pump valve meter reading tariff annex storage outage window plan shift limit invoice draft contract price volume'.split(
    ' ',
  );
const SENTENCES = {
  bind: "The access log names this message as opened by the intruder's client.",
  'sync-folder': "The intruder's client copied the folder that held this message.",
  'sync-other-folder': 'The intruder copied another folder of the mailbox that held this message.',
  'gap-unlicensed':
    'The intruder could read the mailbox, and for a time the mailbox was not covered by the log: an access would have left no trace. The log says nothing from 2001-09-10 to 2001-10-01.',
} as const;

type Made = Omit<IndexedMessage, 'id' | 'object'>;

const KINDS = ['credential', 'secret-key', 'bank-account', 'birth-date', 'passport'];
const MASKS = ['M…1', 's…c', '…0154', '1…8', 'C…7'];

/** What the index says of one fictional message; between March and 14 October 2001, more of them towards the end. */
export function makeEntry(draw: (below: number) => number): Made {
  const isSent = draw(2) === 0;
  const own = `${OWN[Math.floor((draw(100) / 100) ** 2 * OWN.length)]}@northwind.example`;
  const other = `${THEIRS[Math.floor((draw(100) / 100) ** 2 * THEIRS.length)]}@harbor.example`;
  const chance = draw(1000);
  const verdict = chance < 360 ? 'accessed' : chance < 965 ? 'presumed' : chance < 990 ? 'possible' : 'undetermined';
  const day = Math.floor(223 * (1 - (draw(1000) / 1000) ** 1.6));
  const date = new Date(Date.UTC(2001, 2, 5) + day * 86_400_000 + draw(86_400) * 1000).toISOString();
  const code = (
    {
      accessed: 'bind',
      presumed: 'sync-folder',
      possible: 'sync-other-folder',
      undetermined: 'gap-unlicensed',
    } as const
  )[verdict];
  const marks: ('bulk' | 'fraud' | 'secret')[] = [];
  if (draw(50) === 0) marks.push('bulk');
  if (!isSent && draw(300) === 0) marks.push('fraud');
  if (draw(37) === 0) marks.push('secret');
  const times = code === 'gap-unlicensed' ? [] : [`2001-10-13T03:${10 + draw(50)}:${10 + draw(50)}Z`];
  return {
    verdict,
    why: [{ code, sentence: SENTENCES[code], times }],
    date: `${date.slice(0, 19)}Z`,
    subject: `${draw(3) === 0 ? 'Re: ' : ''}${SUBJECTS[draw(SUBJECTS.length)]}`,
    from: [isSent ? own : other],
    to: [isSent ? other : own],
    cc: draw(4) === 0 ? [`${OWN[draw(OWN.length)]}@northwind.example`, 'ops@quaymeter.example'] : [],
    direction: isSent ? 'sent' : 'received',
    custodians: [other],
    attachments: Array.from({ length: Math.max(0, draw(8) - 4) }, (_, at) => ({
      digest: (at + 1).toString(16).padStart(64, '0'),
      name: `${WORDS[draw(WORDS.length)]}-${at}.pdf`,
      size: 1000 + draw(100_000),
      type: 'application/pdf',
    })),
    marks,
  };
}

/** The same with what a search found: one message in twelve or so holds something, and a few hundred values repeat. */
export function withFindings({ marks, ...entry }: Made, draw: (below: number) => number): Made {
  const others = marks.filter((mark) => mark !== 'secret');
  if (draw(12) !== 0) return { ...entry, marks: others };
  const findings = Array.from({ length: 1 + draw(3) }, (_, at): IndexedFinding => {
    const kind = draw(KINDS.length);
    // Another kind is another value.
    const value = (draw(400) * KINDS.length + kind).toString(16).padStart(32, '0');
    const name = KINDS[kind] ?? 'credential';
    return { value, kind: name, confidence: 'likely', mask: MASKS[kind] ?? '…', part: '1', offset: at * 40, length: 9 };
  });
  const isSecret = ({ kind }: IndexedFinding): boolean => kind === 'credential' || kind === 'secret-key';
  return {
    ...entry,
    findings,
    marks: [
      ...others,
      ...(findings.some((one) => !isSecret(one)) ? (['personal'] as const) : []),
      ...(findings.some(isSecret) ? (['secret'] as const) : []),
    ],
  };
}

/** The message itself, as plain text of about so many bytes. */
export function makeMail(
  { from, to, cc, date, subject }: Made,
  at: number,
  draw: (below: number) => number,
  bytes = 600,
): string {
  const head = [
    `From: ${from.join(', ')}`,
    `To: ${to.join(', ')}`,
    ...(cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []),
    `Date: ${new Date(date ?? 0).toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${subject}`,
    `Message-ID: <${at}@northwind.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  const lines: string[] = [`message number ${at}`];
  for (let length = 0; length < bytes; ) {
    const line = Array.from({ length: 10 }, () => WORDS[draw(WORDS.length)]).join(' ');
    lines.push(line);
    length += line.length + 2;
  }
  return `${head.join('\r\n')}\r\n\r\n${lines.join('\r\n')}\r\n`;
}
