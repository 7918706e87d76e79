import type { Runtime } from '@candor/core/base';
import { isFiltered, type MessageQuery } from '../../bridge/message-query.ts';
import { type KeyWorkerCalls, KeyWorkerError } from '../../bridge/protocol.ts';
import type { CallHandlers, Emit } from '../../bridge/serve-calls.ts';
import type { Selected, TableCalls } from '../../bridge/table-calls.ts';
import type { Vault } from '../keys/vault.ts';
import { BodyReader } from './body-reader.ts';
import { MessageTable } from './message-table.ts';
import { judgeCoverage } from './search-coverage.ts';
import { SearchedTable, type Selection } from './searched-table.ts';

/** What the table needs from its holder. */
export interface TableDeps {
  readonly runtime: Runtime;
  readonly emit: Emit;
  /** @throws KeyWorkerError while no release is open */
  requireVault(): Vault;
  onVault(listener: (vault: Vault | null) => void): void;
}

/** Rows per answer: a screen has fifty. */
const MOST_ROWS = 500;
const MOST_IDS = 10_000;
/** Phrases checked in the text before answering; each needs an opened message. */
const VERIFIED_PHRASES = 40;

type OpenMessage = CallHandlers<Pick<KeyWorkerCalls, 'open-message'>>['open-message'];

interface Opened {
  readonly vault: Vault;
  readonly searched: SearchedTable;
  readonly bodies: BodyReader;
}

/**
 * Answers queries about the open release. Wraps `openMessage`: opened messages are searched from then on, and failures
 * appear in their rows.
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
  /** Waits for every row: counts, sorting and search never use a part. */
  const requireWhole = async (): Promise<Opened> => {
    const here = require();
    await here.vault.whole;
    if (here !== opened) throw new KeyWorkerError('no-vault');
    return here;
  };
  /** The plain list is available from its first rows on, at its full length. */
  const requireRows = async (query: MessageQuery, end: number): Promise<Opened> => {
    const here = require();
    return isPlain(query) && Math.min(end, here.searched.table.expected) <= here.searched.table.count
      ? here
      : requireWhole();
  };
  const describe = ({ searched, bodies }: Opened, query: MessageQuery, selection: Selection): Selected => {
    const { count, expected } = searched.table;
    const unread = expected - count;
    return {
      total: selection.rows.length + unread,
      messages: selection.messages + unread,
      of: expected,
      flaws: selection.flaws,
      unsure: selection.unsure.length,
      // Avoids a layout shift when the last rows are of another year.
      hasYears: unread > 0 || searched.hasYears,
      isWhole: unread === 0,
      bodies: bodies.reading,
      coverage: judgeCoverage(query, bodies.reading, searched.hasNotes),
    };
  };
  return {
    rows: async ({ query, from, count }, { signal }) => {
      const asked = Math.min(count, MOST_ROWS);
      const here = await requireRows(query, from + asked);
      const selection = await here.bodies.settlePhrases(query, VERIFIED_PHRASES, signal);
      const rows = [...selection.rows.subarray(from, from + asked)];
      return { ...describe(here, query, selection), rows: rows.map((row) => here.searched.toRow(row, selection)) };
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
    'read-bodies': async ({ want }) => {
      const { bodies } = await requireWhole();
      if (want === 'stop') bodies.stop();
      else bodies.start(want === 'retry');
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

/** The initial list: everything, newest first, which is the index order. */
function isPlain(query: MessageQuery): boolean {
  const { by, isDescending } = query.sort;
  return !isFiltered(query) && !query.isThreaded && by === 'date' && isDescending;
}
