import type { ReactElement } from 'react';
import { useWords } from '../base/language-context.tsx';
import styles from './filter-bar.module.css';
import { FilterPopover } from './filter-popover.tsx';

/** Optional columns: verdict and subject are always shown. */
export const HIDEABLE = ['date', 'with', 'holds'] as const;
export type HideableColumn = (typeof HIDEABLE)[number];

export function ColumnChoice(props: {
  readonly hidden: ReadonlySet<HideableColumn>;
  readonly onChange: (hidden: ReadonlySet<HideableColumn>) => void;
}): ReactElement {
  const { columns } = useWords('messages');
  const { hidden, onChange } = props;
  return (
    <FilterPopover label={columns.choose} isPlain>
      {HIDEABLE.map((column) => (
        <label key={column} className={styles['choice']}>
          <input
            type="checkbox"
            checked={!hidden.has(column)}
            onChange={() => {
              const after = new Set(hidden);
              if (!after.delete(column)) after.add(column);
              onChange(after);
            }}
          />
          <span className={styles['choiceName']}>{columns[column]}</span>
        </label>
      ))}
    </FilterPopover>
  );
}
