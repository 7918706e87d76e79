/** What a message is made of, as an answer names it. `structure`: whether every program takes it apart alike. */
export type NoticePart =
  | 'sender'
  | 'recipient'
  | 'subject'
  | 'date'
  | 'header'
  | 'text'
  | 'html'
  | 'parts'
  | 'structure';

/**
 * What one part is, mildest first. `replaced`: links of a gateway that keep no address stand where ours were;
 * `partial`: issued lines, and not all of them.
 */
export type PartState =
  | 'issued'
  | 'rewritten'
  | 'missing'
  | 'not-compared'
  | 'partial'
  | 'replaced'
  | 'added'
  | 'ambiguous'
  | 'changed';

/** One part of a received message with its state. */
export interface ComparedPart {
  readonly part: NoticePart;
  readonly state: PartState;
}
