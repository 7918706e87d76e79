import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One rule taken out of the code, or turned round, by a textual edit that leaves everything else as it is. */
export interface Mutant {
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
  readonly tests: readonly string[];
}

const folder = fileURLToPath(new URL('mutants', import.meta.url));

/**
 * One area's list. `@ file < test < test` says which file the next mutants are of and which tests must notice; then a
 * line each, `rule «find» «replace»`, with ↵ for a line break. Throws on any other line.
 */
export function readMutants(text: string): readonly Mutant[] {
  let [file = '', ...tests]: string[] = [];
  return text.split('\n').flatMap((line): Mutant[] => {
    if (line === '' || line.startsWith('# ')) return [];
    if (line.startsWith('@ ')) {
      [file = '', ...tests] = line.slice(2).split(' < ');
      return [];
    }
    const [, rule, find, replace] = /^([^«]+) «([^»]+)» «([^»]*)»$/.exec(line) ?? [];
    if (rule === undefined || find === undefined || replace === undefined) throw new Error(`no mutant: ${line}`);
    return [{ rule, file, find: find.replaceAll('↵', '\n'), replace: replace.replaceAll('↵', '\n'), tests }];
  });
}

/** Of each area the rules whose silent loss would hurt most. */
export const mutants: readonly Mutant[] = readdirSync(folder)
  .sort()
  .flatMap((name) => readMutants(readFileSync(join(folder, name), 'utf8')));

/** The text without the rule. Throws when the edit no longer fits the code: then the list must follow the code. */
export function applyMutant({ rule, file, find, replace }: Mutant, text: string): string {
  const at = text.indexOf(find);
  if (at === -1) throw new Error(`${rule}: ${file} no longer has ${JSON.stringify(find)}`);
  if (text.includes(find, at + 1)) throw new Error(`${rule}: ${file} has ${JSON.stringify(find)} more than once`);
  return text.slice(0, at) + replace + text.slice(at + find.length);
}
