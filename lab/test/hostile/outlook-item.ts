import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import type { Seeded } from '../../../corpus/generate/seeded.ts';
import { writeMail } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { bait, flood, mark } from './floods.ts';

const ROOT = 5;
const DIRECTORY = 1;
const DOCUMENT = 2;

/** Streams of a .msg file by their name, folders by a list of theirs. */
type ItemStreams = Readonly<Record<string, Buffer | Readonly<Record<string, Buffer>>>>;

const unicode = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Writes a compound file. */
function writeItem(streams: ItemStreams): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  const add = (name: string, content: Buffer): number =>
    entries.push({ name, type: DOCUMENT, length: content.length, binaryProvider: () => content }) - 1;
  for (const [name, content] of Object.entries(streams)) {
    if (Buffer.isBuffer(content)) {
      entries[0]?.children?.push(add(name, content));
      continue;
    }
    const folder = entries.push({ name, type: DIRECTORY, length: 0, children: [] }) - 1;
    entries[0]?.children?.push(folder);
    for (const [inner, bytes] of Object.entries(content)) entries[folder]?.children?.push(add(inner, bytes));
  }
  return Buffer.from(burn(entries));
}

/** The notice as Outlook saves it. */
const noticeItem: ItemStreams = {
  '__properties_version1.0': Buffer.alloc(32),
  '__substg1.0_001A001F': unicode('IPM.Note'),
  '__substg1.0_0037001F': unicode(caseNotice.subject),
  '__substg1.0_007D001F': unicode(headerOf(writeMail())),
  '__substg1.0_1000001F': unicode(caseNotice.text.replaceAll('\n', '\r\n')),
  '__substg1.0_0C1A001F': unicode(caseNotice.from.name),
  '__substg1.0_0C1F001F': unicode(caseNotice.from.address),
};

function headerOf(mail: Buffer): string {
  const text = mail.toString('utf8');
  return text.slice(0, text.indexOf('\r\n\r\n') + 2);
}

/** A .msg file with floods in its texts, or with bytes that are others. */
export function makeHostileItem(random: Seeded, units: number): Buffer {
  const place = random.pick(['0037001F', '007D001F', '1000001F', '10130102', '10090102', '0C1A001F', '1000001E']);
  const content = flood(random, Math.floor(units / 2), random.pick([bait, mark]));
  const text = place === '007D001F' ? `From: ${content}\r\nSubject: a\r\n` : content;
  const isUnicode = place.endsWith('001F');
  const file = writeItem({ ...noticeItem, [`__substg1.0_${place}`]: isUnicode ? unicode(text) : Buffer.from(text) });
  const broken = Buffer.from(file);
  const count = random.pick([0, 0, 4, 40, 400]);
  for (let at = 0; at < count; at += 1) broken[random.number(random.pick([512, broken.length]))] = random.number(256);
  return broken;
}
