import { formatAmount } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { readOpenNeeds } from '../../review/store/need-store.ts';
import { readWaiting } from '../../review/store/waiting-store.ts';
import type { Need } from '../run-summary.ts';

const say = (subject: string, text: string, command: string): Need => ({ kind: 'review', subject, text, command });

/** What waits for a person of what parties ask for and get: first what the portal's side brought up, oldest first. */
export async function readReviewNeeds(store: Store): Promise<readonly Need[]> {
  const { enrollments, releases, held } = await readWaiting(store);
  const needs = (await readOpenNeeds(store)).map(({ subject, words, command }) => say(subject, words, command));
  const wait = (count: number) => `${count === 1 ? 'waits' : 'wait'} for two people to agree.`;
  if (enrollments > 0)
    needs.push(
      say(formatAmount(enrollments, 'enrollment'), `taken in by hand, ${wait(enrollments)}`, 'candor enrollment list'),
    );
  if (held > 0)
    needs.push(
      say(
        formatAmount(held, 'held message'),
        `no release has ${held === 1 ? 'it' : 'them'} before somebody decides.`,
        'candor withheld list',
      ),
    );
  if (releases > 0) needs.push(say(formatAmount(releases, 'release'), wait(releases), 'candor release status'));
  return needs;
}
