import { createHash } from 'node:crypto';
import {
  advise,
  formatAmount,
  formatCount,
  hint,
  type Problem,
  quoteForShell,
  Refusal,
  toDigestPlace,
} from '@candor/core/base';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findLostFiles, isJudged, type LostFile } from '../../evidence/store/judged-file-store.ts';
import { requireLastVersion } from '../open-version.ts';

/** Maximum files named in a sentence; `candor evidence lost` lists all. */
const namesListed = 3;

/**
 * Problems about evidence of an earlier exposure that this one lacks: one per log, one per mailbox. Their place
 * contains a digest of what is missing, so that accepting it accepts nothing later and no other problem of the file.
 */
export async function findLostEvidence(store: Store): Promise<Problem[]> {
  const problems: Problem[] = [];
  let lost = new Loss();
  let moved = new Loss();
  const tell = () => {
    problems.push(...lost.toGone(), ...moved.toMoved());
    lost = new Loss();
    moved = new Loss();
  };
  let before: LostFile | null = null;
  for await (const file of findLostFiles(store)) {
    if (before !== null && (file.purpose === 'access' || file.custodian !== before.custodian)) tell();
    (file.state === 'moved' ? moved : lost).add(file);
    before = file;
  }
  tell();
  return problems;
}

const states = [
  ['gone', 'gone', 'is gone: it is not there, or the incident file no longer names it'],
  ['replaced', 'with other bytes', 'has other bytes now'],
  ['unopened', 'that cannot be opened', 'can no longer be opened'],
] as const;

/** Files of one mailbox, or one log. Possibly millions, so few are kept. */
class Loss {
  #first: LostFile | null = null;
  #last: LostFile | null = null;
  #version = 0;
  readonly #digest = createHash('sha256');
  readonly #byState = new Map<LostFile['state'], { names: string[]; count: number }>();

  /** In order of path. */
  add(file: LostFile): void {
    this.#first ??= file;
    this.#last = file;
    this.#version = Math.max(this.#version, file.version);
    this.#digest.update(`${file.sha256}  ${file.path}\n`);
    const same = this.#byState.get(file.state) ?? { names: [], count: 0 };
    this.#byState.set(file.state, same);
    same.count += 1;
    if (same.names.length < namesListed) same.names.push(file.path);
  }

  get #count(): number {
    return [...this.#byState.values()].reduce((sum, { count }) => sum + count, 0);
  }

  toGone(): Problem[] {
    const [first, last] = [this.#first, this.#last];
    if (first === null || last === null) return [];
    const isOne = first === last;
    const digest = isOne ? first.sha256 : this.#digest.digest('hex');
    const place = toDigestPlace(toCommonPath(first, last), digest);
    const found = states.flatMap(([state, many, one]) => {
      const some = this.#byState.get(state);
      if (some === undefined) return [];
      return [isOne ? one : `${formatCount(some.count)} ${many} (${toNames(some.names, some.count)})`];
    });
    const what = isOne
      ? `exposure ${this.#version} was judged from a file that ${found.join()}. What only this file held no longer counts: restore it, and keep other bytes beside it under another name`
      : `${this.#version === 1 ? 'exposure 1 was' : `exposures up to ${this.#version} were`} judged from ${formatCount(this.#count)} files that have changed or are gone: ${found.join(', ')}; ${hint('evidence.lost')} lists them. What only they held no longer counts: restore them, and keep other bytes beside them under other names`;
    return [
      {
        code: 'evidence-gone',
        place,
        text: `${what}, or accept it with --accept ${quoteForShell(place)}.`,
        weight: 'person',
      },
    ];
  }

  toMoved(): Problem[] {
    const [first, last] = [this.#first, this.#last];
    if (first === null || last === null) return [];
    const what = first === last ? 'these bytes' : `the bytes of ${formatAmount(this.#count, 'file')}`;
    const text = `exposure ${this.#version} had ${what} under another name or for another mailbox; they were read in their new place.`;
    return [{ code: 'evidence-moved', place: toCommonPath(first, last), text, weight: 'note' }];
  }
}

function toNames(names: readonly string[], count: number): string {
  return count > names.length ? `${names.join(', ')} and ${formatCount(count - names.length)} more` : names.join(', ');
}

/** The path of a file, or the common folder of several. */
function toCommonPath(first: LostFile, last: LostFile): string {
  if (first === last) return first.path;
  const folders = last.path.split('/');
  const shared = first.path.split('/').slice(0, -1);
  const differs = shared.findIndex((folder, at) => folder !== folders[at]);
  const common = shared.slice(0, differs === -1 ? shared.length : differs).join('/');
  return common === '' ? (first.custodian ?? first.path) : common;
}

/**
 * Every file of evidence that an earlier exposure was judged from and the newest run did not read as it was, sorted by
 * purpose, custodian and path. There may be millions.
 * @throws Refusal while a run reads, or when the last one was stopped: what it had not come to would be called gone.
 */
export async function listLostFiles(state: StateFolder): Promise<AsyncIterable<LostFile>> {
  await requireLastVersion(state);
  const { path, store } = state;
  if (await isJudged(store)) return findLostFiles(store);
  throw new Refusal('unfinished', [
    advise`${path}: the last run has not ended, and only then is it known what is missing; wait for it, or continue it with ${hint('run', '<incident.yaml>')}`,
  ]);
}
