import type { Instant } from '@candor/core/base';
import { now } from '../adapters/process/clock.ts';
import {
  hasState,
  openStateForActing,
  openStateForChecking,
  openStateForCuration,
  openStateForJudged,
  openStateForListing,
  openStateForReading,
  openStateForWriting,
  type StateFolder,
} from '../adapters/store/state-folder.ts';
import type { ActIn } from '../commands/acting.ts';
import type { DecidedBy } from '../commands/decider.ts';
import type { Progress } from '../commands/progress.ts';
import type { Signature } from '../notice/approval/index.ts';

/** The person who calls an operation, and the key that proves it. */
export interface Actor {
  readonly name: string;
  /** The account that calls; `name` may be another person. */
  readonly account: string;
  /** Null: nothing takes two people, and a decision is unproved. */
  readonly signature: Signature | null;
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
  /** Takes what ends a long operation in order. */
  readonly onStop: (stop: () => void) => void;
  /** Asks the caller for one line; null: nobody answers. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Number of the newest decision when a page read what it acts on; the command line reads what it acts on itself. */
  readonly seen?: number;
}

/** What whoever calls brings along. */
export type Caller = Omit<Context, 'state' | 'now'>;

/** For operations that open no state, or several times, or another one. */
export type LocalContext = Caller & { readonly statePath: string };

/**
 * `checking`: reads in several steps, with no run between them; `listing`: the same of what no run changes; `acting`:
 * beside other acts and a run; `judged`: the same while no run changes the evidence, from which it recomputes what was
 * judged; `curating`: replaces the parties of the newest version; `writing`: alone.
 */
export type Opening = 'reading' | 'checking' | 'listing' | 'acting' | 'judged' | 'curating' | 'writing';

const OPEN: Readonly<Record<Opening, (path: string) => Promise<StateFolder>>> = {
  reading: openStateForReading,
  checking: openStateForChecking,
  listing: openStateForListing,
  acting: openStateForActing,
  judged: openStateForJudged,
  curating: openStateForCuration,
  writing: openStateForWriting,
};

/** @throws Refusal when the state is missing, or in use by somebody else. */
export async function openContext(statePath: string, opening: Opening, caller: Caller): Promise<Context> {
  return { ...caller, state: await openState(statePath, opening), now: now() };
}

/** For what acts in several states, or in one again and again for a moment. */
export const actIn: ActIn = async (statePath, work) => {
  const state = await openState(statePath, 'acting');
  try {
    return await work(state);
  } finally {
    await state.close();
  }
};

function openState(path: string, opening: Opening): Promise<StateFolder> {
  // A folder without a state, which may be evidence, stays as it is.
  return hasState(path) ? OPEN[opening](path) : openStateForReading(path);
}

/** How the caller signs. @throws Error for an operation that nobody signs. */
export function requireSignature({ actor }: Pick<Caller, 'actor'>): Signature {
  if (actor.signature === null) throw new Error('this operation needs a signature');
  return actor.signature;
}

/** The decision of who calls. */
export function toDecidedBy({ actor, seen }: Context, why: string): DecidedBy {
  return { by: actor.name, why, signing: actor.signature, seen: seen ?? null };
}
