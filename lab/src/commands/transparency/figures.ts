import { type Json, Refusal, toCanonicalJson } from '@candor/core/base';
import type { Figure } from '@candor/core/impact';
import { type Entry, readEntry } from '@candor/core/ledger';
import { readApprovals } from '@candor/core/notice/operator';
import {
  type FigureBasis,
  type FigureRules,
  type FigureStatement,
  NOTIFIED_FIGURE,
  type NotifiedStatement,
  readNotifiedStatement,
  readStatement,
  recomputeStatement,
  toFigureDocument,
  toNotifiedDocument,
  toNotifiedText,
  toStatementText,
} from '@candor/core/transparency';
import { publicMode, readFileIfAny, writeDurableFile } from '../../adapters/files/durable-file.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { countEntries, readStoredEntry } from '../../ledger/store/entry-store.ts';
import {
  type ApprovalResult,
  NOTHING_TO_RECHECK,
  nameAct,
  type Proposed,
  runAct,
  type Signature,
  type TwoPersonAct,
} from '../../notice/approval/index.ts';
import { recomputeFigures, toBasis } from '../../transparency/index.ts';
import { findOrPropose } from '../agree.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import { readRunSummary } from '../run-summary.ts';
import { listNotifiedFaults, type NotifiedReading, readNotified, requireNotified } from './notified-figure.ts';

/** Every figure of the newest version with its basis. */
export interface FigureList {
  readonly incident: string;
  readonly exposure: FigureBasis;
  readonly rules: FigureRules;
  /** Entries in the log now. */
  readonly size: number;
  readonly figures: readonly Figure[];
  /** Of the set of parties to be notified, which two people approved with the newest wave. */
  readonly notified: NotifiedReading;
}

export async function listFigures(state: StateFolder): Promise<FigureList> {
  const version = await requireLastVersion(state);
  const exposure = await toBasis(state.store, version);
  const figures = await recomputeFigures(state.store, version, exposure.curation);
  const { incident } = readRunSummary(version);
  const rules = { exposure: version.rules, figures: figures[0]?.version ?? 0 };
  const size = await countEntries(state.store);
  return { incident, exposure, rules, size, figures, notified: await readNotified(state) };
}

/** What one person's agreement to publish a figure did. */
export interface FigurePublication extends ApprovalResult {
  readonly name: string;
  readonly value: Figure['value'];
  /** Null until the second person agreed. */
  readonly statement: FigureStatement | NotifiedStatement | null;
}

export interface PublishOrder {
  readonly name: string;
  readonly out: string;
  readonly signing: Signature;
  readonly digest: string | null;
}

/**
 * One person's approval to publish a figure as it is now. The second one makes it a log entry and its statement a
 * public file. If the figure changed in between, approval starts again.
 * @throws Refusal for an unknown figure, one that cannot be stated, or a person who may not.
 */
export function publishFigure(state: StateFolder, order: PublishOrder): Promise<FigurePublication> {
  return order.name === NOTIFIED_FIGURE ? publishNotified(state, order) : publishCounted(state, order);
}

async function publishCounted(state: StateFolder, order: PublishOrder): Promise<FigurePublication> {
  const list = await listFigures(state);
  const figure = list.figures.find(({ name }) => name === order.name);
  if (figure === undefined) throw noFigure(order.name, list.figures);
  const { name, value, formula } = figure;
  const { exposure, rules } = list;
  const subject = toFigureDocument({ name, value, formula, rules, exposure });
  const { incident, result } = await agreeToPublish(state, order, subject);
  const { entry, approvedBy } = result;
  if (entry === null) return { ...result, name, value, statement: null };
  const statement: FigureStatement = {
    ...{ v: 2, incident, name, value, formula, rules, exposure },
    ...{ size: entry, by: [...approvedBy], position: entry },
  };
  writeDurableFile(order.out, toStatementText(statement), publicMode);
  return { ...result, name, value, statement };
}

async function publishNotified(state: StateFolder, order: PublishOrder): Promise<FigurePublication> {
  const document = await requireNotified(state);
  const { incident, result } = await agreeToPublish(state, order, toNotifiedDocument(document));
  const { entry, approvedBy } = result;
  const published = { ...result, name: document.name, value: document.value };
  if (entry === null) return { ...published, statement: null };
  const statement: NotifiedStatement = { v: 3, incident, by: [...approvedBy], position: entry, ...document };
  writeDurableFile(order.out, toNotifiedText(statement), publicMode);
  return { ...published, statement };
}

