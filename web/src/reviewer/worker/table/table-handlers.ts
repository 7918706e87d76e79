import type { Runtime } from '@candor/core/base';
import { isFiltered, type MessageQuery } from '../../bridge/message-query.ts';
import { type KeyWorkerCalls, KeyWorkerError } from '../../bridge/protocol.ts';
import type { CallHandlers, Emit } from '../../bridge/serve-calls.ts';
import type { Selected, TableCalls } from '../../bridge/table-calls.ts';
import type { Vault } from '../keys/vault.ts';
import { BodyReader } from './body-reader.ts';
import { MessageTable } from './message-table.ts';
import { SearchedTable, type Selection } from './searched-table.ts';

/** What the table needs of the holder that it lives in. */
export interface TableDeps {
  readonly runtime: Runtime;
  readonly emit: Emit;
  /** @throws KeyWorkerError while no release is open */
  requireVault(): Vault;
  onVault(listener: (vault: Vault | null) => void): void;
}

/** Rows of one answer: a screen has fifty. */
const MOST_ROWS = 500;
const MOST_IDS = 10_000;
/** Phrases that are looked for in the text itself before an answer is given; each is a message to open. */
const VERIFIED_PHRASES = 40;

type OpenMessage = CallHandlers<Pick<KeyWorkerCalls, 'open-message'>>['open-message'];

interface Opened {
  readonly vault: Vault;
  readonly searched: SearchedTable;
  readonly bodies: BodyReader;
}

/**
 * Answers questions about the open release. `openMessage` is wrapped: what a person opens is searched from then on, and
 * what does not open says so in its row.
 */
export function makeTableHandlers(
  deps: TableDeps,
  openMessage: OpenMessage,
): CallHandlers<TableCalls & Pick<KeyWorkerCalls, 'open-message'>> {
  let opened: Opened | null = null;
  deps.onVault((vault) => {
    opened?.bodies.stop();
    opened = vault === null ? null : open(deps, vault);
  });
  const require = (): Opened => {
    if (opened === null) {
      deps.requireVault();
      throw new KeyWorkerError('no-vault');
    }
    return opened;
  };
  /**
   * Every row is there: what is counted, sorted or sought is of all of them, and no part is ever told for the whole.
   */
  const requireWhole = async (): Promise<Opened> => {
    const here = require();
    await here.vault.whole;
    if (here !== opened) throw new KeyWorkerError('no-vault');
    return here;
  };
  /** The plain list stands from its first rows on, in its full length. */
  const requireRows = async (query: MessageQuery, end: number): Promise<Opened> => {
    const here = require();
    return isPlain(query) && Math.min(end, here.searched.table.expected) <= here.searched.table.count
      ? here
      : requireWhole();
  };
  const describe = ({ searched, bodies }: Opened, selection: Selection): Selected => {
    const { count, expected } = searched.table;
    const unread = expected - count;
    return {
      total: selection.rows.length + unread,
      messages: selection.messages + unread,
      of: expected,
      flaws: selection.flaws,
      unsure: selection.unsure.length,
      // Nothing jumps when the last rows turn out to be of another year.
      hasYears: unread > 0 || searched.hasYears,
      isWhole: unread === 0,
      bodies: bodies.reading,
    };
  };
  return {
    rows: async ({ query, from, count }, { signal }) => {
      const asked = Math.min(count, MOST_ROWS);
      const here = await requireRows(query, from + asked);
      const selection = await here.bodies.settlePhrases(query, VERIFIED_PHRASES, signal);
      const rows = [...selection.rows.subarray(from, from + asked)];
      return { ...describe(here, selection), rows: rows.map((row) => here.searched.toRow(row, selection)) };
    },
    facets: async ({ query }) => (await requireWhole()).searched.facets(query),
    timeline: async ({ query }) => (await requireWhole()).searched.timeline(query),
    overview: async () => (await requireWhole()).searched.overview(),
    'position-of': async ({ query, id }) => {
      const { searched } = await requireWhole();
      const { rows } = searched.select(query);
      const row = searched.table.findRow(id);
      const position = row === null ? -1 : rows.indexOf(row);
      if (position < 0) return null;
      const at = (place: number): string | null => {
        const there = rows[place];
        return there === undefined ? null : searched.table.id(there);
      };
      return { position, total: rows.length, previous: at(position - 1), next: at(position + 1) };
    },
    ids: async ({ query, from, count }) => {
      const { searched } = await requireWhole();
      const rows = searched.select(query).rows.subarray(from, from + Math.min(count, MOST_IDS));
      return { ids: [...rows].map((row) => searched.table.id(row)) };
    },
    'indexed-message': async ({ id }) => {
      const { table } = require().searched;
      const row = table.findRow(id) ?? (await requireWhole()).searched.table.findRow(id);
      return row === null ? null : table.indexed(row);
    },
    'found-secrets': async () => ({ values: (await requireWhole()).searched.foundSecrets() }),
    address: async ({ place }) => ({ address: require().searched.table.addresses[place] ?? null }),
    'read-bodies': async ({ isOn }) => {
      const { bodies } = await requireWhole();
      if (isOn) bodies.start();
      else bodies.stop();
      return bodies.reading;
    },
    'set-noted': async ({ ids }) => {
      (await requireWhole()).searched.setNoted(ids);
      return {};
    },
    'open-message': async (ask, context) => {
      try {
        const answer = await openMessage(ask, context);
        opened?.bodies.take(ask.id, answer.bytes);
        return answer;
      } catch (thrown) {
        if (thrown instanceof KeyWorkerError) opened?.bodies.take(ask.id, thrown);
        throw thrown;
      }
    },
  };
}

function open({ runtime, emit }: TableDeps, vault: Vault): Opened | null {
  if (!(vault.index instanceof MessageTable)) return null;
  const searched = new SearchedTable(vault.index, vault.manifest.domains);
  const bodies = new BodyReader(runtime, searched, vault, (reading) => emit('bodies', reading));
  return { vault, searched, bodies };
}

/** The list as it opens: everything, the newest first, which is the order of the index. */
function isPlain(query: MessageQuery): boolean {
  const { by, isDescending } = query.sort;
  return !isFiltered(query) && !query.isThreaded && by === 'date' && isDescending;
}
