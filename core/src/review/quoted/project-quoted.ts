import type { Runtime } from '@candor/core/base';
import { hasPrivilegeMark } from '../projection/privilege.ts';
import type { Projection, ProjectionRequest } from '../projection/projection.ts';
import { toCutMessage } from './cut-block.ts';
import { findQuoted } from './find-quoted.ts';
import type { QuotedBlock } from './quoted-block.ts';

/**
 * R7 where no original of a quotation is held, or the cut is not certain: what of a message in which the party stands
 * nowhere may be given. Nothing, until two people have looked at it; then the quoted blocks that name the party, each
 * cut out by itself.
 */
export function projectQuoted(
  runtime: Runtime,
  message: Uint8Array,
  request: ProjectionRequest & { readonly releasedQuotation: boolean },
): Projection {
  if (request.draft) return { outcome: 'withheld', because: 'draft' };
  if (request.privateMail && request.partyKind === 'organization')
    return { outcome: 'withheld', because: 'private-mail' };
  const own = findQuoted(runtime, message)
    .map(({ block }) => block)
    .filter(({ from, to }) => [...from, ...to].some(request.isOwn));
  if (own.length === 0) return { outcome: 'withheld', because: 'not-addressed' };
  if (!request.releasedByCounsel && own.some((block) => isPrivileged(block, request)))
    return { outcome: 'held', because: 'privilege' };
  if (!request.releasedQuotation) return { outcome: 'held', because: 'quoted' };
  return { outcome: 'quoted', messages: own.map(toCutMessage) };
}

/** What a release would give, as text: for the people who decide about it. */
export function cutQuotations(
  runtime: Runtime,
  message: Uint8Array,
  isOwn: (address: string) => boolean,
): readonly string[] {
  return findQuoted(runtime, message)
    .filter(({ block: { from, to } }) => [...from, ...to].some(isOwn))
    .map(({ block: { head, content } }) => [...head, '', ...content].join('\n'));
}

function isPrivileged({ from, to, subject, content }: QuotedBlock, { isCounsel }: ProjectionRequest): boolean {
  return [...from, ...to].some(isCounsel) || hasPrivilegeMark(subject, content.join('\n'));
}
