import { escapeControlsInJson, formatInstant } from '@candor/core/base';
import { toCsvLine } from '@candor/core/impact/exchange';
import { type DeliveryStateName, toOutcome } from '@candor/core/notice/delivery';
import { ExportFile } from '../../adapters/files/export-file.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readTaken } from '../../notice/store/chain-store.ts';
import { readInboxTime } from '../../notice/store/notified-store.ts';
import { readLetters, type StoredLetter } from '../../notice/store/posting-store.ts';
import { listDeliveries, listNotices, listWaves } from '../../notice/store/wave-store.ts';

/** Notifications: one line per delivery, per letter's last record, and per notice without either. */
export interface SentNoticeLine {
  readonly wave: number;
  readonly notice: number;
  readonly party: string;
  readonly name: string;
  readonly kind: string;
  readonly language: string;
  readonly exposure: number;
  readonly messages: number;
  readonly undetermined: number;
  readonly secrets: number | null;
  readonly issued: string;
  readonly notice_state: string;
  readonly contact: string;
  readonly rung: string;
  readonly purpose: string;
  readonly delivery_state: string;
  readonly changed: string;
  readonly reason: string;
  /**
   * `prepared`, `sent` (our relay took it), `settled`, `carried-over` (from before deliveries were chained),
   * `returned`, `posted` or `uncertain`.
   */
  readonly outcome: string;
  /** Bounces were read until this time; it is empty if none were. */
  readonly bounces_read: string;
}

const TOLD_COLUMNS = [
  'wave',
  'notice',
  'party',
  'name',
  'kind',
  'language',
  'exposure',
  'messages',
  'undetermined',
  'secrets',
  'issued',
  'notice_state',
  'contact',
  'rung',
  'purpose',
  'delivery_state',
  'changed',
  'reason',
  'outcome',
  'bounces_read',
] as const satisfies readonly (keyof SentNoticeLine)[];

/** Everything that was prepared and not given up, oldest first; without codes and without texts. */
export async function listSentNoticeLines(state: StateFolder): Promise<readonly SentNoticeLine[]> {
  const lines: SentNoticeLine[] = [];
  const readUntil = await readInboxTime(state.store);
  const taken = await readTaken(state.store);
  const bounces_read = readUntil === null ? '' : formatInstant(readUntil);
  for (const wave of await listWaves(state.store)) {
    if (wave.state === 'discarded' || wave.state === 'preparing') continue;
    const deliveries = Map.groupBy(await listDeliveries(state.store, wave.id), ({ notice_id }) => notice_id);
    const letters = await readLetters(state.store, wave.id);
    for (const notice of await listNotices(state.store, wave.id)) {
      const { facts } = notice;
      const told = {
        wave: wave.id,
        notice: notice.id,
        party: notice.party,
        name: facts.party.name ?? '',
        kind: facts.kind,
        language: facts.language,
        exposure: facts.exposure.version,
        messages: facts.figures.messages,
        undetermined: facts.figures.undetermined,
        secrets: facts.figures.secrets,
        issued: formatInstant(notice.issued_at),
        notice_state: notice.state,
        bounces_read,
      };
      const sent = deliveries.get(notice.id) ?? [];
      for (const delivery of sent)
        lines.push({
          ...told,
          contact: delivery.contact,
          rung: delivery.rung,
          purpose: delivery.purpose,
          delivery_state: delivery.state,
          changed: formatInstant(delivery.changed_at),
          reason: delivery.reason ?? '',
          outcome: toOutcome(delivery.state as DeliveryStateName, taken.get(delivery.message_id) ?? null).is,
        });
      const letter = letters.get(notice.id);
      if (letter !== undefined) lines.push({ ...told, ...toLetterCells(letter) });
      if (sent.length === 0 && letter === undefined)
        lines.push({
          ...told,
          contact: '',
          rung: '',
          purpose: '',
          delivery_state: '',
          changed: '',
          reason: '',
          outcome: 'prepared',
        });
    }
  }
  return lines;
}

/** Postal addresses come from the directory; the poster knows the rest by reference. */
function toLetterCells({ act, on, at, service, reference, by, why }: StoredLetter) {
  const how = [service, reference].filter((part) => part !== null).join(', ');
  return {
    ...{ contact: '', rung: 'letter', purpose: 'letter', delivery_state: act, changed: formatInstant(on ?? at) },
    reason: how === '' ? `${why} (${by})` : `${how} (${by}: ${why})`,
    outcome: act === 'posted' ? 'posted' : 'prepared',
  };
}

export function toSentNoticesCsv(lines: readonly SentNoticeLine[]): string {
  const rows = lines.map((line) => toCsvLine(TOLD_COLUMNS.map((column) => String(line[column] ?? ''))));
  return [toCsvLine([...TOLD_COLUMNS]), ...rows].join('');
}

export function writeSentNotices(lines: readonly SentNoticeLine[], path: string): void {
  const file = new ExportFile(path);
  file.write(
    path.endsWith('.json') ? escapeControlsInJson(`${JSON.stringify(lines, null, 2)}\n`) : toSentNoticesCsv(lines),
  );
  file.end();
}
