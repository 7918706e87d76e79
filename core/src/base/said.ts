declare const promise: unique symbol;

/**
 * The promises that Candor's sentences make (docs/sentences.md). Each has one owner: the function that decides whether
 * the sentence may be said.
 */
export type PromiseName =
  | 'cleared'
  | 'arrived-after'
  | 'to-notify'
  | 'intruder'
  | 'access-period'
  | 'notified'
  | 'sent'
  | 'data-subjects'
  | 'searched'
  | 'nothing-found'
  | 'genuine'
  | 'issued-to'
  | 'rewritten'
  | 'exit-zero'
  | 'approved'
  | 'agrees'
  | 'nothing-needed'
  | 'walled'
  | 'no-match'
  | 'masked'
  | 'this-incident'
  | 'notified-of-all';

/**
 * What the owner of a promise lets be said. Screens, reports and catalogues take nothing else for these sentences, so
 * that nobody says them on a figure of their own.
 */
export interface Said<Name extends PromiseName, Value> {
  readonly value: Value;
  readonly [promise]: Name;
}

/** Only for the owner of the promise; a house test finds every other caller. */
export function toSaid<Name extends PromiseName, Value>(_name: Name, value: Value): Said<Name, Value> {
  return { value } as Said<Name, Value>;
}

/** For JSON: what is said, without the object that carries the promise. Any other value is given back as it is. */
export function toUnbranded(value: unknown): unknown {
  const isSaid = typeof value === 'object' && value !== null && Object.keys(value).join() === 'value';
  return isSaid && 'value' in value ? value.value : value;
}
