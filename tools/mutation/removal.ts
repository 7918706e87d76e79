/** One rule taken out of the code, or turned round, by a textual edit that leaves everything else as it is. */
export interface Removal {
  /**
   * `B1 bind`: the rule of docs/formats/rules.md and the reason that it leaves; `gate two-spf-records`: the area and
   * the rule.
   */
  readonly rule: string;
  /** Relative to the root. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /**
   * Test files of which one must fail, `file#words` for the tests of it with these words in their names; without any:
   * the tests of exposure, then the golden ones.
   */
  readonly tests?: readonly string[];
}

/** Writes removals from one file, which the same tests must notice. */
export function removeFrom(
  area: string,
  file: string,
  ...tests: readonly string[]
): (rule: string, find: string, replace: string) => Removal {
  return (rule, find, replace) => ({ rule: `${area} ${rule}`, file, find, replace, tests });
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
