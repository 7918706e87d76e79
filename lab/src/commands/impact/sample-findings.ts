import { advise, hint, Refusal, readCsv } from '@candor/core/base';
import { type Evaluation, evaluateFindings, type LabelledValue, readLabel } from '@candor/core/impact/detectors';
import { toCsvLine } from '@candor/core/impact/exchange';
import { estimateSample, type JudgedStratum, type SampleEstimate } from '@candor/core/impact/findings';
import { ExportFile } from '../../adapters/files/export-file.ts';
import { exists, inspectPath, readBytes } from '../../adapters/files/files.ts';
import { randomBelow } from '../../adapters/keys/random.ts';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { listCopiesOf } from '../../evidence/store/found-copy-store.ts';
import {
  findSample,
  insertSample,
  keepAnswers,
  type SampleAnswer,
  type SampleRow,
  type StoredSample,
  type Stratum,
  streamSearched,
} from '../../impact/store/sample-store.ts';
import type { Progress } from '../progress.ts';
import { readExposedFindings } from './read-findings.ts';
import { scanFindings, toFindingScope } from './scan-findings.ts';

const COLUMNS = ['sample', 'row', 'message', 'custodian', 'location', 'holds'];
const ANSWERS: readonly SampleAnswer[] = ['yes', 'no', 'unsure'];
/** A sheet has a line a message; more is something else. */
const SHEET_BYTES = 64 * 1024 * 1024;

export interface SampleOrder {
  readonly out: string;
  readonly flagged: number;
  readonly unflagged: number;
  readonly by: string;
}

export interface SampleDrawn {
  readonly sample: number;
  readonly rows: number;
  readonly out: string;
}

/**
 * Draws messages at random from both strata, mixes them, and writes the sheet that people fill in. It says of no
 * message whether something was found in it.
 */
export async function drawSample(state: StateFolder, order: SampleOrder): Promise<SampleDrawn> {
  const { store } = state;
  const { incident, version, summary, findings } = await readExposedFindings(state);
  const flagged = new Set(findings.filter((one) => one.state !== 'dismissed').map(({ message }) => message));
  const picks = { flagged: new Reservoir(order.flagged), unflagged: new Reservoir(order.unflagged) };
  const scope = toFindingScope(incident, version.version, summary.alerts.mailboxesReached);
  for await (const messages of streamSearched(store, scope))
    for (const message of messages) picks[flagged.has(message) ? 'flagged' : 'unflagged'].add(message);
  const toRows = (stratum: Stratum) => picks[stratum].kept.map((message): SampleRow => ({ message, stratum }));
  const rows = shuffle([...toRows('flagged'), ...toRows('unflagged')]);
  if (rows.length === 0)
    throw new Refusal('not-searched', ['no exposed message was searched: there is nothing to draw from']);
  const sizes = { flagged: picks.flagged.seen, unflagged: picks.unflagged.seen };
  const sample = await store.durableTransaction(() => insertSample(store, { sizes, rows }, order.by, now()));
  const file = new ExportFile(order.out);
  file.write(toCsvLine(COLUMNS));
  for (const [at, { message }] of rows.entries()) {
    const [copy] = await listCopiesOf(store, Buffer.from(message, 'hex'));
    const place = [copy?.custodian ?? '', copy?.location ?? ''];
    file.write(toCsvLine([String(sample), String(at + 1), message, ...place, '']));
  }
  file.end();
  return { sample, rows: rows.length, out: order.out };
}

