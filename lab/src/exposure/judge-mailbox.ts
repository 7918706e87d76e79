import type { Exposure } from '@candor/core/exposure';
import type { MailboxJudge } from '@candor/core/exposure/judge';
import type { ListedFolder } from '@candor/core/incident';
import type { Store } from '../adapters/store/store.ts';
import { type MailboxCopies, type StoredCopy, streamCarriers, streamCopies } from '../evidence/store/copy-store.ts';
import type { QueryTexts } from './ask-texts.ts';
import type { ExposureCount } from './exposure-count.ts';
import { MailboxTally } from './mailbox-summary.ts';
import { forgetAnswers } from './store/answer-store.ts';
import type { VerdictWriter } from './store/verdict-writer.ts';

/** What judging a mailbox needs besides its copies. */
export interface MailboxWork {
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
  readonly askTexts: QueryTexts;
  readonly onCopies: (count: number) => void;
}

export interface Judging {
  readonly exposure: Exposure;
  readonly count: ExposureCount;
  readonly verdicts: VerdictWriter;
  /** Mailboxes whose texts were read for their carriers; their answers are kept to the end. */
  readonly readTexts: ReadonlySet<string>;
}

/**
 * The verdicts of copies that carry others, without C1, since what they carry may lie in any mailbox. Only mailboxes
 * with such copies are gone through. Gives the mailboxes whose texts were read.
 */
export async function settleCarriers(
  store: Store,
  exposure: Exposure,
  work: MailboxWork,
): Promise<ReadonlySet<string>> {
  for await (const copies of streamCarriers(store)) for (const copy of copies) exposure.seekCarrier(copy);
  const readTexts = new Set<string>();
  for (const custodian of exposure.carryingCustodians) {
    const judge = exposure.openMailbox(custodian, work.folderLists.get(custodian) ?? [], true);
    const shards = new Set<number>();
    for await (const copies of streamCopies(store, [custodian])) observe(judge, copies, shards);
    if (shards.size > 0) {
      await work.askTexts(shards, judge.questions);
      readTexts.add(custodian);
    }
    for await (const copies of streamCarriers(store, custodian))
      for (const copy of copies)
        if (exposure.isCarrier(copy)) exposure.settleCarrier(copy, judge.judge(copy, copy.hits));
  }
  return readTexts;
}

/** One verdict for each copy of a mailbox. */
export async function judgeMailbox(
  store: Store,
  { exposure, count, verdicts, readTexts }: Judging,
  { custodian, held }: MailboxCopies,
  work: MailboxWork,
): Promise<MailboxTally> {
  const summary = new MailboxTally();
  const judge = exposure.openMailbox(custodian, work.folderLists.get(custodian) ?? []);
  const shards = new Set<number>();
  const stream = () => streamCopies(store, [custodian]);
  for await (const copies of held === null ? stream() : [held]) observe(judge, copies, shards);
  if (shards.size > 0 && !readTexts.has(custodian)) await work.askTexts(shards, judge.questions);
  // Those that are held came without the answers.
  for await (const copies of held === null || shards.size > 0 ? stream() : [held]) {
    for (const copy of copies) {
      const { verdict, reasons } = judge.judge(copy, copy.hits);
      count.addCopy(copy, { verdict, reasons, spanEnd: judge.span.to });
      summary.addCopy(copy, verdict, reasons);
      verdicts.add(copy.id, verdict, reasons);
    }
    work.onCopies(copies.length);
  }
  // The table of answers is emptied as a whole.
  if (shards.size > 0 && readTexts.size === 0) await forgetAnswers(store);
  exposure.closeMailbox(custodian, judge);
  return summary;
}

/** `shards`: those with a text that has questions. */
function observe(judge: MailboxJudge, copies: readonly StoredCopy[], shards: Set<number>): void {
  for (const copy of copies) {
    judge.observe(copy);
    if (judge.questions.length > 0 && judge.questionsFor(copy).length > 0) shards.add(copy.shardId);
  }
}
