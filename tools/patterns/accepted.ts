/** A pattern that is not shown to be linear, and why that harms nobody: what it reads is short, or ours. */
export interface AcceptedPattern {
  readonly pattern: RegExp;
  readonly reason: string;
}

const OWN_SOURCES = 'reads our own source files, to make the program of a reader from a clone';
const OWN_HELP = 'reads a line of our own help';

const NAME = 'a cell or line that may be a name: 80 units at most';
const TYPED = 'what a person types into a field of their own page';

export const acceptedPatterns: readonly AcceptedPattern[] = [
  { pattern: /\B(?=(?:\d{3})+$)/g, reason: 'the digits of a number: 22 at most' },
  { pattern: /\B(?=(\d{3})+$)/g, reason: 'the digits of a number: 22 at most' },
  { pattern: /^import\s*\{([^}]*)\}\s*from\s*'@candor\/core\/([a-z/-]+)';/gm, reason: OWN_SOURCES },
  {
    pattern: /(^(?:import\b|export\b|\})[^'\n;]*\bfrom\s+|^import\s+|\bawait import\()'([^'\n]+)'/gm,
    reason: OWN_SOURCES,
  },
  { pattern: /\bexport\s*\{([^}]*)\}\s*from\s*'([^']+)'/g, reason: OWN_SOURCES },
  { pattern: /^["'‘“”\s]+|["'’“”\s]+$/g, reason: NAME },
  { pattern: /\s+as\s+/, reason: OWN_SOURCES },
  { pattern: /^( {2}candor .*?)(?: {2,}(\S.*))?$/, reason: OWN_HELP },
  { pattern: /^(\d+\. | *\S.*? {2,})(\S.*)$/, reason: OWN_HELP },
  { pattern: /^(https?:\/\/)([^/:[]+)(.*)$/i, reason: 'an address that the operator wrote into the incident file' },
  { pattern: /^To: <?([^<>\r\n]+)>?\r$/gm, reason: 'the first 16 KiB of a mail that we composed' },
  {
    pattern: /(?:<li>[^\n]*<\/li>\n?)+/g,
    reason: 'lines that we made: the text in them is escaped, so each has <li> once',
  },
  {
    pattern: /(\.(gz|tgz|tar|zip|mbox|pst|ost|msg|eml|csv|zst|txt))+$/,
    reason: 'the name of a file in a file system: 255 bytes at most',
  },
  { pattern: /^[^\s@"<>(),:;\\]+@[^\s@"<>(),:;\\]+\.[^\s@"<>(),:;\\]+$/, reason: TYPED },
  { pattern: /(-?)(?:([\p{L}]+):)?(?:"([^"]*)("?)|(\S*))\s*/uy, reason: `${TYPED}, with a limit on its length` },
];

/**
 * Patterns that are put together at run time, as `path: expression` without its backslashes and dollars, and why each
 * is linear.
 */
export const acceptedAtRunTime: Readonly<Record<string, string>> = {
  "core/src/verify/compare/paste.ts: new RegExp(`(?<!d ?){parts.join('[ u00a0u2009u202f]')}(?!d)`, 'g')":
    'a number of the issued text, digit for digit',
  'core/src/verify/html/allowed-markup.ts: new RegExp(`(?:n[^Sn]*){{lineEnds + 1}}`)':
    'begins at a line end, of which it takes a fixed number',
  "core/src/exposure/coverage/switch-log.ts: new RegExp(`(?<![p{L}p{N}_]){text}(?![p{L}p{N}_])`, 'iu')":
    'words of ours between two characters that are looked at',
  "lab/src/evidence/reader/outlook/compose-message.ts: new RegExp(`^{field}[ t]*:([^rn]*(?:r?n[ t][^rn]*)*)`, 'im')":
    'begins at the name of a field at the start of a line, and takes each character in one way',
  'core/src/contract/requests/portal-requests.ts: new RegExp(`^[0-9a-f]{64}(?:,[0-9a-f]{64}){0,{MAX_OBJECTS_TOGETHER - 1}}`)':
    'digests of one length, counted',
  "web/src/reviewer/frame/mask.ts: new RegExp(INVISIBLE.replace(/*/, '+'), 'gu')": 'runs of one set of characters',
  "web/src/reviewer/frame/mask.ts: new RegExp(written.join('|'), 'gu')":
    'the characters of a secret, 200 at most, with runs between them that hold none of them',
  "web/src/reviewer/frame/parser/stripped-text.ts: new RegExp(`</{name}`, 'gi')":
    'two characters and the name of an element',
};
