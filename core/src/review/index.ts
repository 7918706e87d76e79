/**
 * Review: what a party may see of the stolen mail, and how it is closed up for it alone (docs/formats/projection.md).
 *
 * - `projectMessage` makes the copy that the party's own mailbox would have held: pure, deterministic, byte by byte from the evidence. It never
 *   throws on content; what cannot be decided is held for a person.
 * - `checkProjection` looks at the result with another reader and another list. Nothing that it finds a flaw in may be sealed.
 */
export { checkProjection, type ProjectionFlaw } from './projection/check-projection.ts';
export { projectMessage } from './projection/project-message.ts';
export type { HoldReason, Projection, ProjectionRequest, WithholdReason } from './projection/projection.ts';
