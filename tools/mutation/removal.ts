/** One rule of docs/formats/rules.md taken out of the code by a textual edit that leaves everything else as it is. */
export interface Removal {
  /** `B1 bind`: the rule and the reason that it leaves. */
  readonly rule: string;
  /** Relative to the root. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** The text without the rule. Throws when the edit no longer fits the code: then the list must follow the code. */
export function removeRule(removal: Removal, text: string): string {
  const at = text.indexOf(removal.find);
  if (at === -1) throw new Error(`${removal.rule}: ${removal.file} has no longer ${JSON.stringify(removal.find)}`);
  if (text.includes(removal.find, at + 1)) {
    throw new Error(`${removal.rule}: ${removal.file} has ${JSON.stringify(removal.find)} more than once`);
  }
  return text.slice(0, at) + removal.replace + text.slice(at + removal.find.length);
}
