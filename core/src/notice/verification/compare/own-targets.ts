/** A word and, in angle brackets behind it, where it leads: so programs write a link that they made when they turn html into text. */
const TARGET = /([^\s<>()[\]"]+)(\s{0,2}<(?:https?:\/\/|mailto:)([^\s<>]+)>)/gi;

/** The text without targets that say nothing but the word before them. Every other one stays, and is words that were added. */
export function withoutOwnTargets(text: string): string {
  return text.replace(TARGET, (whole, word: string, _target: string, leads: string) =>
    leads.replace(/\/$/, '').toLowerCase() === word.toLowerCase() ? word : whole,
  );
}
