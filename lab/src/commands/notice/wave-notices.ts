import type { NoticeFigures } from '@candor/core/notice/text';
import { compareFigures, countRise, type FigureDifference } from '@candor/core/notice/wave';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { listContactsOf, readNoticeStates, streamListedNotices } from '../../notice/store/wave-list-store.ts';
import { requireWave, type StoredWave } from '../../notice/store/wave-store.ts';

/** Compared with what the party was told before; `first`: nothing was. */
export type NoticeChange = 'first' | FigureDifference;

type ListedFigures = Pick<NoticeFigures, 'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined'>;

/** What does not change once a wave is composed. */
export interface NoticeLine {
  readonly notice: number;
  readonly party: string;
  readonly name: string | null;
  readonly isPerson: boolean;
  readonly kind: string;
  readonly language: string;
  readonly change: NoticeChange;
  readonly figures: ListedFigures;
  readonly before: ListedFigures | null;
  readonly rise: number;
  readonly isGuessed: boolean;
}

export interface WaveNotices {
  readonly lines: readonly NoticeLine[];
  /** Mailboxes that the notices are about. */
  readonly custodians: ReadonlySet<string>;
}

/** Facts of 20,000 notices take seconds to read. What two people sign has a digest: another one is read again. */
let kept: { readonly of: string; readonly notices: WaveNotices } | null = null;

export async function readWaveNotices(state: StateFolder, wave: StoredWave): Promise<WaveNotices> {
  const of = `${state.path}\n${wave.id}\n${wave.digest}`;
  if (kept?.of === of) return kept.notices;
  const lines: NoticeLine[] = [];
  const custodians = new Set<string>();
  for await (const { id, party, facts, isGuessed, custodians: own } of streamListedNotices(state.store, wave.id)) {
    for (const custodian of own) custodians.add(custodian);
    const before = facts.previous?.figures ?? null;
    lines.push({
      notice: id,
      party,
      name: facts.party.name,
      isPerson: facts.party.kind === 'person',
      kind: facts.kind,
      language: facts.language,
      change: before === null ? 'first' : compareFigures(before, facts.figures),
      figures: toListed(facts.figures),
      before: before === null ? null : toListed(before),
      rise: countRise(before, facts.figures),
      isGuessed,
    });
  }
  const notices = { lines, custodians };
  // Without a digest it is still being composed.
  kept = wave.digest === '' ? null : { of, notices };
  return notices;
}

function toListed({ accessed, presumed, partial, possible, undetermined }: NoticeFigures): ListedFigures {
  return { accessed, presumed, partial, possible, undetermined };
}

export interface NoticeWindow {
  /** Part of a party's id or name; empty: any. */
  readonly text: string;
  /** Each of these three empty: with any. */
  readonly changes: readonly NoticeChange[];
  readonly languages: readonly string[];
  readonly who: readonly ('organizations' | 'people')[];
  readonly by: 'rise' | 'party' | 'messages' | 'language';
  readonly isDescending: boolean;
  readonly from: number;
  readonly count: number;
}

export interface WaveNoticeRow extends NoticeLine {
  readonly state: string;
  readonly contacts: readonly { readonly contact: string; readonly rung: string }[];
}

/** Some notices of a wave in order. By rise or messages the largest come first. */
export async function listWaveNotices(
  state: StateFolder,
  number: number,
  { text, changes, languages, who, by, isDescending, from, count }: NoticeWindow,
): Promise<{ readonly total: number; readonly rows: readonly WaveNoticeRow[] }> {
  const { lines } = await readWaveNotices(state, await requireWave(state.store, number));
  const wanted = text.trim().toLowerCase();
  const found = lines.filter(
    ({ party, name, change, language, isPerson }) =>
      (changes.length === 0 || changes.includes(change)) &&
      (languages.length === 0 || languages.includes(language)) &&
      (who.length === 0 || who.includes(isPerson ? 'people' : 'organizations')) &&
      (wanted === '' || party.toLowerCase().includes(wanted) || name?.toLowerCase().includes(wanted) === true),
  );
  const sorted = found.toSorted((a, b) => ORDERS[by](a, b) || a.notice - b.notice);
  const rows = (isDescending ? sorted.toReversed() : sorted).slice(from, from + count);
  const ids = rows.map(({ notice }) => notice);
  const states = await readNoticeStates(state.store, ids);
  const contacts = Map.groupBy(await listContactsOf(state.store, ids), ({ notice }) => notice);
  return {
    total: found.length,
    rows: rows.map((row) => ({
      ...row,
      state: states.get(row.notice) ?? '',
      contacts: (contacts.get(row.notice) ?? []).map(({ contact, rung }) => ({ contact, rung })),
    })),
  };
}

type Compare = (a: NoticeLine, b: NoticeLine) => number;

const ORDERS: Readonly<Record<NoticeWindow['by'], Compare>> = {
  rise: (a, b) => b.rise - a.rise,
  messages: (a, b) => countMessages(b) - countMessages(a),
  party: (a, b) => compareTexts(a.party, b.party),
  language: (a, b) => compareTexts(a.language, b.language),
};

function countMessages({ figures }: NoticeLine): number {
  return Object.values(figures).reduce((sum, count) => sum + count, 0);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
