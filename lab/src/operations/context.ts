import type { Instant } from '@candor/core/base';
import { now } from '../adapters/process/clock.ts';
import {
  hasState,
  openStateForActing,
  openStateForChecking,
  openStateForReading,
  openStateForWriting,
  type StateFolder,
} from '../adapters/store/state-folder.ts';
import type { DecidedBy } from '../commands/decider.ts';
import type { Progress } from '../commands/progress.ts';
import type { Signature } from '../notice/approval/index.ts';

/** Who calls an operation, and the key that proves it. */
export interface Actor {
  readonly name: string;
  /** The account that calls, whoever is named. */
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
}

/** What whoever calls brings along. */
export type Caller = Omit<Context, 'state' | 'now'>;

/** For operations that open no state, or several times, or another one. */
export type LocalContext = Caller & { readonly statePath: string };

/** `checking`: reads in several steps, with no run between them; `acting`: beside other acts; `writing`: alone. */
export type Opening = 'reading' | 'checking' | 'acting' | 'writing';

/** @throws Refusal when the state is missing, or in use by somebody else. */
export async function openContext(statePath: string, opening: Opening, caller: Caller): Promise<Context> {
  return { ...caller, state: await openState(statePath, opening), now: now() };
}

function openState(path: string, opening: Opening): Promise<StateFolder> {
  // A folder without a state, which may be evidence, stays as it is.
  if (opening === 'reading' || !hasState(path)) return openStateForReading(path);
  if (opening === 'checking') return openStateForChecking(path);
  return opening === 'acting' ? openStateForActing(path) : openStateForWriting(path);
}

/** How the caller signs. @throws Error for an operation that nobody signs. */
export function requireSignature({ actor }: Pick<Caller, 'actor'>): Signature {
  if (actor.signature === null) throw new Error('this operation needs a signature');
  return actor.signature;
}

/** The decision of who calls. */
export function toDecidedBy({ actor }: Context, why: string): DecidedBy {
  return { by: actor.name, why, signing: actor.signature };
}
