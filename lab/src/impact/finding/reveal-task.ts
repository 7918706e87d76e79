import type { WantedMessage } from '../../evidence/original/index.ts';

/** What a confined process is asked to show one value of. */
export interface RevealTask {
  /** One message. */
  readonly wanted: readonly WantedMessage<null>[];
  readonly part: string;
  /** Code points of the part's decoded text. */
  readonly offset: number;
  readonly length: number;
}

/** `changed`: the evidence is not what it was. `gone`: the part is not there. */
export type RevealAnswer = { readonly is: 'shown'; readonly value: string } | { readonly is: 'changed' | 'gone' };
