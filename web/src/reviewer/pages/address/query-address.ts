import {
  FILTERED_FEATURES,
  type MailDirection,
  type MessageQuery,
  NO_QUERY,
  type SortBy,
} from '../../bridge/message-query.ts';
import { VERDICTS } from '../../bridge/released-message.ts';

/** The address of the messages page: filters and ids, no typed text. */
export interface MessagesAddress {
  /** Without its text. */
  readonly query: MessageQuery;
  /** Number of a search of this visit; its words stay in memory. */
  readonly search: number | null;
  readonly message: string | null;
}

const SORTS: readonly SortBy[] = ['date', 'verdict', 'with', 'subject', 'holds'];
const WAYS: readonly MailDirection[] = ['sent', 'received'];
const ID = /^[0-9a-f]{64}$/;
const WHOLE = /^(?:0|[1-9][0-9]{0,8})$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** Writes the address; `readMessagesAddress` reads it. Defaults are omitted. */
export function toMessagesSearch({ query, search, message }: Partial<MessagesAddress>): Record<string, string> {
  const { verdicts, person, custodian, after, before, holds, way, thread, sort, isThreaded } = query ?? NO_QUERY;
  const members: readonly (readonly [string, string | null])[] = [
    ['verdict', joined(VERDICTS.filter((verdict) => verdicts.includes(verdict)))],
    ['person', toText(person)],
    ['at', toText(custodian)],
    ['after', after],
    ['before', before],
    ['holds', joined(FILTERED_FEATURES.filter((held) => holds.includes(held)))],
    ['way', way],
    ['thread', thread],
    ['sort', sort.by === 'date' && sort.isDescending ? null : `${sort.by}-${sort.isDescending ? 'down' : 'up'}`],
    ['threads', isThreaded ? 'yes' : null],
    ['search', toText(search ?? null)],
    ['message', message ?? null],
  ];
  return Object.fromEntries(members.filter((member): member is readonly [string, string] => member[1] !== null));
}

/** After a path: `?verdict=accessed`, or nothing. */
export function toMessagesTarget(path: string, address: Partial<MessagesAddress>): string {
  const members = Object.entries(toMessagesSearch(address)).map(([key, value]) => `${key}=${value}`);
  return members.length === 0 ? path : `${path}?${members.join('&')}`;
}

/** Ignores what it does not understand: an address may be typed. */
export function readMessagesAddress(written: Readonly<Record<string, unknown>>): MessagesAddress {
  const text = (key: string): string =>
    typeof written[key] === 'string' || typeof written[key] === 'number' ? String(written[key]) : '';
  const matching = (key: string, form: RegExp): string | null => (form.test(text(key)) ? text(key) : null);
  const whole = (key: string): number | null => (WHOLE.test(text(key)) ? Number(text(key)) : null);
  const [by, direction] = text('sort').split('-');
  const sortBy = SORTS.find((one) => one === by);
  const listed = <Member extends string>(key: string, known: readonly Member[]): readonly Member[] => {
    const members = text(key).split('.');
    return known.filter((one) => members.includes(one));
  };
  return {
    query: {
      text: '',
      verdicts: listed('verdict', VERDICTS),
      person: whole('person'),
      custodian: whole('at'),
      after: matching('after', DAY),
      before: matching('before', DAY),
      holds: listed('holds', FILTERED_FEATURES),
      way: WAYS.find((one) => one === text('way')) ?? null,
      thread: matching('thread', ID),
      only: null,
      sort: sortBy === undefined ? NO_QUERY.sort : { by: sortBy, isDescending: direction !== 'up' },
      isThreaded: text('threads') === 'yes',
    },
    search: whole('search'),
    message: matching('message', ID),
  };
}

function toText(n: number | null): string | null {
  return n === null ? null : String(n);
}

function joined(members: readonly string[]): string | null {
  return members.length === 0 ? null : members.join('.');
}
