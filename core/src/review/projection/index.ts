/**
 * `projectMessage` makes the copy that the party's own mailbox would have held: pure, deterministic, byte by byte from
 * the evidence. It never throws on content; what cannot be decided is held for a person. `checkProjection` checks the
 * result with another reader: nothing it objects to may be sealed (docs/formats/projection.md).
 */

export { checkProjection, type ProjectionDefect } from './check-projection.ts';
export { projectMessage } from './project-message.ts';
export type { HoldReason, Projection, ProjectionRequest, WithholdReason } from './projection.ts';
