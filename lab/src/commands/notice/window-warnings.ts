import { basename } from 'node:path';
import { formatAmount, formatSpan, type Problem } from '@candor/core/base';
import { readAccepted, readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import type { RunSummary } from '../run-summary.ts';
import { readRunSummary } from '../run-summary.ts';

/**
 * What makes notices of one version say less than is known, over two signatures: what the intruder did outside the
 * window, which they state as the time of access; and evidence that is gone, since they correct what only that held.
 */
export async function findWindowWarnings(store: Store, version: StoredVersion): Promise<readonly Problem[]> {
  const { alerts } = readRunSummary(version);
  const { afterContainment, beyondWindow } = alerts;
  const accepted = await readAccepted(store);
  const place = basename((await readFact(store, 'incident-file')) ?? '');
  const isOpen = version.problems.some(
    (problem) => problem.code === 'window-too-narrow' && !accepted.has(problem.place),
  );
  // Those after containment are among the others: said once.
  const isBeyondOnly = (beyondWindow.first ?? 0) < (afterContainment.first ?? Number.POSITIVE_INFINITY);
  const gone = version.problems.filter(({ code, place: where }) => code === 'evidence-gone' && !accepted.has(where));
  return [
    ...gone.map(
      (problem): Problem => ({
        ...problem,
        text: `Corrections say less because evidence is gone, and not because it was found untrue: ${problem.text}`,
      }),
    ),
    ...(isOpen && isBeyondOnly
      ? toWarning('window-too-narrow', beyondWindow, 'outside the window', `widen \`window\` in ${place}`, place)
      : []),
    ...toWarning(
      'after-containment',
      afterContainment,
      'after containment',
      `see how it still gets in, then move \`window.contained\` in ${place}`,
      place,
    ),
  ];
}

function toWarning(
  code: string,
  { count, first, last }: RunSummary['alerts']['afterContainment'],
  where: string,
  mend: string,
  place: string,
): Problem[] {
  if (count === 0 || first === null || last === null) return [];
  const records = `${formatAmount(count, "record of the intruder's", "records of the intruder's")} ${count === 1 ? 'lies' : 'lie'} ${where}, ${formatSpan(first, last)}`;
  const text = `The notices tell the window as the time of access, but ${records}: ${mend}, run again, and prepare anew.`;
  return [{ code, place, text, weight: 'person' }];
}
