import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../../ui/react/button.tsx';
import { Dialog } from '../../../ui/react/dialog.tsx';
import type { MessageQuery } from '../../bridge/message-query.ts';
import type { Facets } from '../../bridge/table-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import styles from './filter-bar.module.css';
import { AddressGroup, DateGroup, type GroupProps, HoldsGroup, VerdictGroup } from './filter-groups.tsx';
import { FilterPopover } from './filter-popover.tsx';
import type { MessagesPlace } from './use-messages-address.ts';

interface Group {
  readonly name: string;
  readonly label: string;
  readonly isSet: boolean;
  readonly none: Partial<MessageQuery>;
  readonly content: (props: GroupProps) => ReactNode;
}

export interface FilterBarProps {
  readonly place: MessagesPlace;
  readonly of: number;
  /** Null while unknown. */
  readonly matching: number | null;
  readonly isNarrow: boolean;
  readonly children?: ReactNode;
  /** Changes when counts do: another answer of the table. */
  readonly version: unknown;
}

/** The choices, each with its number of messages. */
export function FilterBar({ place, of, matching, isNarrow, version, children }: FilterBarProps): ReactElement {
  const words = useWords('messages');
  const { close } = useWords('shared');
  const { number, fill, count } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const facets = useFacets(place.query, version, isOpen);
  const groups = useGroups(place.query, facets);
  const props: GroupProps = { query: place.query, facets, change: (change) => place.change(change, true) };
  const all = (
    <AriaButton
      className={place.isFiltered ? (styles['chip'] ?? '') : `${styles['chip']} ${styles['set']}`}
      onPress={place.reset}
    >
      {fill(words.all, { n: number(of) })}
    </AriaButton>
  );
  if (isNarrow) {
    const { isDescending } = place.query.sort;
    return (
      <fieldset className={styles['bar']} aria-label={words.filters.label}>
        {all}
        <AriaButton
          className={groups.some(({ isSet }) => isSet) ? `${styles['chip']} ${styles['set']}` : (styles['chip'] ?? '')}
          onPress={() => setOpen(true)}
        >
          {words.filters.open}
        </AriaButton>
        <AriaButton
          className={styles['chip'] ?? ''}
          onPress={() => place.change({ sort: { by: 'date', isDescending: !isDescending } })}
        >
          {isDescending ? words.newest : words.oldest}
        </AriaButton>
        {children}
        <Dialog title={words.filters.label} isOpen={isOpen} onClose={() => setOpen(false)}>
          <div className={styles['all']}>
            {groups.map(({ name, label, content }) => (
              <fieldset key={name} className={styles['group']}>
                <legend>{label}</legend>
                {content(props)}
              </fieldset>
            ))}
          </div>
          <Button kind="primary" onPress={() => setOpen(false)}>
            {matching === null ? close : count(words.filters.apply, matching)}
          </Button>
        </Dialog>
      </fieldset>
    );
  }
  return (
    <fieldset className={styles['bar']} aria-label={words.filters.label}>
      {all}
      {groups.map(({ name, label, isSet, none, content }) => (
        <FilterPopover key={name} label={label} isSet={isSet} onOpenChange={setOpen}>
          {content(props)}
          {isSet && (
            <Button kind="link" onPress={() => place.change(none, true)}>
              {words.filters.clear}
            </Button>
          )}
        </FilterPopover>
      ))}
      {place.query.thread !== null && (
        <AriaButton className={`${styles['chip']} ${styles['set']}`} onPress={() => place.change({ thread: null })}>
          {words.filters.thread} ×
        </AriaButton>
      )}
      <div className={styles['end']}>{children}</div>
    </fieldset>
  );
}

function useGroups(query: MessageQuery, facets: Facets | null): readonly Group[] {
  const words = useWords('messages').filters;
  const { fill } = useFormat();
  const { organization } = useSettings();
  return [
    {
      name: 'verdict',
      label: words.verdict,
      isSet: query.verdicts.length > 0,
      none: { verdicts: [] },
      content: (props) => <VerdictGroup {...props} />,
    },
    {
      name: 'person',
      label: words.people,
      isSet: query.person !== null,
      none: { person: null },
      content: (props) => <AddressGroup {...props} name="person" addresses={facets?.people ?? null} />,
    },
    {
      name: 'custodian',
      label: fill(words.at, { organization }),
      isSet: query.custodian !== null,
      none: { custodian: null },
      content: (props) => <AddressGroup {...props} name="custodian" addresses={facets?.custodians ?? null} />,
    },
    {
      name: 'date',
      label: words.date,
      isSet: query.after !== null || query.before !== null,
      none: { after: null, before: null },
      content: (props) => <DateGroup {...props} />,
    },
    {
      name: 'holds',
      label: words.holds,
      isSet: query.holds.length > 0 || query.way !== null || query.isThreaded,
      none: { holds: [], way: null, isThreaded: false },
      content: (props) => <HoldsGroup {...props} />,
    },
  ];
}

/** Counted only while open. */
function useFacets(query: MessageQuery, version: unknown, isWanted: boolean): Facets | null {
  const keyWorker = useKeyWorker();
  const [facets, setFacets] = useState<Facets | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again for another version
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    keyWorker.call('facets', { query }).then(
      (counted) => {
        if (isCurrent) setFacets(counted);
      },
      // The list reports the error; the choices stay.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [keyWorker, query, version, isWanted]);
  return facets;
}
