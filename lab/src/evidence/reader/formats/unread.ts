import type { MailboxFormat } from './mailbox-format.ts';

export const empty: MailboxFormat = {
  name: 'empty',
  recognise: (head) => head.bytes.length === 0,
  survey: 'unknown',
  load: async () => async () => {},
};

/** Files of mail programs and systems beside mail, by name. */
const KNOWN_OTHERS =
  /[/!](?:dovecot[^/!]*|subscriptions|maildirfolder|maildirsize|courier[^/!]*|\.DS_Store|Thumbs\.db|desktop\.ini|Info\.plist|table_of_contents|[^/!]*\.emlxpart|[^/!]*\.msf|\.uidvalidity|\.mh_sequences|Data\/(?:\d\/)*Attachments\/\d+\/[\d.]+\/[^/]+)$/i;

/** What no format takes for its own. */
export const unknown: MailboxFormat = {
  name: 'unknown',
  recognise: () => true,
  survey: 'unknown',
  load: async () => async (reading, _content, place) => {
    const isKnown = KNOWN_OTHERS.test(place.location);
    const text = isKnown
      ? 'This is a file of a mail program or system, not mail; it was not read.'
      : 'This is in no known mail format; it was not read. Convert it, or remove it from the evidence folder.';
    reading.addProblem('not-mail', place.location, text, isKnown ? 'note' : 'person');
  },
};

/** Packings that are not read: a person must unpack the file first, with `command`. */
const packed = (
  name: string,
  command: string,
  mark: readonly number[],
  survey: 'packed' | 'unknown' = 'unknown',
): MailboxFormat => ({
  name,
  recognise: (head) => head.begins(mark),
  survey,
  inMaildir: 'as-it-is',
  load: async () => async (reading, _content, place) => {
    const text = `It is packed with ${name}, which is not supported; unpack it first (\`${command}\`).`;
    reading.addProblem('packed', place.location, text);
  },
});

export const PACKED_FORMATS: readonly MailboxFormat[] = [
  packed('bzip2', 'bzip2 -dc', [0x42, 0x5a, 0x68], 'packed'),
  packed('xz', 'xz -dc', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'packed'),
  packed('lz4', 'lz4 -dc', [0x04, 0x22, 0x4d, 0x18]),
  packed('lzip', 'lzip -dc', [0x4c, 0x5a, 0x49, 0x50]),
  packed('lzop', 'lzop -dc', [0x89, 0x4c, 0x5a, 0x4f]),
  packed('compress', 'gzip -dc', [0x1f, 0x9d]),
  packed('7-Zip', '7z x', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'packed'),
  packed('RAR', 'unrar x', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'packed'),
  packed('a zip in several parts', 'zip -s 0', [0x50, 0x4b, 0x07, 0x08]),
  // Dovecot's own formats: `Dovecot-LZ4`, and `CRYPTED` of its mail_crypt. Only Dovecot can decode them.
  packed(
    'Dovecot’s LZ4',
    'doveadm fetch',
    [0x44, 0x6f, 0x76, 0x65, 0x63, 0x6f, 0x74, 0x2d, 0x4c, 0x5a, 0x34, 0x0d, 0x2a, 0x9b, 0xc5],
  ),
  packed('Dovecot’s encryption', 'doveadm fetch', [0x43, 0x52, 0x59, 0x50, 0x54, 0x45, 0x44, 0x03, 0x07]),
];
