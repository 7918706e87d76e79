import { type ReactElement, useCallback, useState } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { SelectionBar } from '../../../ui/react/selection-bar.tsx';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';

/** Ids per answer of the table. */
const IDS_AT_ONCE = 10_000;

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  clear(): void;
  /** All matches, in the background. */
  chooseAll(total: number): void;
}

/** Messages picked by id: they stay picked when the filter changes. */
export function useChosen(query: MessageQuery): Chosen {
  const keyWorker = useKeyWorker();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const clear = useCallback(() => setIds(new Set()), []);
  const chooseAll = useCallback(
    (total: number): void => {
      const collect = async (): Promise<void> => {
        const all: string[] = [];
        for (let from = 0; from < total; from += IDS_AT_ONCE)
          all.push(...(await keyWorker.call('ids', { query, from, count: IDS_AT_ONCE })).ids);
        setIds((before) => new Set([...before, ...all]));
      };
      // The list reports the table's error; picked messages stay.
      collect().catch(() => undefined);
    },
    [keyWorker, query],
  );
  return { ids, toggle, clear, chooseAll };
}

/** The number of picked messages, with select all and none. */
export function ChosenBar(props: {
  readonly chosen: Chosen;
  readonly total: number;
  readonly onExport: () => void;
}): ReactElement {
  const { chosen, total } = props;
  const words = useWords('messages');
  const { count } = useFormat();
  return (
    <SelectionBar
      text={count(words.selected, chosen.ids.size)}
      all={
        chosen.ids.size < total
          ? { label: count(words.selectAll, total), onPress: () => chosen.chooseAll(total) }
          : null
      }
      acts={[{ id: 'export', label: count(words.exportAll, chosen.ids.size), onPress: props.onExport }]}
      clear={words.unselect}
      isLine
      onClear={chosen.clear}
    />
  );
}
