import { Refusal, toCanonicalJson } from '@candor/core/base';
import type { Figure } from '@candor/core/impact';
import { type Entry, readEntry } from '@candor/core/ledger';
import { readApprovals } from '@candor/core/notice/operator';
import {
  type FigureBasis,
  type FigureRules,
  type FigureStatement,
  readStatement,
  recomputeStatement,
  toFigureDocument,
  toStatementText,
} from '@candor/core/transparency';
import { publicMode, readFileIfAny, writeDurableFile } from '../../adapters/durable-file.ts';
import { openStateForActing, openStateForChecking, type StateFolder } from '../../adapters/state-folder.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { countEntries, readStoredEntry } from '../../ledger/store/entry-store.ts';
import type { ApprovalResult, SigningOrder } from '../../notice/approval/index.ts';
import { settleProposal } from '../../notice/store/proposal-store.ts';
import { recomputeFigures, toBasis } from '../../transparency/index.ts';
import { approveDocument, findOrPropose } from '../agree.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import { readRunSummary } from '../run-summary.ts';

/** Every figure of the newest version with its basis. */
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
  const { incident } = readRunSummary(version);
  const rules = { exposure: version.rules, figures: figures[0]?.version ?? 0 };
  return { incident, exposure, rules, size: await countEntries(state.store), figures };
}

/** What one person's agreement to publish a figure did. */
export interface FigurePublication extends ApprovalResult {
  readonly name: string;
  readonly value: Figure['value'];
  /** Null until the second person agreed. */
  readonly statement: FigureStatement | null;
}

/**
 * One person's approval to publish a figure as it is now. The second one makes it a log entry and its statement a
 * public file. If the figure changed in between, approval starts again.
 * @throws Refusal for an unknown figure, or a person who may not.
 */
export async function publishFigure(
  statePath: string,
  order: {
    readonly name: string;
    readonly out: string;
    readonly signing: SigningOrder;
    readonly digest: string | null;
  },
): Promise<FigurePublication> {
  const state = await openStateForActing(statePath);
  try {
    const list = await readFigures(state);
    const figure = list.figures.find(({ name }) => name === order.name);
    if (figure === undefined) throw noFigure(order.name, list.figures);
    const { name, value, formula } = figure;
    const subject = toFigureDocument({ name, value, formula, rules: list.rules, exposure: list.exposure });
    const proposal = await findOrPropose(state, 'publication', subject, PUBLISH, order.signing.as);
    const incident = toIncidentOf(await requireLastVersion(state));
    const result = await approveDocument(
      state,
      {
        matter: 'publication',
        subject: `figure ${name}`,
        document: proposal.document,
        // A figure covers all mailboxes, so it is nobody's own.
        custodians: [],
        effect: (entry) => settleProposal(state.store, proposal.id, entry),
      },
      order.signing,
      order.digest,
    );
    const { entry, approvedBy } = result;
    if (entry === null) return { ...result, name, value, statement: null };
    const { exposure, rules } = list;
    const statement: FigureStatement = {
      v: 2,
      incident: incident.incident,
      name,
      value,
      formula,
      rules,
      exposure,
      size: entry,
      by: [...approvedBy],
      position: entry,
    };
    writeDurableFile(order.out, toStatementText(statement), publicMode);
    return { ...result, name, value, statement };
  } finally {
    await state.close();
  }
}

/** In place of a reason: publishing needs none. */
const PUBLISH = 'published';

/** A statement compared with evidence and log. */
export interface FigureCheck {
  readonly statement: FigureStatement;
  /** The bytes are those that come out of the evidence now. */
  readonly isSame: boolean;
  /** The recomputed value; null when this version is unknown here. */
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
    throw new Refusal('no-statement', [`${file}: this is not a valid statement of a figure (docs/formats/figures.md)`]);
  const state = await openStateForChecking(statePath);
  try {
    const isInLog = await isLogged(state, statement);
    const version = await findVersion(state.store, statement.exposure.version);
    if (version === null) return { statement, isSame: false, recomputed: null, isInLog };
    const figures = await recomputeFigures(state.store, version, statement.exposure.curation);
    const figure = figures.find(({ name }) => name === statement.name);
    if (figure === undefined) throw noFigure(statement.name, figures);
    const basis = { ...(await toBasis(state.store, version)), curation: statement.exposure.curation };
    const { incident } = readRunSummary(version);
    const recomputed = recomputeStatement({ ...statement, incident }, figure, basis, version.rules);
    return { statement, isSame: recomputed === text, recomputed, isInLog };
  } finally {
    await state.close();
  }
}

async function isLogged({ store }: StateFolder, statement: FigureStatement): Promise<boolean> {
  const stored = await readStoredEntry(store, statement.position);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  if (entry === null) return false;
  if (statement.v === 2) return isPublished(entry, statement);
  if (entry.kind !== 'figure') return false;
  const said = { ...statement, ...(entry.body as object) } as FigureStatement;
  return toStatementText(said) === toStatementText(statement);
}

/**
 * The entry has this very figure, and the approvals of those whom the statement names; `candor log fsck` checks their
 * signatures.
 */
function isPublished({ kind, body }: Entry, statement: FigureStatement): boolean {
  if (kind !== 'publication' || statement.size !== statement.position) return false;
  const document = body['document'] ?? null;
  const expected = { ...toFigureDocument(statement), why: PUBLISH };
  const names = readApprovals(body['approvals']).map(({ operator }) => operator);
  const by = typeof statement.by === 'string' ? [statement.by] : statement.by;
  return toCanonicalJson(document) === toCanonicalJson(expected) && names.sort().join('\n') === by.join('\n');
}

function noFigure(name: string, figures: readonly Figure[]): Refusal {
  return new Refusal('unknown-figure', [
    `there is no figure "${name}"; there are: ${figures.map((figure) => figure.name).join(', ')}`,
  ]);
}