async function agreeToPublish(
  state: StateFolder,
  { name, signing, digest }: PublishOrder,
  subject: { readonly [member: string]: Json },
): Promise<{ readonly incident: string; readonly result: ApprovalResult }> {
  const { incident } = toIncidentOf(await requireLastVersion(state));
  const act: TwoPersonAct<Proposed> = {
    matter: 'publication',
    read: async () => ({
      ...nameAct(`figure ${name}`),
      ...(await findOrPropose(state, 'publication', subject, PUBLISH)),
    }),
    // A figure covers all mailboxes, so it is nobody's own.
    concerns: { are: 'nobody', because: 'every-mailbox' },
    recheck: NOTHING_TO_RECHECK,
    effect: async () => undefined,
  };
  return { incident, result: (await runAct(state, act, signing, digest)).result };
}

/** In place of a reason: publishing needs none. */
const PUBLISH = 'published';

/** A statement compared with evidence and log. */
export interface FigureCheck {
  readonly statement: FigureStatement | NotifiedStatement;
  /** The bytes are those that come out of evidence, log and chain of deliveries now. */
  readonly isSame: boolean;
  /** Of a figure of the set of parties: each difference, in words. */
  readonly differences: readonly string[];
  /** The recomputed value; null when this version is unknown here. */
  readonly recomputed: string | null;
  /** The log holds exactly this statement at its position. */
  readonly isInLog: boolean;
}

/**
 * Computes a published figure again and compares the bytes, and looks for it in the log.
 * @throws Refusal for a file that is no statement of this incident.
 */
export async function verifyFigure(state: StateFolder, file: string): Promise<FigureCheck> {
  const { text, statement } = readStatementFile(file);
  const isInLog = await isLogged(state, statement);
  if (statement.v === 3) {
    const { incident } = toIncidentOf(await requireLastVersion(state));
    const own = incident === statement.incident ? [] : [`it is of the incident ${statement.incident}`];
    const differences = [...own, ...(await listNotifiedFaults(state.store, statement))];
    return { statement, isSame: differences.length === 0, differences, recomputed: null, isInLog };
  }
  const version = await findVersion(state.store, statement.exposure.version);
  if (version === null) return { statement, isSame: false, differences: [], recomputed: null, isInLog };
  const figures = await recomputeFigures(state.store, version, statement.exposure.curation);
  const figure = figures.find(({ name }) => name === statement.name);
  if (figure === undefined) throw noFigure(statement.name, figures);
  const basis = { ...(await toBasis(state.store, version)), curation: statement.exposure.curation };
  const { incident } = readRunSummary(version);
  const recomputed = recomputeStatement({ ...statement, incident }, figure, basis, version.rules);
  return { statement, isSame: recomputed === text, differences: [], recomputed, isInLog };
}

/** @throws Refusal for a file that is no statement. */
export function readStatementFile(file: string): {
  readonly text: string;
  readonly statement: FigureStatement | NotifiedStatement;
} {
  const bytes = readFileIfAny(file);
  if (bytes === null) throw new Refusal('no-such-file', [`${file}: there is no such file`]);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const statement = readStatement(text) ?? readNotifiedStatement(text);
  if (statement !== null) return { text, statement };
  throw new Refusal('no-statement', [`${file}: this is not a valid statement of a figure (docs/formats/figures.md)`]);
}

async function isLogged({ store }: StateFolder, statement: FigureStatement | NotifiedStatement): Promise<boolean> {
  const stored = await readStoredEntry(store, statement.position);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  if (entry === null) return false;
  if (statement.v !== 1) return isPublished(entry, statement);
  if (entry.kind !== 'figure') return false;
  const said = { ...statement, ...(entry.body as object) } as FigureStatement;
  return toStatementText(said) === toStatementText(statement);
}

/**
 * The entry has this very figure, and the approvals of those whom the statement names; `candor log fsck` checks their
 * signatures.
 */
export function isPublished({ kind, body }: Entry, statement: FigureStatement | NotifiedStatement): boolean {
  if (kind !== 'publication' || (statement.v !== 3 && statement.size !== statement.position)) return false;
  const document = body['document'] ?? null;
  const figure = statement.v === 3 ? toNotifiedDocument(statement) : toFigureDocument(statement);
  const names = readApprovals(body['approvals']).map(({ operator }) => operator);
  const by = typeof statement.by === 'string' ? [statement.by] : statement.by;
  const isSame = toCanonicalJson(document) === toCanonicalJson({ ...figure, why: PUBLISH });
  return isSame && names.sort().join('\n') === by.join('\n');
}

function noFigure(name: string, figures: readonly Figure[]): Refusal {
  return new Refusal('unknown-figure', [
    `there is no figure "${name}"; there are: ${[...figures.map((figure) => figure.name), NOTIFIED_FIGURE].join(', ')}`,
  ]);
}
