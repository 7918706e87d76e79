import { advise, hint, Refusal } from '@candor/core/base';
import type { NoticeFacts } from '@candor/core/notice/text';
import type { NoticeRecord, WaveManifest } from '@candor/core/notice/wave';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../../adapters/store/schema.ts';
import { guardOf, objectOf, oneOfAll } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { WaveSettings } from '../wave-settings.ts';
import { localTextSchema, noticeFactsSchema } from './notice-facts-schema.ts';
import { noticeRecordSchema } from './notice-record-schema.ts';

type Stored<Table extends keyof Schema> = Readonly<Selectable<Schema[Table]>>;

/**
 * `preparing` (a process works on it or was killed), `composed` (may be approved), `approved`, `paused`, `discarded`.
 */
export type WaveState = 'preparing' | 'composed' | 'approved' | 'sending' | 'paused' | 'discarded';

/** A wave as the store has it. */
export interface StoredWave extends Omit<Stored<'notice_wave'>, 'settings' | 'state' | 'id'> {
  readonly id: number;
  readonly state: WaveState;
  readonly settings: WaveSettings;
}

export type NoticeState = 'composed' | 'approved' | 'withdrawn' | 'discarded';

/** A notice to one party, with the custodians of the mail it is about. */
export interface StoredFacts {
  readonly facts: NoticeFacts;
  readonly custodians: readonly string[];
  /** Fuller than the notice: ids that were one party when it was composed. */
  readonly mergedIds: readonly string[];
  /** The addresses whose mail it is about, since a directory or person may reassign them; null for an early notice. */
  readonly affected: readonly string[] | null;
}

export interface StoredNotice
  extends Omit<Stored<'notice_notice'>, 'facts' | 'record' | 'state' | 'id' | 'guessed'>,
    StoredFacts {
  readonly id: number;
  readonly state: NoticeState;
  readonly record: NoticeRecord | null;
  readonly isGuessed: boolean;
}

/** A notice without its text: of tens of thousands only the recipients and figures are needed. */
export type NoticeSummary = Omit<StoredNotice, 'text' | 'html'>;

export type StoredDelivery = Stored<'notice_delivery'> & { readonly id: number };

function toStoredWave(row: Stored<'notice_wave'> & { id: unknown }): StoredWave {
  return {
    ...row,
    id: Number(row.id),
    state: row.state as WaveState,
    settings: readStored(isWaveSettings, row.settings, 'notice_wave.settings', Number(row.id)),
  };
}

type KeptFacts = Omit<StoredFacts, 'affected'> & { readonly affected?: StoredFacts['affected'] };

export const isWaveSettings = guardOf(
  objectOf<WaveSettings>({
    wave: oneOfAll<WaveSettings['wave']>({
      'secrets-metadata': true,
      metadata: true,
      content: true,
      supplement: true,
      correction: true,
      update: true,
      reminder: true,
      announcement: true,
    }),
    only: z.array(z.string()).nullable(),
    except: z.array(z.string()),
    nextUpdate: z.number().nullable(),
    readableFrom: z.number().nullable(),
    happened: localTextSchema.nullable(),
    measures: localTextSchema.nullable().exactOptional(),
    unknown: localTextSchema.nullable(),
    added: z.record(z.string(), z.string()),
  }),
);

const isFacts = guardOf(
  objectOf<KeptFacts>({
    facts: noticeFactsSchema,
    custodians: z.array(z.string()),
    mergedIds: z.array(z.string()),
    affected: z.array(z.string()).nullable().exactOptional(),
  }),
);

const isRecord = guardOf(noticeRecordSchema);

const isWithdrawal = guardOf(
  objectOf<KeptWithdrawal>({ misdirected: z.boolean(), why: z.string(), unsent: z.literal(true).exactOptional() }),
);

/** What a notice tells, as it is kept; `notice` says which, in a fault. */
export function readFacts(text: string, notice: number): StoredFacts {
  const { affected, ...kept } = readStored(isFacts, text, 'notice_notice.facts', notice);
  return { ...kept, affected: affected ?? null };
}

/** Null for a notice that was not sealed. */
export function readRecord(text: string, notice: number): NoticeRecord | null {
  return text === '' ? null : readStored(isRecord, text, 'notice_notice.record', notice);
}

/** What is in a wave's manifest, which two people sign as a text. */
const isManifest = guardOf(
  objectOf<Pick<WaveManifest, 'root' | 'wave' | 'exposure'>>({
    root: z.string(),
    wave: z.number(),
    exposure: z.object({ version: z.number(), digest: z.string() }),
  }),
);

export function readManifest({
  id,
  manifest,
}: Pick<StoredWave, 'id' | 'manifest'>): Pick<WaveManifest, 'root' | 'wave' | 'exposure'> {
  return readStored(isManifest, manifest, 'notice_wave.manifest', id);
}

export function toStoredNotice(row: Stored<'notice_notice'> & { id: unknown }): StoredNotice {
  return { ...toToldNotice(row), text: row.text, html: row.html };
}

function toToldNotice(row: Omit<Stored<'notice_notice'>, 'text' | 'html'> & { id: unknown }): NoticeSummary {
  const { facts, custodians, mergedIds, affected } = readFacts(row.facts, Number(row.id));
  const { guessed, ...kept } = row;
  return {
    ...kept,
    isGuessed: guessed === 1,
    id: Number(row.id),
    state: row.state as NoticeState,
    facts,
    custodians,
    mergedIds,
    affected,
    record: readRecord(row.record, Number(row.id)),
  };
}

