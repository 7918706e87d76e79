import type { Store } from '../../adapters/store/store.ts';
export async function countUncertain(store: Store): Promise<number> {
  const { count } = await store.db
    .selectFrom('notice_delivery')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'uncertain')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listUnsent(store: Store): Promise<readonly UnsentWave[]> {
  const rows = await store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(({ fn }) => ['wave.id', 'wave.kind', 'wave.state', fn.countAll<number>().as('messages')])
    .where('delivery.state', 'in', ['approved', 'deferred'])
    .where('notice.state', '=', 'approved')
    .groupBy(['wave.id', 'wave.kind', 'wave.state'])
    .orderBy('wave.id')
    .execute();
  return rows.map(({ id, kind, state, messages }) => ({
    wave: Number(id),
    kind,
    isPaused: state === 'paused',
    messages: Number(messages),
  }));
}

export async function listComposed(store: Store): Promise<readonly DraftedWave[]> {
  const rows = await store.db
    .selectFrom('notice_wave as wave')
    .innerJoin('notice_notice as notice', 'notice.wave_id', 'wave.id')
    .select(({ fn }) => ['wave.id', 'wave.kind', fn.countAll<number>().as('notices')])
    .where('wave.state', '=', 'composed')
    .groupBy(['wave.id', 'wave.kind'])
    .orderBy('wave.id')
    .execute();
  return rows.map(({ id, kind, notices }) => ({ wave: Number(id), kind, notices: Number(notices) }));
}

/** Approved messages of a wave that no relay was given yet. */
export interface UnsentWave {
  readonly wave: number;
  readonly kind: string;
  readonly isPaused: boolean;
  readonly messages: number;
}

/** A wave that is composed and that fewer than two people have agreed to. */
export interface DraftedWave {
  readonly wave: number;
  readonly kind: string;
  readonly notices: number;
}

/** What became of the messages of approved notices. */
export async function listOutcomes(store: Store) {
  return store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .select(['notice.id', 'notice.party', 'notice.posting', 'delivery.state'])
    .where('notice.state', '=', 'approved')
    .where('notice.kind', '!=', 'announcement')
    .groupBy(['notice.id', 'notice.party', 'notice.posting', 'delivery.state'])
    .execute();
}
