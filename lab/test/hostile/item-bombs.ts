import { compressRtf, type MadeItem, type Properties, writeItem } from '../../../core/test/verify/outlook/made-item.ts';
import { plainRtf, recipient, untouched, withProperties } from '../../../core/test/verify/outlook/notice-item.ts';
import type { Seeded } from '../../../corpus/generate/seeded.ts';
import { bait, flood, mark } from './floods.ts';
import type { Make } from './letter.ts';

const BLOCK = 512;
const FREE = 0xffffffff;
const CHAIN_END = 0xfffffffe;
const KEYWORDS = '8000101F';
/** As much of a body, and of its RTF, as is read. */
const BODY_UNITS = 255 * 1024;

const fit = (units: number): number => Math.min(units / 2, BODY_UNITS);
const rows = (count: number, make: (at: number) => Properties): readonly Properties[] =>
  Array.from({ length: Math.floor(count) }, (_, at) => make(at));

/** RTF that grows when it is unpacked: each pair of bytes repeats seventeen. */
function packRepeated(letters: string, units: number): Buffer {
  const start = `{\\rtf1 ${letters}`.padEnd(40, letters);
  const plain = compressRtf(start);
  // References to where the first forty bytes stand behind the 207 of the dictionary, eight to a control byte.
  const reference = (((207 + 8) << 4) | 0xf) & 0xffff;
  const run = Buffer.alloc(17, 0);
  run[0] = 0xff;
  for (let at = 1; at < run.length; at += 2) run.writeUInt16BE(reference, at);
  const body = Buffer.concat([plain, ...Array.from({ length: Math.floor(units / run.length) }, () => run)]);
  body.writeUInt32LE(body.length - 4, 0);
  body.writeUInt32LE(start.length + Math.floor(units / run.length) * 8 * 17, 4);
  return body;
}

const RTF_FLOODS = [
  '{',
  '{\\b ',
  '}',
  '{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt a',
  '{\\fonttbl{\\f1\\fcharset2 ',
  "\\'e9",
  '\\u20320 ?',
  '\\uc9999999 \\u1',
  '\\bin9999999 ',
  '\\htmlrtf ',
  '{\\*\\htmltag84 &nbsp;}',
  '{\\colortbl;\\red1\\green2\\blue3;',
  '{\\f',
  '\\par\r\n',
  '\\',
  'word ',
] as const;

function toRtf(random: Seeded, units: number): string {
  const one = random.pick(RTF_FLOODS);
  const html = random.pick(['', '\\fromhtml1 ']);
  const charset = random.pick(['', '{\\fonttbl{\\f0\\fcharset128 a;}}\\f0 ']);
  return `{\\rtf1\\ansi${html}${charset}${one.repeat(Math.floor(fit(units) / one.length))}`;
}

/** Bytes of a sound file whose tables lead elsewhere. */
function breakTables(random: Seeded, file: Buffer): Buffer {
  const broken = Buffer.from(file);
  const tables = broken.readUInt32LE(0x2c);
  const values = [0, 1, FREE, CHAIN_END, Math.floor(broken.length / BLOCK) - 2];
  for (let count = random.pick([1, 2, 64, 4096]); count > 0; count -= 1) {
    const table = broken.readUInt32LE(0x4c + random.number(Math.min(tables, 109)) * 4);
    const place = (table + 1) * BLOCK + random.number(BLOCK / 4) * 4;
    if (place + 4 <= broken.length) broken.writeUInt32LE(random.pick(values), place);
  }
  return broken;
}

/** Outlook files that are large in every place where a reader may be slow. */
export const ITEM_BOMBS: Readonly<Record<string, Make>> = {
  'an Outlook file with RTF that nests': (random, units) =>
    writeItem(withProperties({ '10090102': compressRtf(toRtf(random, units)) })),
  'an Outlook file with RTF that grows': (random, units) => {
    const letters = random.pick(['{', 'a', '\\b ', "\\'e9", '}', '\\u9 ?']);
    return writeItem(withProperties({ '10090102': packRepeated(letters, Math.min(units, fit(units) / 8)) }));
  },
  'an Outlook file with the notice in RTF and a flood': (random, units) =>
    writeItem(withProperties({ '10090102': compressRtf(plainRtf(flood(random, fit(units)).replace(/[{}\\]/g, ' '))) })),
  'an Outlook file whose bodies are all large': (random, units) => {
    const words = flood(random, fit(units)).replaceAll('\0', ' ');
    return writeItem(
      withProperties({
        '1000001F': words,
        '10130102': Buffer.from(flood(random, units / 2, mark)).subarray(0, 2 * BODY_UNITS),
        '10090102': compressRtf(`{\\rtf1 ${flood(random, fit(units), bait)}}`),
      }),
    );
  },
  'an Outlook file with the notice and additions': (random, units) => {
    const words = `${flood(random, fit(units)).replaceAll('\0', ' ')} `;
    return writeItem(
      withProperties({
        '1000001F': `${words}${untouched.properties['1000001F']}`.slice(0, BODY_UNITS),
        '10090102': compressRtf(plainRtf(words.replace(/[{}\\]/g, ' '))),
      }),
    );
  },
  'an Outlook file with a long header': (random, units) =>
    writeItem(
      withProperties({
        '007D001F': `${untouched.properties['007D001F']}${Array.from(
          { length: Math.min(1900, Math.floor(fit(units) / 130)) },
          (_, at) =>
            `X-${at}: ${bait(random)
              .replace(/[\r\n\0]/g, '')
              .repeat(100)
              .slice(0, 100)}`,
        ).join('\r\n')}\r\n`,
      }),
    ),
  'an Outlook file with many recipients': (random, units) => {
    const count = Math.min(1990, units / 2000);
    const isOne = random.number(2) === 0;
    const address = (at: number): string => (isOne ? 'security@northwind.example' : `a${at}@b.example`);
    const item: MadeItem = {
      ...untouched,
      recipients: rows(count, (at) => ({
        ...recipient,
        '3001001F': `a${at}`,
        '39FE001F': address(at),
        '0C150003': 1 + (at % 3),
      })),
    };
    return writeItem(item);
  },
  'an Outlook file with many attachments': (_, units) =>
    writeItem({
      ...untouched,
      attachments: rows(Math.min(1990, units / 2000), (at) => ({
        '3707001F': `a${at}.exe`,
        '37010102': Buffer.alloc(64),
      })),
    }),
  'an Outlook file with many streams': (random, units) =>
    writeItem(
      withProperties(
        Object.fromEntries(
          Array.from({ length: Math.floor(Math.min(20_000, units / 400)) }, (_, at) => [
            `${(0x4000 + at).toString(16).padStart(4, '0').toUpperCase()}${random.pick(['001F', '0102', '001E'])}`,
            'a',
          ]),
        ),
      ),
    ),
  'an Outlook file with many categories': (random, units) =>
    writeItem({
      ...withProperties(
        Object.fromEntries(
          Array.from({ length: Math.floor(Math.min(4000, units / 400)) }, (_, at) => [
            `${KEYWORDS}-${at.toString(16).padStart(8, '0').toUpperCase()}`,
            bait(random).repeat(9),
          ]),
        ),
      ),
      named: Array.from({ length: Math.floor(Math.min(30_000, units / 50)) }, () => 0x8530),
    }),
  'an Outlook file whose tables lead elsewhere': (random, units) =>
    breakTables(random, writeItem(withProperties({ '1000001F': 'word '.repeat(fit(units) / 5) }))),
};
