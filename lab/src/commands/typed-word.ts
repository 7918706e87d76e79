/** Characters that every shell takes as they are. */
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/** A word of a command as a person types it: quoted where a shell would take it apart. */
export function toTypedWord(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
