import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { formatCount, type Problem } from '@candor/core/base';
import { RECOGNITION_BYTES } from '@candor/core/evidence/container';
import { scanMboxBoundaries, usesBareReturns } from '@candor/core/evidence/message';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { toRawBytes } from './file-name.ts';
import type { RangeItem } from './protocol.ts';
import { recogniseMailbox } from './reader/formats/registry.ts';
import { mbox } from './reader/formats/text-mail.ts';
import { type Shard, ShardGroup, toShard } from './shard.ts';
import { OPEN_FLAGS } from './walk.ts';

/** What planning finds: work, and of a big mbox the digest of the whole file. */
export type PlanStep =
  | { readonly is: 'shard'; readonly shard: Shard }
  | {
      readonly is: 'file';
      readonly file: EvidenceFile;
      readonly format: string;
      readonly sha256: string;
    }
  | { readonly is: 'problem'; readonly problem: Problem };

/** A file below this size goes into a group; the reader recognises it and takes its digest in the same read. */
const GROUPED_BYTES = 8 * 1024 * 1024;
/** Bytes of a range of a big mbox: so many that its own cost is small. */
const RANGE_BYTES = 32 * 1024 * 1024;
/** The first and last ranges shrink to this part, so that readers start at once and none is left alone at the end. */
const SMALLEST_PART = 1 / 8;
/** Ranges near the end are this part of the remainder. */
const LEFT_PART = 1 / 4;

/** Where an mbox is cut. The same mbox gives the same copies however it is cut. */
export interface CutSizes {
  /** A file of at least this size is planned by itself. */
  readonly groupedBytes: number;
  /** An mbox from this size on is cut into ranges of about as much; a smaller one is read whole. */
  readonly rangeBytes: number;
  /** An mbox below this size is not cut at all; that of a range when nothing is said. */
  readonly cutBytes?: number;
}

const CUT_SIZES: CutSizes = { groupedBytes: GROUPED_BYTES, rangeBytes: RANGE_BYTES };
/** The most that a single reader reads whole: cutting needs an extra read and distributes work. */
const CUT_FOR_ONE_BYTES = 1024 * 1024 * 1024;

export function toCutSizes(workers: number): CutSizes {
  return workers === 1 ? { ...CUT_SIZES, cutBytes: CUT_FOR_ONE_BYTES } : CUT_SIZES;
}
const READ_BYTES = 1024 * 1024;

/**
 * Cuts the files of one mailbox into shards. A big mbox is read here once, for its digest and the places where messages
 * begin; everything else is only looked at by a reader process.
 */
export async function* planShards(
  custodian: string,
  files: Iterable<EvidenceFile>,
  sizes: CutSizes = CUT_SIZES,
): AsyncIterable<PlanStep> {
  const group = new ShardGroup(custodian);
  for (const file of files) {
    if (file.size >= sizes.groupedBytes) continue;
    const shard = group.add(file);
    if (shard !== null) yield { is: 'shard', shard };
  }
  const rest = group.take();
  if (rest !== null) yield { is: 'shard', shard: rest };
  for (const file of files) if (file.size >= sizes.groupedBytes) yield* planBigFile(custodian, file, sizes);
}

async function* planBigFile(custodian: string, file: EvidenceFile, sizes: CutSizes): AsyncIterable<PlanStep> {
  if (file.size >= (sizes.cutBytes ?? sizes.rangeBytes) && file.placement.as === 'by-content') {
    const descriptor = openMbox(file);
    if (descriptor !== null) {
      try {
        yield* cutMbox(custodian, file, descriptor, sizes.rangeBytes);
        return;
      } finally {
        closeSync(descriptor);
      }
    }
  }
  const item = {
    is: 'file',
    raw: file.raw,
    location: file.location,
    placement: file.placement,
    size: file.size,
  } as const;
  yield {
    is: 'shard',
    shard: toShard(custodian, [item], [file.modified], file.size),
  };
}

/**
 * Null when it is not an mbox or unreadable: a reader reports that and accounts for the file. Old Mac files, which are
 * never large, are not cut.
 */
function openMbox(file: EvidenceFile): number | null {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(toRawBytes(file.raw), OPEN_FLAGS);
    const head = Buffer.alloc(RECOGNITION_BYTES);
    const read = readSync(descriptor, head, 0, RECOGNITION_BYTES, 0);
    const isMbox = recogniseMailbox(head.subarray(0, read)) === mbox;
    if (isMbox && !usesBareReturns(head.subarray(0, read))) return descriptor;
  } catch {}
  if (descriptor !== null) closeSync(descriptor);
  return null;
}

async function* cutMbox(
  custodian: string,
  file: EvidenceFile,
  descriptor: number,
  rangeBytes: number,
): AsyncIterable<PlanStep> {
  const hash = createHash('sha256');
  let boundaries: number[] = [];
  const scan = scanMboxBoundaries(createNodeRuntime(), (offset) => boundaries.push(offset));
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  let range = { start: 0, firstOrdinal: 1 };
  let ordinal = 0;
  let takeout = false;
  let cut = toCut(0, file.size, rangeBytes);
  const toStep = (end: number): PlanStep => {
    const item: RangeItem = {
      is: 'range',
      raw: file.raw,
      location: file.location,
      folder: file.placement.mboxFolder,
      takeout,
      start: range.start,
      end,
      firstOrdinal: range.firstOrdinal,
    };
    return {
      is: 'shard',
      shard: toShard(custodian, [item], [file.modified], end - range.start),
    };
  };
  for (let at = 0; at < file.size; ) {
    // The hashing thread reads, so that the bytes are in its core's cache; readers are served between two reads.
    await setImmediate();
    const read = readSync(descriptor, buffer, 0, Math.min(READ_BYTES, file.size - at), at);
    if (read === 0) break;
    const chunk = buffer.subarray(0, read);
    hash.update(chunk);
    if (at === 0) takeout = isTakeout(chunk);
    boundaries = [];
    scan.write(chunk);
    for (const boundary of boundaries) {
      ordinal += 1;
      if (boundary < cut) continue;
      yield toStep(boundary);
      range = { start: boundary, firstOrdinal: ordinal };
      cut = toCut(boundary, file.size, rangeBytes);
    }
    at += read;
  }
  yield toStep(file.size);
  // The reader of the last range notices a file that shrank; a growing one would go unnoticed.
  const { size } = fstatSync(descriptor);
  if (size > file.size) {
    const text = `It grew while it was read (${formatCount(file.size)} bytes then, ${formatCount(size)} now); later bytes were not read. Evidence must not change: work on a copy, and run again.`;
    yield {
      is: 'problem',
      problem: { code: 'changed-file', place: file.location, text, weight: 'person' },
    };
  }
  yield { is: 'file', file, format: mbox.name, sha256: hash.digest('hex') };
}

/** End of the range that starts at `start`. Depends only on the file: with other workers nothing is reread. */
function toCut(start: number, size: number, rangeBytes: number): number {
  return start + Math.max(rangeBytes * SMALLEST_PART, Math.min(rangeBytes, start, (size - start) * LEFT_PART));
}

/** The first message has `X-Gmail-Labels` (docs/formats/rules.md, Folders). `start` is the file's first chunk. */
function isTakeout(start: Buffer): boolean {
  const text = start.toString('latin1');
  const begin = text.indexOf('\n', text.indexOf('From ')) + 1;
  const end = /\n\r?\n/.exec(text.slice(begin))?.index ?? text.length;
  return /^X-Gmail-Labels[ \t]*:/im.test(text.slice(begin, begin + end));
}
