/**
 * Control texts: synthetic sentences that a search must find something in, or it may not say that it searched
 * (docs/formats/findings-jsonl.md, Control messages).
 */

export { type ControlText, composeControlText, listControlKinds } from './control-text.ts';
export type { Draw } from './draw.ts';
