import type { RecordBinding } from '@candor/core/notice/wave';
import type { IssuedNotice, IssuedText, MissingProof, NoticeAnswer } from './answer.ts';
import { compareMessage, type MessageComparison } from './compare/compare-message.ts';
import { isActedOn } from './compare/findings.ts';
import { type ReceivedContent, type ReceivedTools, readReceived } from './received/received-message.ts';
import { claimGenuine, claimRewritten } from './said-answer.ts';
import type { SealedNotice } from './sealed-notice.ts';

/** The half of a check that reads and compares a received message; imported only when one is given. */

export { compareMessage, type MessageComparison, readReceived };

export interface ProvedNotice extends Pick<RecordBinding, 'isRecipient'> {
  readonly sealed: SealedNotice;
  readonly notice: IssuedNotice;
  readonly issued: IssuedText | null;
  readonly missing: readonly MissingProof[];
  /** The organization's own domain. */
  readonly domain: string;
}

export async function compareGiven(
  tools: ReceivedTools,
  proved: ProvedNotice,
  content: ReceivedContent,
): Promise<NoticeAnswer> {
  const { notice, issued, isRecipient, domain } = proved;
  const received = await readReceived(tools, content);
  if ('unreadable' in received) return { kind: 'unreadable', notice, issued, why: received.unreadable };
  const { record, text, twin, dates } = proved.sealed;
  const issuedTo = notice.issuedTo.value;
  const header = {
    subject: record.subject,
    dates,
    from: record.from ?? null,
    replyTo: record.replyTo ?? null,
    domain,
    // A provider's domain is not its customer's: a list or a sender there is anybody.
    recipient: issuedTo.includes('@') ? '' : issuedTo,
    isRecipient,
  };
  const hasLists = record.v === 1;
  const { parseHtml, runtime } = tools;
  const comparison = compareMessage(
    { parseHtml, sha256Hex: runtime.sha256Hex },
    { header, text, twin, htmlDigest: record.html, hasLists },
    received,
  );
  return toAnswer(proved, comparison);
}

/** The worse of message and proof. */
function toAnswer({ notice, issued, missing }: ProvedNotice, comparison: MessageComparison): NoticeAnswer {
  const { standing, parts, changes, additions, notes, outer } = comparison;
  const rewritten = claimRewritten(standing, notes);
  const common = {
    notice,
    issued,
    compared: { standing, parts, isActedOn: isActedOn(parts), notes, additions, rewritten },
  };
  if (standing === 'not-the-notice') return { kind: 'not-the-notice', ...common };
  if (standing === 'changed') return { kind: 'changed', ...common, changes };
  if (standing === 'inside') return { kind: 'inside', ...common, outer: outer ?? { from: '', subject: '' }, changes };
  // Neither says that the whole text is the issued one.
  if (standing === 'ambiguous' || standing === 'partial') return { kind: standing, ...common };
  if (notice.supersededAt !== null) return { kind: 'superseded', ...common, at: notice.supersededAt };
  if (missing.length > 0) return { kind: 'incomplete', ...common, missing };
  if (standing !== 'issued') return { kind: standing, ...common };
  const genuine = claimGenuine({ standing, notice, issued, missing });
  return genuine === null ? { kind: 'unproved', notice } : { kind: 'genuine', ...common, genuine };
}
