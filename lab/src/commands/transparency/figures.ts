import { Refusal } from '@candor/core/base';
import type { Figure } from '@candor/core/impact';
import { readEntry, SALT_BYTES } from '@candor/core/ledger';
import {
  type FigureBasis,
  type FigureRules,
  type FigureStatement,
  readStatement,
  restate,
  toFigureBody,
  toStatementText,
} from '@candor/core/transparency';
import { now } from '../../adapters/clock.ts';
import { publicMode, readFileIfAny, writeDurableFile } from '../../adapters/durable-file.ts';
import { freshBytes } from '../../adapters/random.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForActing, openStateForChecking, type StateFolder } from '../../adapters/state-folder.ts';
import { findVersion } from '../../exposure/exposure-store.ts';
import { appendEntry, countEntries, readStoredEntry } from '../../ledger/ledger-store.ts';
import { requireStanding } from '../../notice/approval/standing.ts';
import { recomputeFigures, toBasis } from '../../transparency/recompute-figures.ts';
import { requireLastVersion } from '../open-version.ts';

/** Every figure of the newest version, with what it stands on. */
export interface FigureList {
  readonly incident: string;
  readonly exposure: FigureBasis;
  readonly rules: FigureRules;
  /** Entries in the log now. */
  readonly size: number;
  readonly figures: readonly Figure[];
}

export async function listFigures(statePath: string): Promise<FigureList> {
  const state = await openStateForChecking(statePath);
  try {
    return await readFigures(state);
  } finally {
    await state.close();
  }
}

async function readFigures(state: StateFolder): Promise<FigureList> {
  const version = await requireLastVersion(state);
  const exposure = await toBasis(state.store, version);
  const figures = await recomputeFigures(state.store, version, exposure.curation);
  const { incident } = JSON.parse(version.summary) as { readonly incident: string };
  const rules = { exposure: version.rules, figures: figures[0]?.version ?? 0 };
  return { incident, exposure, rules, size: await countEntries(state.store), figures };
}

/**
 * Publishes one figure: an entry of the log in the name of an operator, and its statement as a file for everybody.
 * @throws Refusal for a name that no figure or no operator has.
 */
export async function publishFigure(
  statePath: string,
  order: { readonly name: string; readonly by: string; readonly out: string },
): Promise<FigureStatement> {
  const state = await openStateForActing(statePath);
  try {
    const runtime = createNodeRuntime();
    const at = now();
    const { operators } = await requireStanding(state, runtime, at);
    if (!operators.some(({ name }) => name === order.by)) {
      throw new Refusal('unknown-operator', [
        `"${order.by}" is no operator of this incident: ${operators.map(({ name }) => name).join(', ')} are`,
      ]);
    }
    const list = await readFigures(state);
    const figure = list.figures.find(({ name }) => name === order.name);
    if (figure === undefined) throw noFigure(order.name, list.figures);
    const statement = await state.store.durableTransaction(async () => {
      const { incident, exposure, rules } = list;
      const size = await countEntries(state.store);
      const { name, value, formula } = figure;
      const made = { incident, name, value, formula, rules, exposure, size, by: order.by, position: size };
      await appendEntry(state.store, runtime, { kind: 'figure', at, body: toFigureBody(made) }, freshBytes(SALT_BYTES));
      return made;
    });
    writeDurableFile(order.out, toStatementText(statement), publicMode);
    return statement;
  } finally {
    await state.close();
  }
}

/** How a statement stands against evidence and log. */
export interface FigureCheck {
  readonly statement: FigureStatement;
  /** The bytes are those that come out of the evidence now. */
  readonly isSame: boolean;
  /** What comes out of it now; null when this version is not known here. */
  readonly recomputed: string | null;
  /** The log holds exactly this statement at its position. */
  readonly isInLog: boolean;
}

/**
 * Computes a published figure again and compares the bytes, and looks for it in the log.
 * @throws Refusal for a file that is no statement of this incident.
 */
export async function verifyFigure(statePath: string, file: string): Promise<FigureCheck> {
  const bytes = readFileIfAny(file);
  if (bytes === null) throw new Refusal('no-such-file', [`${file}: there is no such file`]);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const statement = readStatement(text);
  if (statement === null)
    throw new Refusal('no-statement', [
      `${file}: this is no statement of a figure in its one form (docs/formats/figures.md)`,
    ]);
  const state = await openStateForChecking(statePath);
  try {
    const isInLog = await isLogged(state, statement);
    const version = await findVersion(state.store, statement.exposure.version);
    if (version === null) return { statement, isSame: false, recomputed: null, isInLog };
    const figures = await recomputeFigures(state.store, version, statement.exposure.curation);
    const figure = figures.find(({ name }) => name === statement.name);
    if (figure === undefined) throw noFigure(statement.name, figures);
    const basis = { ...(await toBasis(state.store, version)), curation: statement.exposure.curation };
    const { incident } = JSON.parse(version.summary) as { readonly incident: string };
    const recomputed = restate({ ...statement, incident }, figure, basis, version.rules);
    return { statement, isSame: recomputed === text, recomputed, isInLog };
  } finally {
    await state.close();
  }
}

async function isLogged({ store }: StateFolder, statement: FigureStatement): Promise<boolean> {
  const stored = await readStoredEntry(store, statement.position);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  if (entry === null || entry.kind !== 'figure') return false;
  const said = { ...statement, ...(entry.body as object) } as FigureStatement;
  return toStatementText(said) === toStatementText(statement);
}

function noFigure(name: string, figures: readonly Figure[]): Refusal {
  return new Refusal('unknown-figure', [
    `there is no figure "${name}"; there are: ${figures.map((figure) => figure.name).join(', ')}`,
  ]);
}
