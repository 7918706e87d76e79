import { basename } from 'node:path';
import { formatAmount, type Problem } from '@candor/core/base';
import type { NoticeSettings } from '@candor/core/evidence';
import { readFact } from '../../adapters/state-fact.ts';
import type { Store } from '../../adapters/store.ts';

/**
 * That persons would not be told what was done about it, where notices to persons were drafted. The incident file alone does not say whether
 * there are any: who writes to organizations alone is not asked for what the law wants for persons.
 */
export async function findMeasuresWarning(
  store: Store,
  { measures }: Pick<NoticeSettings, 'measures'>,
  persons: number,
): Promise<readonly Problem[]> {
  if (measures !== null || persons === 0) return [];
  const place = basename((await readFact(store, 'incident-file')) ?? '');
  const text = `${formatAmount(persons, 'of the notices goes', 'of the notices go')} to ${persons === 1 ? 'a person' : 'persons'}, who must be told what was done about it (GDPR Article 34(2) with 33(3)(d)): write one or two sentences by language as \`notice.measures\` in ${place}, and prepare anew.`;
  return [{ code: 'no-measures', place, text, weight: 'person' }];
}
