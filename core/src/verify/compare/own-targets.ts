/**
 * Where a word leads, in angle brackets behind it: so programs write a link that they made when they turn html into
 * text.
 */
const TARGET = /\s{0,2}<(?:https?:\/\/|mailto:)([^\s<>]+)>/gi;
const BEFORE_WORD = /[\s<>()[\]"]/;

/**
 * The text without targets that say nothing but the word before them. Every other one stays, and is words that were
 * added.
 */
export function withoutOwnTargets(text: string): string {
  return text.replace(TARGET, (target: string, leads: string, at: number) => {
    const word = leads.replace(/\/$/, '').toLowerCase();
    const start = at - word.length;
    // The word is looked for where it must stand: nobody waits for a text of a single long word to be searched from
    // each of its characters.
    const stands = word !== '' && start >= 0 && text.slice(start, at).toLowerCase() === word && !BEFORE_WORD.test(word);
    return stands && (start === 0 || BEFORE_WORD.test(text.charAt(start - 1))) ? '' : target;
  });
}
