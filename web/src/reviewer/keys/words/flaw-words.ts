import type { KeyZoneFlaw } from '../protocol.ts';

/** Why the key zone did not do it, and what to do: one sentence or two for each. `{organization}` is the one whose notice it was. */
export type FlawWords = Readonly<Record<KeyZoneFlaw, string>>;
