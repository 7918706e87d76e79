import { dirname, join } from 'node:path';
import { hint, Refusal, toObject } from '@candor/core/base';
import { type Entry, readEntry } from '@candor/core/ledger';
import {
  type ApprovalType,
  claimApproved,
  digestDocument,
  findKeySetAt,
  fingerprintKeySet,
  type KeySet,
  readApprovals,
  readFormerKeys,
  readKeySet,
} from '@candor/core/notice/operator';
import { type FigureStatement, findSumFault, type NotifiedStatement } from '@candor/core/transparency';
import { readFileIfAny } from '../../adapters/files/durable-file.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { findPlaces } from '../../transparency/index.ts';
import { isPublished, readStatementFile } from './figures.ts';
import { verifyLogFiles } from './verify-log.ts';

export interface OutsideOrder {
  readonly file: string;
  /** Proofs of log entries: that of the publication, and that of the wave. */
  readonly proofs: readonly string[];
  /** The downloaded site; null: without its keys no approval can be checked. */
  readonly site: string | null;
  /** Verifier key of the log; null: the one that the site names itself. */
  readonly key: string | null;
}

/** One thing that an outsider can check. */
export interface OutsidePart {
  readonly part: 'sum' | 'log' | 'approvals' | 'set';
  /** `missing`: a file that it needs was not given. */
  readonly state: 'holds' | 'differs' | 'missing';
  readonly text: string;
}

export interface OutsideCheck {
  readonly statement: FigureStatement | NotifiedStatement;
  readonly parts: readonly OutsidePart[];
  /** Of the key set whose operators were believed, to be compared with DNS or a notice; null without one. */
  readonly fingerprint: string | null;
}

interface Keys {
  readonly current: KeySet;
  readonly former: NonNullable<ReturnType<typeof readFormerKeys>>;
}

/**
 * What somebody without the state can check of a figure. That the number follows from the notices, and that nobody was
 * left out, needs the evidence.
 * @throws Refusal for files that cannot be read, or a proof that fails.
 */
export async function verifyFigureOutside({ file, proofs, site, key }: OutsideOrder): Promise<OutsideCheck> {
  const { statement } = readStatementFile(file);
  const keys = site === null ? null : readKeys(site);
  const entries = await readProven({ proofs, site, key });
  const parts: OutsidePart[] = [];
  if (statement.v === 3) parts.push(checkSum(statement));
  const publication = entries.get(statement.position);
  parts.push(checkLogged(statement, publication));
  parts.push(await checkApproved('publication', statement.position, publication, keys));
  if (statement.v === 3) parts.push(await checkSet(statement, entries, keys));
  const keySet = keys === null ? null : findKeySetAt(statement.position, keys.current, keys.former);
  const fingerprint = keySet === null ? null : fingerprintKeySet(createNodeRuntime(), keySet);
  return { statement, parts, fingerprint };
}

function readKeys(site: string): Keys {
  const { keys } = findPlaces(site);
  const bytes = readFileIfAny(keys);
  const current = bytes === null ? null : readKeySet(bytes);
  const before = readFileIfAny(join(dirname(keys), 'keys-before.json'));
  const former = before === null ? [] : readFormerKeys(before);
  if (current !== null && former !== null) return { current, former };
  throw new Refusal('no-key-set', [`${site}: its keys.json or keys-before.json is missing or cannot be read`]);
}

/** The entries that the proofs open, by position. */
async function readProven({ proofs, site, key }: Omit<OutsideOrder, 'file'>): Promise<ReadonlyMap<number, Entry>> {
  if (proofs.length === 0) return new Map();
  const others = { witnesses: [], checkpoints: [], openings: null, save: null };
  const { proven, problems } = await verifyLogFiles({ site, key, proofs, ...others });
  const wrong = problems.filter(({ weight }) => weight === 'person');
  if (wrong.length > 0)
    throw new Refusal(
      'proof-fails',
      wrong.map(({ place, text }) => `${place}: ${text}`),
    );
  return new Map(
    proven.flatMap(({ index, opening }): [number, Entry][] => {
      const entry = opening === null ? null : readEntry(opening.entry);
      return entry === null ? [] : [[index, entry]];
    }),
  );
}

function checkSum({ value }: NotifiedStatement): OutsidePart {
  const fault = findSumFault(value);
  return fault === null
    ? { part: 'sum', state: 'holds', text: 'notified and not yet add up to the parties to be notified' }
    : { part: 'sum', state: 'differs', text: fault };
}

function checkLogged(statement: OutsideCheck['statement'], entry: Entry | undefined): OutsidePart {
  const { position } = statement;
  if (entry === undefined)
    return {
      ...{ part: 'log', state: 'missing' },
      text: `whether the log has it: ask for ${hint('log.prove', position)}, and give the file with --proof`,
    };
  return isPublished(entry, statement)
    ? { part: 'log', state: 'holds', text: `the log has it at position ${position}` }
    : { part: 'log', state: 'differs', text: `the log has something else at position ${position}` };
}

async function checkApproved(
  matter: ApprovalType,
  position: number,
  entry: Entry | undefined,
  keys: Keys | null,
): Promise<OutsidePart> {
  if (entry === undefined || keys === null) {
    const what = keys === null ? 'give the downloaded site with --site' : 'this needs the proof of its entry';
    return { part: 'approvals', state: 'missing', text: `whether two people signed it: ${what}` };
  }
  const keySet = findKeySetAt(position, keys.current, keys.former);
  const approved = await claimApproved(nodeCryptography, {
    matter,
    digest: digestDocument(createNodeRuntime(), entry.body['document'] ?? null),
    approvals: entry.kind === matter ? readApprovals(entry.body['approvals']) : [],
    operators: keySet.operators,
    quorum: keySet.quorum,
  });
  return approved === null
    ? { part: 'approvals', state: 'differs', text: `no two operators of the key set signed entry ${position}` }
    : { part: 'approvals', state: 'holds', text: `signed by ${approved.value.join(' and ')}` };
}

/** That the named set is the one in the manifest that two people signed with the wave. */
async function checkSet(
  { set, exposure }: NotifiedStatement,
  entries: ReadonlyMap<number, Entry>,
  keys: Keys | null,
): Promise<OutsidePart> {
  const hashing = createNodeRuntime();
  const found = [...entries].find(
    ([, { kind, body }]) => kind === 'wave' && digestDocument(hashing, body['document'] ?? null) === set.manifest,
  );
  const isOther = [...entries.values()].some(({ kind }) => kind === 'wave');
  if (found === undefined)
    return isOther
      ? { part: 'set', state: 'differs', text: 'the wave of the proof has another manifest than the statement names' }
      : {
          ...{ part: 'set', state: 'missing' },
          text: `whether it counts the set of wave ${set.wave}: ask for the proof of that wave's entry, and give it with --proof`,
        };
  const [position, entry] = found;
  const manifest = toObject(entry.body['document'] ?? null);
  const version = toObject(manifest?.['exposure']);
  const isSame =
    manifest?.['parties'] === set.root &&
    manifest['wave'] === set.wave &&
    version?.['version'] === exposure.version &&
    version['digest'] === exposure.digest;
  if (!isSame)
    return {
      part: 'set',
      state: 'differs',
      text: `the manifest of the wave has another set, number or exposure version`,
    };
  const approved = await checkApproved('wave', position, entry, keys);
  return approved.state === 'holds'
    ? { part: 'set', state: 'holds', text: `it counts the set in the manifest of wave ${set.wave}, ${approved.text}` }
    : { ...approved, part: 'set' };
}
