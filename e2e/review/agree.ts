import { candor } from '../candor.ts';
import { OPERATORS, signAs } from '../notice/incident.ts';
import { check } from '../step.ts';

/** Two people agree, one after the other; one alone brings about nothing. */
export async function agree(folder: string, words: readonly string[]): Promise<void> {
  for (const [place, name] of OPERATORS.entries()) {
    const { code, output } = await candor([...words, ...signAs(name)], folder);
    const done = place === 0 ? /One more person must approve/ : /entry \d+ of the log/;
    check(`${name} agrees: candor ${words.slice(0, 2).join(' ')}`, code === 0 && done.test(output), output);
  }
}
