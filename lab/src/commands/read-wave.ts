import { compareFigures, type FigureDifference, type Ladder, type NoticeFigures } from '@candor/core/notice';
import { nodeCryptography } from '../adapters/cryptography.ts';
import { openStateForReading, type StateFolder } from '../adapters/state-folder.ts';
import { listApprovals } from '../notice/approval-store.ts';
import { loadIncidentNow } from '../notice/disclosure.ts';
import { listDeliveries, listNotices, listWaves, requireWave, type StoredWave } from '../notice/wave-store.ts';

/** A wave in one line. */
export interface WaveLine {
  readonly wave: number;
  readonly kind: string;
  readonly state: StoredWave['state'];
  readonly version: number;
  readonly digest: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly approvedBy: readonly string[];
  /** Position in the log. */
  readonly entry: number | null;
  readonly notices: number;
  readonly deliveries: Readonly<Record<string, number>>;
}

/** One notice as an approver must see it. */
export interface NoticeView {
  readonly notice: number;
  readonly party: string;
  readonly name: string | null;
  readonly kind: string;
  readonly language: string;
  readonly state: string;
  readonly code: string;
  readonly domains: readonly string[];
  readonly figures: NoticeFigures;
  /** Figures that the party was told last; null for a first notice. */
  readonly before: NoticeFigures | null;
  readonly difference: FigureDifference | null;
  readonly custodians: readonly string[];
  readonly contacts: readonly {
    readonly contact: string;
    readonly role: string | null;
    readonly rung: Ladder['steps'][number]['rung'];
    readonly state: string;
    readonly reason: string | null;
  }[];
  readonly issuedAt: number;
  readonly withdrawnAt: number | null;
  readonly subject: string;
  readonly text: string;
}

export interface WaveView extends WaveLine {
  readonly settings: StoredWave['settings'];
  readonly views: readonly NoticeView[];
  /** What the gate said last; null: it was not asked. */
  readonly gate: { readonly passed: boolean; readonly at: number; readonly result: unknown } | null;
}

/** The wave of this number, or the newest; with the notices of one party, or all. */
export async function readWave(statePath: string, number: number | null, party: string | null): Promise<WaveView> {
  const state = await openStateForReading(statePath);
  try {
    const wave = await requireWave(state.store, number);
    const views = await readViews(state, wave.id);
    const shown = party === null ? views : views.filter((view) => isOf(view, party));
    return { ...(await toLine(state, wave)), settings: wave.settings, views: shown, gate: await readGate(state) };
  } finally {
    await state.close();
  }
}

/** Every wave, newest last. */
export async function readWaves(statePath: string): Promise<readonly WaveLine[]> {
  const state = await openStateForReading(statePath);
  try {
    const lines: WaveLine[] = [];
    for (const wave of await listWaves(state.store)) lines.push(await toLine(state, wave));
    return lines;
  } finally {
    await state.close();
  }
}

async function toLine(state: StateFolder, wave: StoredWave): Promise<WaveLine> {
  const { incident } = await loadIncidentNow(state.store);
  const counts: Record<string, number> = {};
  for (const { state: standing } of await listDeliveries(state.store, wave.id))
    counts[standing] = (counts[standing] ?? 0) + 1;
  const { count } = await state.store.db
    .selectFrom('notice_notice')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('wave_id', '=', wave.id)
    .executeTakeFirstOrThrow();
  const means = { store: state.store, cryptography: nodeCryptography };
  const approvals = wave.digest === '' ? [] : await listApprovals(means, 'wave', wave.digest, incident.operators);
  return {
    wave: wave.id,
    kind: wave.kind,
    state: wave.state,
    version: wave.version,
    digest: wave.digest,
    madeAt: wave.made_at,
    madeBy: wave.made_by,
    approvedBy: approvals.map(({ operator }) => operator),
    entry: wave.entry,
    notices: Number(count),
    deliveries: counts,
  };
}

async function readViews({ store }: StateFolder, wave: number): Promise<readonly NoticeView[]> {
  const deliveries = await listDeliveries(store, wave);
  const notices = await listNotices(store, wave);
  const byNotice = Map.groupBy(deliveries, ({ notice_id }) => notice_id);
  return notices.map((notice) => {
    const { facts } = notice;
    const before = facts.previous?.figures ?? null;
    return {
      notice: notice.id,
      party: notice.party,
      name: facts.party.name,
      kind: facts.kind,
      language: facts.language,
      state: notice.state,
      code: notice.code,
      domains: facts.party.domains,
      figures: facts.figures,
      before,
      difference: before === null ? null : compareFigures(before, facts.figures),
      custodians: notice.custodians,
      contacts: (byNotice.get(notice.id) ?? []).map(({ contact, role, rung, state, reason }) => ({
        contact,
        role,
        rung: rung as NoticeView['contacts'][number]['rung'],
        state,
        reason,
      })),
      issuedAt: notice.issued_at,
      withdrawnAt: notice.withdrawn_at,
      subject: notice.subject,
      text: notice.text,
    };
  });
}

function isOf(view: NoticeView, party: string): boolean {
  return view.party === party || view.domains.includes(party.toLowerCase()) || String(view.notice) === party;
}

async function readGate({ store }: StateFolder): Promise<WaveView['gate']> {
  const row = await store.db.selectFrom('notice_gate').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return null;
  return { passed: row.passed === 1, at: row.made_at, result: JSON.parse(row.result) as unknown };
}