export async function listWaves(store: Store): Promise<readonly StoredWave[]> {
  const rows = await store.db.selectFrom('notice_wave').selectAll().orderBy('id').execute();
  return rows.map((row) => toStoredWave(row));
}

/**
 * The wave of this number, or the newest that was not discarded.
 * @throws Refusal when missing.
 */
export async function requireWave(store: Store, number: number | null): Promise<StoredWave> {
  const waves = await listWaves(store);
  const found =
    number === null ? waves.findLast(({ state }) => state !== 'discarded') : waves.find(({ id }) => id === number);
  if (found !== undefined) return found;
  throw new Refusal('unknown-wave', [
    number === null
      ? advise`no wave was prepared yet; ${hint('notice.prepare', { wave: 'metadata' })} drafts one`
      : advise`there is no wave ${number}; ${hint('notice.status')} lists them`,
  ]);
}

/** Notices of a wave in the order in which they were drafted. */
export async function listNotices(store: Store, wave: number): Promise<readonly StoredNotice[]> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .selectAll()
    .where('wave_id', '=', wave)
    .orderBy('id')
    .execute();
  return rows.map((row) => toStoredNotice(row));
}

/** @throws Refusal for an unknown number. */
export async function requireNotice(store: Store, id: number): Promise<StoredNotice> {
  const row = await store.db.selectFrom('notice_notice').selectAll().where('id', '=', id).executeTakeFirst();
  if (row !== undefined) return toStoredNotice(row);
  throw new Refusal('unknown-notice', [advise`there is no notice ${id}; ${hint('notice.export')} lists them`]);
}

/** Deliveries of a wave without their bytes. */
export async function listDeliveries(store: Store, wave: number): Promise<readonly Omit<StoredDelivery, 'message'>[]> {
  const rows = await store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select([
      'notice_delivery.id',
      'notice_delivery.key',
      'notice_delivery.notice_id',
      'notice_delivery.contact',
      'notice_delivery.role',
      'notice_delivery.rung',
      'notice_delivery.purpose',
      'notice_delivery.token',
      'notice_delivery.message_id',
      'notice_delivery.sha256',
      'notice_delivery.state',
      'notice_delivery.attempts',
      'notice_delivery.fence',
      'notice_delivery.claimed_by',
      'notice_delivery.lease_until',
      'notice_delivery.next_at',
      'notice_delivery.failed_at',
      'notice_delivery.failures',
      'notice_delivery.reason',
      'notice_delivery.changed_at',
    ])
    .where('notice_notice.wave_id', '=', wave)
    .orderBy('notice_delivery.id')
    .execute();
  return rows.map((row) => ({ ...row, id: Number(row.id), failures: Number(row.failures) }));
}

/**
 * Every notice that was, or may have been, sent and was not misdirected, oldest first. Excludes announcements, which
 * say nothing about a party's mail.
 */
export async function listSentNotices(store: Store): Promise<readonly NoticeSummary[]> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .select(['id', 'wave_id', 'party', 'kind', 'language', 'code', 'follows', 'state', 'facts', 'subject', 'record'])
    .select(['salt', 'position', 'issued_at', 'withdrawn_at', 'withdrawn', 'withdrawal_entry', 'posting', 'guessed'])
    .where('state', 'in', ['approved', 'withdrawn'])
    .where('kind', '!=', 'announcement')
    .orderBy('id')
    .execute();
  return rows.map((row) => toToldNotice(row)).filter((notice) => !reachedNobody(notice));
}

/** Where notices went that were taken back as misdirected, oldest first. */
export async function listMisdirected(
  store: Store,
): Promise<readonly { readonly notice: number; readonly contact: string }[]> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .innerJoin('notice_delivery', 'notice_delivery.notice_id', 'notice_notice.id')
    .select(['notice_notice.id as notice', 'notice_notice.withdrawn', 'notice_delivery.contact'])
    .where('notice_notice.withdrawn', 'is not', null)
    .orderBy('notice_delivery.id')
    .execute();
  return rows.filter(isMisdirected);
}

/** What is stored of a withdrawal besides its log entry. */
export interface KeptWithdrawal {
  readonly misdirected: boolean;
  readonly why: string;
  /** No message of the notice had left; left out where one had, or it has none. */
  readonly unsent?: true;
}

export function isMisdirected({ withdrawn }: Pick<StoredNotice, 'withdrawn'>): boolean {
  return withdrawn !== null && readStored(isWithdrawal, withdrawn, 'notice_notice.withdrawn', '').misdirected;
}

/** Whether this notice reached nobody: misdirected, or withdrawn before it left by mail or letter. */
export function reachedNobody({ withdrawn, posting }: Pick<StoredNotice, 'withdrawn' | 'posting'>): boolean {
  if (withdrawn === null) return false;
  const { misdirected, unsent } = readStored(isWithdrawal, withdrawn, 'notice_notice.withdrawn', '');
  return misdirected || (unsent === true && posting === null);
}

/** A wave that is about to be composed: it becomes one that can be approved when it is sealed. Gives its number. */
export async function insertWave(
  store: Store,
  wave: {
    readonly settings: WaveSettings;
    readonly version: number;
    readonly at: number;
    readonly by: string;
    readonly salt: Uint8Array;
  },
): Promise<number> {
  const { settings, version, at, by, salt } = wave;
  const { id } = await store.db
    .insertInto('notice_wave')
    .values({
      ...{ kind: settings.wave, version, state: 'preparing', made_at: at, made_by: by, salt },
      ...{ root: '', manifest: '', digest: '', entry: null, settings: JSON.stringify(settings) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}
