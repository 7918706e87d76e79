/** Units of a saved name before its ending: file systems take 255 bytes, and a character may have four. */
const LONGEST_NAME_CHARS = 60;
const LONGEST_ENDING_CHARS = 12;
/** Names that Windows keeps for devices, whatever ending they have. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;
/** Characters that lead to another folder, hide what a name is, or mean something to a shell or a file system. */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*%`$;&'^~#{}\u2044\u2215\u29f8\ufe68\uff0f\uff3c]/gu;
const WHITE_SPACE = /\p{White_Space}+/gu;

/**
 * Endings whose files only show something, with the content that they must have: nothing that opens them runs what is
 * inside.
 */
const HARMLESS = new Map<string, string>([
  ['txt', 'text/plain'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
]);

/**
 * The name under which an attachment is saved. It is one plain name that shows what it is, in every file system; and it
 * ends in `.txt` unless its content only shows something and its ending says so: a press on it then opens an editor.
 * Whoever trusts the file takes the ending off. Its bytes are not changed, so that its digest stays.
 */
export function toSavedName(name: string, found: string, isFraud: boolean): string {
  const { base, ending } = splitName(toPlainName(name));
  const isHarmless = !isFraud && HARMLESS.get(ending.toLowerCase()) === found;
  const joined = ending === '' ? base : `${base}.${ending}`;
  const whole = RESERVED.test(joined) ? `attachment-${joined}` : joined;
  return isHarmless ? whole : `${whole}.txt`;
}

/** The last part of a path, without anything odd; `attachment` when nothing is left. */
function toPlainName(name: string): string {
  const last =
    name
      .normalize('NFC')
      .split(/[/\\]/)
      .findLast((part) => part.trim() !== '') ?? '';
  const plain = last
    .replace(ODD, '')
    .replace(WHITE_SPACE, ' ')
    .replace(/^[\s.\-_]+|(?<![\s.])[\s.]+$/g, '');
  return plain === '' ? 'attachment' : plain;
}

function splitName(plain: string): { readonly base: string; readonly ending: string } {
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot + 1) : '';
  const isEnding = ending !== '' && [...ending].length <= LONGEST_ENDING_CHARS && !ending.includes(' ');
  const base = isEnding ? plain.slice(0, dot) : plain;
  const cut = [...base]
    .slice(0, LONGEST_NAME_CHARS)
    .join('')
    .replace(/(?<![\s.])[\s.]+$/, '');
  return { base: cut === '' ? 'attachment' : cut, ending: isEnding ? ending : '' };
}
