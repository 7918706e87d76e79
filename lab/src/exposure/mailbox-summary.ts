import { compareUtf8 } from '@candor/core/base';
import { type Reason, VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import type { StrongRecords } from './strong-records.ts';

/** Copies of a mailbox listed by default. */
export const LISTED_COPIES = 20;
/** Copies without anything to say first. */
const UNLISTED: ReadonlySet<Verdict> = new Set(['no-evidence', 'absent']);

/** What is said of a mailbox before it is gone through copy by copy. */
export interface MailboxSummary {
  readonly copies: Readonly<Partial<Record<Verdict, number>>>;
  /** Copies by the code of a reason that they have. */
  readonly codes: Readonly<Record<string, number>>;
  /** Ids of the copies that stand first: strongest first, and by location. */
  readonly first: readonly number[];
  /** Missing where the version was made before this was kept. */
  readonly records?: StrongRecords;
}

interface Listed {
  readonly id: number;
  readonly location: string;
}

/** Counts the copies of one mailbox as they are judged. */
export class MailboxTally {
  readonly #copies = new Map<Verdict, number>();
  readonly #codes = new Map<string, number>();
  readonly #first = new Map<Verdict, Listed[]>();

  addCopy(copy: Listed, verdict: Verdict, reasons: readonly Reason[]): void {
    this.#copies.set(verdict, (this.#copies.get(verdict) ?? 0) + 1);
    for (const { code } of reasons) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    if (UNLISTED.has(verdict)) return;
    const first = this.#first.get(verdict);
    if (first === undefined) this.#first.set(verdict, [toListed(copy)]);
    else insert(first, copy);
  }

  sum(records: StrongRecords): MailboxSummary {
    const first = VERDICTS.flatMap((verdict) => this.#first.get(verdict) ?? []);
    return {
      copies: Object.fromEntries(this.#copies),
      codes: Object.fromEntries(this.#codes),
      first: first.slice(0, LISTED_COPIES).map(({ id }) => id),
      records,
    };
  }
}

/** Keeps as many as are listed, by location. */
function insert(first: Listed[], copy: Listed): void {
  const last = first.at(-1);
  const isBehind = last !== undefined && compareUtf8(copy.location, last.location) >= 0;
  if (isBehind && first.length >= LISTED_COPIES) return;
  const at = isBehind ? -1 : first.findIndex(({ location }) => compareUtf8(copy.location, location) < 0);
  first.splice(at < 0 ? first.length : at, 0, toListed(copy));
  first.splice(LISTED_COPIES);
}

function toListed({ id, location }: Listed): Listed {
  return { id, location };
}
