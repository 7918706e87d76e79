import { type ZipMember, zip } from './archive/zip.ts';
import { type CorpusFiles, putFile } from './files.ts';
import { toFromLineDate } from './instant.ts';

/** One copy, ready to be laid into a mailbox. */
export type PlacedCopy = {
  /** Levels separated by `/`, names in Unicode. */
  readonly folder: string;
  /** A short name that is unique in the mailbox; used where the format has file names. */
  readonly name: string;
  readonly arrived: number;
  /** Maildir flags, sorted. */
  readonly flags: string;
  /** Google Takeout labels. */
  readonly labels: string | null;
  readonly bytes: Buffer;
};

/** Modified UTF-7 of RFC 3501, as IMAP servers name Maildir folders. */
export function toModifiedUtf7(name: string): string {
  return name.replace(/&/g, '&-').replace(/[^\x20-\x7e]+/g, (run) => {
    const units = Buffer.from(run, 'utf16le').swap16();
    return `&${units.toString('base64').replace(/=+$/, '').replace(/\//g, ',')}-`;
  });
}

export function putMaildir(files: CorpusFiles, path: string, copies: readonly PlacedCopy[]): void {
  for (const copy of copies) {
    const folder = copy.folder === 'INBOX' ? '' : `.${toModifiedUtf7(copy.folder).replaceAll('/', '.')}/`;
    const fresh = copy.flags === 'new';
    const name = `${copy.arrived}.${copy.name}.mx1.harbor.example`;
    putFile(files, `${path}/${folder}${fresh ? `new/${name}` : `cur/${name}:2,${copy.flags}`}`, copy.bytes);
  }
}

export function putEmlTree(files: CorpusFiles, path: string, copies: readonly PlacedCopy[]): void {
  for (const copy of copies) putFile(files, `${path}/${copy.folder}/${copy.name}.eml`, toCrLf(copy.bytes));
}

export function toZipOfEml(copies: readonly PlacedCopy[]): Buffer {
  const members: ZipMember[] = copies.map((copy, at) => ({
    name: `${copy.folder}/${copy.name}.eml`,
    content: copy.bytes,
    stored: at % 5 === 4,
  }));
  return zip(members);
}

/** One mbox for each folder, in a tree. */
export function putMboxTree(files: CorpusFiles, path: string, copies: readonly PlacedCopy[]): void {
  for (const folder of new Set(copies.map((copy) => copy.folder)))
    putFile(files, `${path}/${folder}.mbox`, toMbox(copies.filter((copy) => copy.folder === folder)));
}

/** mboxrd, LF. */
export function toMbox(copies: readonly PlacedCopy[]): Buffer {
  return Buffer.concat(
    copies.flatMap((copy) => [
      Buffer.from(`From ${senderOf(copy)} ${toFromLineDate(copy.arrived)}\n`, 'latin1'),
      quoteFromLines(copy.bytes),
      Buffer.from('\n', 'latin1'),
    ]),
  );
}

/** As Google Takeout writes it: CRLF, labels, separators without a sender. */
export function toTakeout(copies: readonly PlacedCopy[]): Buffer {
  const parts = copies.flatMap((copy, at) => {
    const thread = `${1_500_000_000_000_000_000n + BigInt(at) * 7_919n}`;
    const separator = `From ${thread}@xxx ${toFromLineDate(copy.arrived).replace(/ (\d{4})$/, ' +0000 $1')}\n`;
    const head = `X-GM-THRID: ${thread}\nX-Gmail-Labels: ${copy.labels ?? ''}\n`;
    return [Buffer.from(separator + head, 'latin1'), quoteFromLines(copy.bytes), Buffer.from('\n', 'latin1')];
  });
  return toCrLf(Buffer.concat(parts));
}

function toCrLf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

function quoteFromLines(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/^(>*From )/gm, '>$1'), 'latin1');
}

function senderOf(copy: PlacedCopy): string {
  const from = /^From: .*?([\w.+-]+@[\w.-]+)/m.exec(copy.bytes.toString('latin1'));
  return from?.[1] ?? 'unknown@harbor.example';
}
