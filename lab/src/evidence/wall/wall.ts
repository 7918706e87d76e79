import { type Said, toSaid } from '@candor/core/base';

/** What was tried of the wall around the processes that read evidence. */
export interface WallTrial {
  /** A program was started in a network namespace of its own, and ended well. */
  readonly network: boolean;
}

export type WallSaying =
  | { readonly state: 'walled'; readonly said: Said<'walled', string> }
  | { readonly state: 'without'; readonly because: string };

/** What may be said of the wall: only what was tried on this machine. */
export function sayWall({ network }: WallTrial): WallSaying {
  if (!network)
    return {
      state: 'without',
      because:
        'read without a network wall: this system starts no program in a network namespace of its own; only the permissions of Node hold',
    };
  return {
    state: 'walled',
    said: toSaid(
      'walled',
      'read in a network namespace of its own, which was tried; Unix sockets, signals and files were not tried',
    ),
  };
}

export function toWallWords(saying: WallSaying): string {
  return saying.state === 'walled' ? saying.said.value : saying.because;
}
