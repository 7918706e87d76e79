import { formatAmount } from '@candor/core/base';
import { type EvidenceFormat, recogniseFormat } from '@candor/core/evidence/container';
import type { Content } from './content.ts';
import { type ContentPlace, GuardedContent, Tally } from './layer.ts';
import { readMbox } from './read-mbox.ts';
import { readMessageFile } from './read-message-file.ts';
import { readOtherItems } from './read-other-items.ts';
import { readPacked } from './read-packed.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

/**
 * Archives and packings one in the other. Real evidence has three (a zip of gzipped mboxes in a tar); bombs have
 * dozens.
 */
const NESTING_LIMIT = 6;

/** Files that mail programs and systems keep beside mail: known by name, no mail. */
const KNOWN_OTHERS =
  /[/!](?:dovecot[^/!]*|subscriptions|maildirfolder|maildirsize|courier[^/!]*|\.DS_Store|Thumbs\.db|desktop\.ini|Info\.plist|table_of_contents|[^/!]*\.emlxpart|[^/!]*\.msf|\.uidvalidity|\.mh_sequences|Data\/(?:\d\/)*Attachments\/\d+\/[\d.]+\/[^/]+)$/i;

/** What a server may make of the messages that it keeps, or a person of one. */
const KEPT = new Set<EvidenceFormat['is']>(['gzip', 'zstd', 'packed', 'utf-16le', 'utf-16be']);

/**
 * Formats whose readers give every byte that they take to a message or to the structure around it: what they leave may
 * be a message.
 */
const WHOLLY_READ = new Set<string>(['mbox', 'message', 'emlx'] satisfies EvidenceFormat['is'][]);

/** And what is a message there at first sight. */
const MAIL = new Set<EvidenceFormat['is']>([...KEPT, 'message', 'mbox']);

/**
 * Reads a layer of the reading: content of some format, whose every byte ends in the tally. Nothing is thrown on
 * content.
 */
export async function readLayer(reading: Reading, content: Content, place: ContentPlace): Promise<string> {
  const total = place.members.length === 0 ? reading.outer : reading.inner;
  const tally = new Tally();
  const watch = (chunk: Buffer): void => {
    reading.report.countBytes(chunk.length);
    if (place.members.length === 0) reading.hashChunk(chunk);
    else place.budget.take(chunk.length);
  };
  const guarded = new GuardedContent(content, reading.spool, watch, place.budget);
  let format: string;
  let left = 'not read';
  try {
    format = await readFormat(reading, guarded, place, tally);
  } catch (cause) {
    format = 'unreadable';
    // Of a bomb only a part was there to be read; that says nothing of its format.
    if (cause instanceof UnpackLimit) sayBroken(reading, place, cause);
    else if (!(guarded.broken instanceof UnpackLimit)) {
      left = 'its format is broken';
      reading.addProblem(
        'broken-content',
        place.location,
        `Its format (by its first bytes: ${recogniseFormat(content.head).is}) is broken. What could not be read is quarantined. Get a whole copy.`,
      );
    }
  }
  await guarded.drain();
  guarded.unspool();
  if (place.members.length > 0) place.budget.close();
  if (guarded.broken !== null) sayBroken(reading, place, guarded.broken);
  tally.size = guarded.size;
  if (tally.open < 0) throw new Error(`account of ${place.location}: ${-tally.open} bytes too many`);
  if (tally.open > 0 && guarded.broken === null && WHOLLY_READ.has(format)) sayMissing(reading, place, tally.open);
  if (tally.open > 0) reading.quarantine(tally, tally.size - tally.open, tally.open, left);
  total.add(tally);
  return format;
}

