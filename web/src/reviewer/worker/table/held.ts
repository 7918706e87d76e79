import type { HeldThing } from '../../bridge/message-query.ts';
import { MARKS, type Mark } from '../../bridge/released-message.ts';
import type { MessageTable } from './message-table.ts';

type Holds = (table: MessageTable, noted: Uint8Array) => (row: number) => boolean;

/** Whether a row holds something. */
export const HELD_MARKS: Readonly<Record<HeldThing, Holds>> = {
  fraud: marked('fraud'),
  secret: marked('secret'),
  bulk: marked('bulk'),
  attachment: (table) => (row) => table.attachmentCount(row) > 0,
  note: (_, noted) => (row) => noted[row] === 1,
};

function marked(mark: Mark): Holds {
  const bit = 1 << MARKS.indexOf(mark);
  return ({ marks }) =>
    (row) =>
      ((marks[row] ?? 0) & bit) !== 0;
}
