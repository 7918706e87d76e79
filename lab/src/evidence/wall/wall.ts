import { type Said, toSaid } from '@candor/core/base';
import type { EscapeKind } from './escapes.ts';

/** What the processes that read mail are walled with. */
export type WallWay = 'namespaces' | 'bubblewrap' | 'network' | 'permissions';

/** What was tried of the wall around the processes that read mail. */
export interface WallTrial {
  readonly way: WallWay;
  /** A probe behind the wall reached these outside of it. */
  readonly gotOut: readonly EscapeKind[];
  /** What could not be tried: the control outside of the wall did not succeed either. */
  readonly untried: readonly EscapeKind[];
  /** It is the system's answer to the first better way; null means that this is the best. */
  readonly refused: string | null;
}

export type WallSaying =
  | { readonly state: 'walled'; readonly said: Said<'walled', string> }
  | { readonly state: 'without'; readonly because: string };

const WORDS: Readonly<Record<WallWay, string>> = {
  namespaces: 'namespaces and permissions of Node',
  bubblewrap: 'bubblewrap and permissions of Node',
  network: 'a network namespace and permissions of Node',
  permissions: 'permissions of Node alone',
};

/** What may be said of the wall: only what was tried on this machine, in this run. */
export function sayWall({ way, gotOut, untried, refused }: WallTrial): WallSaying {
  if (gotOut.length === 0 && untried.length === 0)
    return {
      state: 'walled',
      said: toSaid(
        'walled',
        `mail is read without network, Unix sockets, signals and other files (${WORDS[way]}; each was tried in this run); logs are read outside of this wall`,
      ),
    };
  const out = gotOut.length === 0 ? [] : [`a probe behind its wall reached ${gotOut.join(', ')}`];
  const not = untried.length === 0 ? [] : [`${untried.join(', ')} not tried`];
  const why = refused === null ? [] : [`the system refused a better wall (${refused})`];
  return {
    state: 'without',
    because: `mail is read without a whole wall (${WORDS[way]}): ${[...out, ...not, ...why].join('; ')}. ${ADVICE}`,
  };
}

const ADVICE =
  'Allow this account user namespaces or install bubblewrap (docs/guide/install.md), and keep the machine off the network';

export function toWallWords(saying: WallSaying): string {
  return saying.state === 'walled' ? saying.said.value : saying.because;
}