async function readFormat(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<string> {
  const as = place.placement.as;
  if (as === 'ignored') {
    reading.addProblem(
      'maildir-tmp',
      place.location,
      'A file in a Maildir’s tmp was never delivered; it was not read.',
      'note',
    );
    await content.drain();
    tally.structure += content.size;
    return 'maildir-tmp';
  }
  const known = recogniseFormat(content.head);
  if (as === 'message' && !MAIL.has(known.is) && !isText(content.head)) {
    reading.addProblem(
      'maildir-no-text',
      place.location,
      'This file of a Maildir has no header and is no text: a server may keep it compressed or encrypted in a way that is not known here. It was read as it lies, and names nobody. Get the message through the server.',
    );
  }
  const format = as === 'message' ? toKept(known) : known;
  switch (format.is) {
    case 'empty':
      break;
    case 'mbox':
      await readMbox(reading, content, place, tally);
      break;
    case 'message':
    case 'emlx':
      await readMessageFile(reading, content, place, tally, format.is);
      break;
    case 'gzip':
    case 'zstd':
    case 'utf-16le':
    case 'utf-16be': {
      const inside = isTooDeep(reading, place) ? 'more' : await readPacked(reading, content, place, tally, format.is);
      return `${format.is} of ${inside}`;
    }
    case 'zip':
      if (!isTooDeep(reading, place)) await (await import('./read-zip.ts')).readZip(reading, content, place, tally);
      break;
    case 'tar':
      if (!isTooDeep(reading, place)) await (await import('./read-tar.ts')).readTar(reading, content, place, tally);
      break;
    case 'pst':
      await (await import('./read-pst.ts')).readPst(reading, content, place, tally);
      break;
    case 'msg':
      await (await import('./read-msg.ts')).readMsg(reading, content, place, tally);
      break;
    case 'calendar':
    case 'contacts':
      await readOtherItems(reading, content, place, tally);
      break;
    case 'packed':
      reading.addProblem(
        'packed',
        place.location,
        `It is packed with ${format.by}, which is not read here; unpack it first (\`${format.command}\`).`,
      );
      return format.by;
    case 'unknown':
      sayNotMail(reading, place);
  }
  return format.is;
}

/**
 * A file of a Maildir is a message whatever it begins with, but servers keep messages compressed or encrypted too,
 * under the same names: read as it lies, such a one would name nobody.
 */
function toKept(format: EvidenceFormat): EvidenceFormat {
  return KEPT.has(format.is) ? format : { is: 'message' };
}

/** Bytes of a file that tell whether it is text. */
const TEXT_BYTES = 512;

/** No charset that mail is written in has bytes below the tab; what is packed has some soon. */
function isText(head: Buffer): boolean {
  return !head.subarray(0, TEXT_BYTES).some((byte) => byte < 0x09);
}

function sayNotMail(reading: Reading, place: ContentPlace): void {
  if (KNOWN_OTHERS.test(place.location)) {
    reading.addProblem(
      'not-mail',
      place.location,
      'This is a mail program’s or system’s own file, no mail; it was not read.',
      'note',
    );
  } else {
    reading.addProblem(
      'not-mail',
      place.location,
      'This is in no format of mail that is known here; it was not read. Convert it, or take it out of the evidence folder.',
    );
  }
}

function isTooDeep(reading: Reading, place: ContentPlace): boolean {
  if (place.members.length < NESTING_LIMIT) return false;
  reading.addProblem(
    'nested-too-deep',
    place.location,
    `It lies ${NESTING_LIMIT} archives deep; it was not read. Unpack the outer ones first.`,
  );
  return true;
}

function sayMissing(reading: Reading, place: ContentPlace, bytes: number): void {
  const text = `${formatAmount(bytes, 'byte')} of it ${bytes === 1 ? 'was' : 'were'} given to no message and to nothing between messages: a message may be missing. They are quarantined. Look at the file, and report this as a fault of Candor.`;
  reading.addProblem('bytes-missing', place.location, text);
}

function sayBroken(reading: Reading, place: ContentPlace, cause: unknown): void {
  if (cause instanceof UnpackLimit) {
    reading.addProblem(
      'bomb',
      place.location,
      `It was not unpacked to the end: ${cause.message}. Unpack it by hand if it is genuine.`,
    );
  } else {
    const text = 'The packed data break off or are damaged. What came out before was read. Get a whole copy.';
    reading.addProblem('truncated', place.location, text);
  }
}
