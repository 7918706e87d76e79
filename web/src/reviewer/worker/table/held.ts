import type { MessageFeature } from '../../bridge/message-query.ts';
import { FOUND_KINDS, type FoundKind, MARKS, type Mark } from '../../bridge/released-message.ts';
import type { MessageTable } from './message-table.ts';

/** What is known of a row besides the index, one bit each. */
export const ROW_STATES = { noted: 1, unopened: 2 } as const;

type Holds = (table: MessageTable, states: Uint8Array) => (row: number) => boolean;

/** Whether a row contains something. */
export const FEATURE_TESTS: Readonly<Record<MessageFeature, Holds>> = {
  fraud: marked('fraud'),
  secret: marked('secret'),
  personal: marked('personal'),
  bulk: marked('bulk'),
  corrected: marked('corrected'),
  attachment: (table) => (row) => table.attachmentCount(row) > 0,
  note: inState(ROW_STATES.noted),
  unopened: inState(ROW_STATES.unopened),
  ...(Object.fromEntries(FOUND_KINDS.map((kind) => [kind, found(kind)])) as Record<FoundKind, Holds>),
};

function inState(bit: number): Holds {
  return (_, states) => (row) => ((states[row] ?? 0) & bit) !== 0;
}

function found(kind: FoundKind): Holds {
  const bit = 1 << FOUND_KINDS.indexOf(kind);
  return ({ kinds }) =>
    (row) =>
      ((kinds[row] ?? 0) & bit) !== 0;
}

function marked(mark: Mark): Holds {
  const bit = 1 << MARKS.indexOf(mark);
  return ({ marks }) =>
    (row) =>
      ((marks[row] ?? 0) & bit) !== 0;
}