/** Keeps so many of a stream, each with the same chance (Vitter's algorithm R, 1985). */
class Reservoir {
  readonly kept: string[] = [];
  seen = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(message: string): void {
    this.seen += 1;
    if (this.kept.length < this.#limit) this.kept.push(message);
    else {
      const at = randomBelow(this.seen);
      if (at < this.#limit) this.kept[at] = message;
    }
  }
}

/** Fisher and Yates: every order is as likely. */
function shuffle(rows: SampleRow[]): readonly SampleRow[] {
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = randomBelow(at + 1);
    const [a, b] = [rows[at], rows[other]];
    if (a !== undefined && b !== undefined) [rows[at], rows[other]] = [b, a];
  }
  return rows;
}

export interface SampleView {
  readonly sample: number;
  readonly at: number;
  readonly by: string;
  readonly sizes: StoredSample['drawn']['sizes'];
  readonly answered: number;
  readonly unsure: number;
  /** It is null until answers are read back, so that the draw stays blind. */
  readonly estimate: SampleEstimate | null;
}

/**
 * Reads back the sheet and returns the estimate.
 * @throws Refusal for an unknown sheet, or answers other than yes, no and unsure.
 */
export async function readSample(state: StateFolder, path: string): Promise<SampleView> {
  const { sample, answers } = await readSheet(state, path);
  await state.store.durableTransaction(() => keepAnswers(state.store, sample.id, answers));
  return toSampleView({ ...sample, answers });
}

/**
 * The newest sample.
 * @throws Refusal without one.
 */
export async function showSample(state: StateFolder): Promise<SampleView> {
  const sample = await findSample(state.store, null);
  if (sample === null)
    throw new Refusal('no-sample', [
      advise`no sample was drawn; ${hint('findings.sample', { out: 'sheet.csv' })} draws one`,
    ]);
  return toSampleView(sample);
}

async function readSheet(
  { store }: StateFolder,
  path: string,
): Promise<{ readonly sample: StoredSample; readonly answers: Readonly<Record<string, SampleAnswer>> }> {
  const found = inspectPath(path);
  if (found.is !== 'file' || found.size > SHEET_BYTES)
    throw new Refusal('invalid-sheet', [`${path}: there is no such file, or it is too large to be a sheet`]);
  const reasons: string[] = [];
  const answers: Record<string, SampleAnswer> = {};
  let columns: readonly string[] | null = null;
  let sample: StoredSample | null = null;
  for (const { fields, line } of readCsv(Buffer.from(readBytes(path)).toString('utf8'))) {
    if (columns === null) {
      columns = fields.map((name) => name.trim().toLowerCase());
      const missing = ['sample', 'row', 'message', 'holds'].filter((name) => !columns?.includes(name));
      if (missing.length > 0)
        throw new Refusal('invalid-sheet', [`${path}:${line}: the first line does not name ${missing.join(', ')}`]);
      continue;
    }
    const cell = (name: string): string => fields[columns?.indexOf(name) ?? -1]?.trim() ?? '';
    if (fields.every((field) => field.trim() === '')) continue;
    sample ??= await findSample(store, Number(cell('sample')) || -1);
    if (sample === null || String(sample.id) !== cell('sample'))
      throw new Refusal('invalid-sheet', [`${path}:${line}: no sample "${cell('sample')}" was drawn in this state`]);
    if (sample.drawn.rows[Number(cell('row')) - 1]?.message !== cell('message')) {
      reasons.push(`${path}:${line}: row ${cell('row')} is not what was drawn`);
      continue;
    }
    const answer = cell('holds').toLowerCase();
    if (answer === '') continue;
    const known = ANSWERS.find((one) => one === answer);
    if (known === undefined) reasons.push(`${path}:${line}: "holds" is yes, no or unsure, not "${answer}"`);
    else answers[cell('row')] = known;
  }
  if (sample === null) reasons.push(`${path}: the sheet has no row`);
  if (reasons.length > 0 || sample === null) throw new Refusal('invalid-sheet', reasons);
  return { sample, answers };
}

function toSampleView({ id: sample, at, by, drawn, answers }: StoredSample): SampleView {
  const given = Object.values(answers ?? {});
  const toStratum = (stratum: Stratum): JudgedStratum => {
    const own = drawn.rows.flatMap((row, index) =>
      row.stratum === stratum ? [answers?.[String(index + 1)] ?? 'unsure'] : [],
    );
    const judged = own.filter((answer) => answer !== 'unsure');
    return {
      size: drawn.sizes[stratum],
      judged: judged.length,
      holding: judged.filter((answer) => answer === 'yes').length,
    };
  };
  return {
    sample,
    at,
    by,
    sizes: drawn.sizes,
    answered: given.length,
    unsure: given.filter((answer) => answer === 'unsure').length,
    estimate: answers === null ? null : estimateSample(toStratum('flagged'), toStratum('unflagged')),
  };
}

/**
 * Searches labelled mail and compares. Messages are identified by file name.
 * @throws Refusal for unreadable labels (`labels-refused`), with every line.
 */
export async function evaluateLabels(
  labelsPath: string,
  mailPath: string,
  { folds, ...options }: { readonly workers: number; readonly progress: Progress; readonly folds?: number },
): Promise<Evaluation> {
  const labels = readLabels(labelsPath);
  const { findings } = await scanFindings(mailPath, { out: null, ...options });
  const found = findings
    .filter(({ part }) => part !== 'subject')
    .map(({ location, ...finding }) => ({ ...finding, message: location.split('/').at(-1)?.split('#')[0] ?? '' }));
  return evaluateFindings(labels, found, folds);
}

function readLabels(path: string): readonly LabelledValue[] {
  if (!exists(path)) throw new Refusal('labels-refused', [`${path}: there is no file here.`]);
  const lines = new TextDecoder().decode(readBytes(path)).split('\n');
  const reasons: string[] = [];
  const labels = lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = readLabel(line);
    if (!('wrong' in read)) return [read];
    reasons.push(`${path}:${at + 1}: ${read.wrong}`);
    return [];
  });
  if (reasons.length > 0) throw new Refusal('labels-refused', reasons);
  return labels;
}
