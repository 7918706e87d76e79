import { createHmac } from 'node:crypto';
import { isInAttached, toFindingClass, toOwnPart } from '@candor/core/impact/findings';
import type { IndexedFinding } from '@candor/core/review/seal';
import { exists } from '../adapters/files/files.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { openValueKey, toValueKeyPath } from '../impact/index.ts';
import { type FoundMessage, readCountedFindings, type StoredFinding } from '../impact/store/found-messages.ts';
import type { ChosenMessage } from './chosen-message.ts';
import type { MessageOutcome } from './fill-vaults.ts';

/** Hexadecimal digits of a value's id: 128 bits. */
const ID_DIGITS = 32;
const STRENGTHS: readonly IndexedFinding['confidence'][] = ['accepted', 'likely', 'certain'];

/** What counts of the findings of all messages, and the key that values are numbered with for each party. */
export interface FoundItems {
  readonly found: ReadonlyMap<string, FoundMessage>;
  /** Hexadecimal; null where the key was destroyed: then nothing that was found can be named. */
  readonly secret: string | null;
}

/** What a party's index says of one message. */
export interface MessageFindings {
  readonly findings: readonly IndexedFinding[];
  readonly hasSecret: boolean;
  readonly hasPersonal: boolean;
}

/** What a party gets of a chosen message. */
export interface GivenPiece {
  readonly message: ChosenMessage;
  /** The attached message that it gets, by its part; null where it gets the message itself. */
  readonly part: string | null;
}

const NONE: MessageFindings = { findings: [], hasSecret: false, hasPersonal: false };

export async function readFoundItems(store: Store, state: Pick<StateFolder, 'path'>): Promise<FoundItems> {
  const found = await readCountedFindings(store);
  const hasKey = found.size > 0 && exists(toValueKeyPath(state));
  return { found, secret: hasKey ? openValueKey(state).secret : null };
}

/**
 * Findings as one party's work items. Equal values have one id at this party, and another one at every other: who reads
 * two parties' mail cannot see that both have the same password. The id stays over releases and vaults.
 */
export function createItemMaker(
  { found, secret }: FoundItems,
  { incident, party }: { readonly incident: string; readonly party: string },
  pieces: readonly GivenPiece[],
): (piece: GivenPiece) => MessageFindings {
  if (secret === null) return () => NONE;
  const key = createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`candor work items v1\0${incident}\0${party}`)
    .digest();
  const strongest = new Map<string, number>();
  for (const finding of pieces.flatMap((piece) => selectGiven(found, piece)))
    strongest.set(finding.valueHash, Math.max(strongest.get(finding.valueHash) ?? 0, toStrength(finding)));
  const toItem = ({ kind, mask, part, offset, length, valueHash }: StoredFinding): IndexedFinding => ({
    value: createHmac('sha256', key).update(valueHash).digest('hex').slice(0, ID_DIGITS),
    kind,
    confidence: STRENGTHS[strongest.get(valueHash) ?? 0] ?? 'accepted',
    mask,
    part,
    offset,
    length,
  });
  return (piece) => {
    const findings = selectGiven(found, piece);
    if (findings.length === 0) return NONE;
    const secrets = findings.filter(({ kind }) => toFindingClass(kind) === 'secret').length;
    return { findings: findings.map(toItem), hasSecret: secrets > 0, hasPersonal: secrets < findings.length };
  };
}

/** Every piece that a party gets of its messages. */
export function listPieces(
  messages: readonly ChosenMessage[],
  outcomes: readonly MessageOutcome[],
): readonly GivenPiece[] {
  return messages.flatMap((message, at): readonly GivenPiece[] => {
    const outcome = outcomes[at];
    if (outcome?.is !== 'sealed') return [];
    return (outcome.parts ?? [null]).map((part) => ({ message, part }));
  });
}

/**
 * The findings in what a party gets, with the places that they have there. A quotation gives a part of a message, and
 * not the places in it.
 */
function selectGiven(found: FoundItems['found'], { message, part }: GivenPiece): readonly StoredFinding[] {
  const findings = message.as === 'block' ? [] : (found.get(message.message)?.findings ?? []);
  if (part === null) return findings;
  return findings
    .filter((finding) => isInAttached(finding.part, part))
    .map((finding) => ({ ...finding, part: toOwnPart(finding.part, part) }));
}

function toStrength({ confidence }: StoredFinding): number {
  return Math.max(0, STRENGTHS.indexOf(confidence === 'weak' ? 'accepted' : confidence));
}
