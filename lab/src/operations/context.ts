import type { Instant } from '@candor/core/base';
import { now } from '../adapters/process/clock.ts';
import {
  hasState,
  openStateForActing,
  openStateForReading,
  openStateForWriting,
  type StateFolder,
} from '../adapters/store/state-folder.ts';
import type { DecidedBy } from '../commands/decider.ts';
import type { Progress } from '../commands/progress.ts';
import type { SigningOrder } from '../notice/approval/index.ts';

/** Who calls an operation, and the key that proves it. */
export interface Actor {
  readonly name: string;
  readonly signing: SigningOrder | null;
}

/** What one call works with. A state is never shared between two calls. */
export interface Context {
  readonly state: StateFolder;
  readonly actor: Actor;
  /** When the call began. */
  readonly now: Instant;
  readonly progress: Progress;
  /** Called once nothing can be stopped any more. */
  readonly settle: () => void;
}

/** What whoever calls brings along. */
export type Caller = Omit<Context, 'state' | 'now'>;

/** `acting`: beside other acts; `writing`: alone. */
export type Opening = 'reading' | 'acting' | 'writing';

/** @throws Refusal when the state is missing, or in use by somebody else. */
export async function openContext(statePath: string, opening: Opening, caller: Caller): Promise<Context> {
  return { ...caller, state: await openState(statePath, opening), now: now() };
}

function openState(path: string, opening: Opening): Promise<StateFolder> {
  // A folder without a state, which may be evidence, stays as it is.
  if (opening === 'reading' || !hasState(path)) return openStateForReading(path);
  return opening === 'acting' ? openStateForActing(path) : openStateForWriting(path);
}

/** The decision of who calls. */
export function toDecidedBy({ actor }: Context, why: string): DecidedBy {
  return { by: actor.name, why, signing: actor.signing };
}
