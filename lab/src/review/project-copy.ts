import type { Runtime } from '@candor/core/base';
import { describeMessage } from '@candor/core/review/described';
import { checkProjection, projectMessage } from '@candor/core/review/projection';
import { projectQuoted } from '@candor/core/review/quoted';
import { type OpenRecipient, sealContent } from '@candor/core/review/seal';
import type { ProjectionAnswer, ProjectionOrder, SealedProjection } from './projection-task.ts';

/** How a projection is closed up; a test may compare what goes in. */
export type SealProjection = (recipient: string, content: Uint8Array) => Promise<Uint8Array>;

export function createSeal(openRecipient: OpenRecipient): SealProjection {
  // One party's messages follow each other; making keys out of a text is half of the cost of sealing.
  const opened = new Map<string, ReturnType<OpenRecipient>>();
  const remember: OpenRecipient = (recipient) => {
    const known = opened.get(recipient);
    if (known !== undefined) return known;
    const fresh = openRecipient(recipient);
    opened.set(recipient, fresh);
    return fresh;
  };
  return (recipient, content) => sealContent(recipient, content, remember);
}

/**
 * One copy for one party: projected, looked at a second time, described, sealed. Runs in a confined process, because it
 * takes apart what strangers wrote. Never throws on content.
 */
export async function projectCopy(
  runtime: Runtime,
  seal: SealProjection,
  bytes: Uint8Array,
  order: ProjectionOrder,
  surroundings: { readonly recipient: string; readonly isCounsel: (address: string) => boolean },
): Promise<ProjectionAnswer> {
  const own = new Set(order.own);
  const isOwn = (address: string): boolean => own.has(address);
  const request = {
    isOwn,
    isCounsel: surroundings.isCounsel,
    draft: false,
    privateMail: order.privateMail,
    partyKind: order.partyKind,
    releasedByCounsel: order.releasedByCounsel,
    hasOnlyFooterMarks: order.hasOnlyFooterMarks === true,
  };
  const projection =
    order.quoted === undefined
      ? projectMessage(runtime, bytes, request)
      : projectQuoted(runtime, bytes, { ...request, releasedQuotation: order.quoted === 'released' });
  if (projection.outcome === 'held') return { is: 'held', because: projection.because };
  if (projection.outcome === 'withheld') return { is: 'withheld', because: projection.because };
  const projected = projection.outcome === 'whole' ? [projection.message] : projection.messages;
  const messages: SealedProjection[] = [];
  for (const [at, message] of projected.entries()) {
    const around = projection.outcome === 'attached' ? bytes : null;
    if ((await checkProjection(message, isOwn, around)).length > 0) return { is: 'held', because: 'flawed' };
    const sealed = await seal(surroundings.recipient, message);
    messages.push({
      id: runtime.sha256Hex(message),
      sealed: Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length).toString('base64'),
      described: describeMessage(runtime, message, isOwn),
      part: projection.outcome === 'attached' ? (projection.parts[at] ?? null) : null,
    });
  }
  return { is: 'sealed', attached: projection.outcome === 'attached', messages };
}
