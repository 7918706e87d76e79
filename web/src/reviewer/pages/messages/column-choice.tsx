import type { ReactElement } from 'react';
import * as shared from '../../../ui/react/filter/column-choice.tsx';
import { useWords } from '../base/language-context.tsx';

/** Optional columns: verdict and subject are always shown. */
export const HIDEABLE = ['date', 'with', 'holds'] as const;
export type HideableColumn = (typeof HIDEABLE)[number];

export function ColumnChoice(props: {
  readonly hidden: ReadonlySet<HideableColumn>;
  readonly onChange: (hidden: ReadonlySet<HideableColumn>) => void;
}): ReactElement {
  const { columns } = useWords('messages');
  const choices = HIDEABLE.map((id) => ({ id, name: columns[id] }));
  return <shared.ColumnChoice label={columns.choose} columns={choices} {...props} />;
}
