import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import * as shared from '../../../ui/react/filter/filter-bar.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import type { MessageQuery } from '../../bridge/message-query.ts';
import type { Facets } from '../../bridge/table-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { AddressGroup, DateGroup, type GroupProps, HoldsGroup, VerdictGroup } from './filter-groups.tsx';
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
  const { isDescending } = place.query.sort;
  const thread = { name: 'thread', label: words.filters.thread, onRemove: () => place.change({ thread: null }) };
  return (
    <shared.FilterBar
      words={{
        ...words.filters,
        apply: matching === null ? close : count(words.filters.apply, matching),
      }}
      all={{ label: fill(words.all, { n: number(of) }), isSet: !place.isFiltered, onPress: place.reset }}
      groups={groups.map(({ name, label, isSet, none, content }) => ({
        name,
        label,
        isSet,
        content: content(props),
        onClear: () => place.change(none, true),
      }))}
      chips={place.query.thread === null ? [] : [thread]}
      isNarrow={isNarrow}
      order={{
        label: isDescending ? words.newest : words.oldest,
        onPress: () => place.change({ sort: { by: 'date', isDescending: !isDescending } }),
      }}
      onOpenChange={setOpen}
    >
      {children}
    </shared.FilterBar>
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
