import { readJsonObject } from '@candor/core/base';
import { z } from 'zod';
import type { Confidence, FindingKind } from './finding.ts';

/** A value that a person marked in a message. Offsets and lengths are code points of the part's decoded text. */
export interface LabelledValue {
  readonly message: string;
  readonly kind: string;
  /** Every place where the value stands. */
  readonly offsets: readonly number[];
  readonly length: number;
  /** All who read it were sure. The others count neither for nor against. */
  readonly settled: boolean;
}

/** The part of a finding that is compared. */
export interface FoundValue {
  readonly message: string;
  readonly kind: FindingKind;
  readonly offset: number;
  readonly length: number;
  readonly confidence: Confidence;
}

/** A share with its interval of 95 % (Wilson 1927); null where nothing was counted. */
export interface Share {
  readonly of: number;
  readonly count: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface KindEvaluation {
  /** A kind, `secrets` or `all`. */
  readonly kind: string;
  /** Settled labels, and those of them that were found. */
  readonly recall: Share;
  readonly precision: Share;
}

export interface Evaluation {
  readonly kinds: readonly KindEvaluation[];
  /** `secrets` of each part of the messages, by the order of their names. */
  readonly folds: readonly KindEvaluation[];
  readonly missed: readonly LabelledValue[];
  readonly wrong: readonly FoundValue[];
}

const label = z.object({
  message: z.string().min(1),
  kind: z.string().min(1),
  offsets: z.array(z.number().int().nonnegative()).min(1),
  length: z.number().int().positive(),
  settled: z.boolean(),
});

/** Reads one line of labels; what is wrong with it where it is none. */
export function readLabel(line: string): LabelledValue | { readonly wrong: string } {
  const read = label.safeParse(readJsonObject(new TextEncoder().encode(line)));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return { wrong: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a label'}`.trim() };
}

const SECRETS: ReadonlySet<string> = new Set(['credential', 'access-code', 'secret-key']);
const FOLDS = 5;

interface Pairing {
  readonly labels: readonly LabelledValue[];
  readonly found: readonly FoundValue[];
  readonly answered: ReadonlySet<LabelledValue>;
  readonly right: ReadonlySet<FoundValue>;
}

/**
 * Compares findings with labels: a finding answers a label when their kinds fit (the border between the three kinds of
 * secrets is a matter of taste) and they overlap by half of the longer one or more. One finding answers one label; a
 * label is answered once at each of its places. Weak findings, and kinds that nobody labelled, are left out.
 */
export function evaluateFindings(
  labels: readonly LabelledValue[],
  findings: readonly FoundValue[],
  folds: number = FOLDS,
): Evaluation {
  const kinds = new Set(labels.map(({ kind }) => kind));
  const isLabelledKind = ({ kind }: FoundValue): boolean =>
    kinds.has(kind) || (SECRETS.has(kind) && [...SECRETS].some((secret) => kinds.has(secret)));
  const found = findings.filter((finding) => finding.confidence !== 'weak' && isLabelledKind(finding));
  const pairing = pair(labels, found);
  const names = [...new Set([...kinds, ...found.map(({ kind }) => kind)])].sort();
  const messages = [...new Set([...labels, ...found].map(({ message }) => message))].sort();
  const foldOf = new Map(messages.map((message, at) => [message, at % folds]));
  return {
    kinds: [
      ...names.map((name) => count(pairing, name, ({ kind }) => kind === name)),
      count(pairing, 'secrets', ({ kind }) => SECRETS.has(kind)),
      count(pairing, 'all', () => true),
    ],
    folds: Array.from({ length: folds }, (_, fold) =>
      count(pairing, `fold ${fold + 1}`, ({ kind, message }) => SECRETS.has(kind) && foldOf.get(message) === fold),
    ),
    missed: labels.filter((label) => label.settled && !pairing.answered.has(label)),
    wrong: found.filter((finding) => !pairing.right.has(finding)),
  };
}

function pair(labels: readonly LabelledValue[], found: readonly FoundValue[]): Pairing {
  const byMessage = new Map<string, FoundValue[]>();
  for (const finding of found) byMessage.set(finding.message, [...(byMessage.get(finding.message) ?? []), finding]);
  const answered = new Set<LabelledValue>();
  const right = new Set<FoundValue>();
  // Settled labels choose first.
  for (const label of [...labels.filter(({ settled }) => settled), ...labels.filter(({ settled }) => !settled)]) {
    const places = new Set<number>();
    for (const finding of byMessage.get(label.message) ?? []) {
      const place = right.has(finding) ? undefined : findPlace(label, finding);
      if (place === undefined || places.has(place)) continue;
      places.add(place);
      right.add(finding);
      answered.add(label);
    }
  }
  return { labels, found, answered, right };
}

function findPlace(label: LabelledValue, finding: FoundValue): number | undefined {
  const fits = label.kind === finding.kind || (SECRETS.has(label.kind) && SECRETS.has(finding.kind));
  if (!fits) return undefined;
  return label.offsets.find((offset) => {
    const both = Math.min(offset + label.length, finding.offset + finding.length) - Math.max(offset, finding.offset);
    return both > 0 && both * 2 >= Math.max(label.length, finding.length);
  });
}

function count(
  { labels, found, answered, right }: Pairing,
  kind: string,
  takes: (value: { readonly kind: string; readonly message: string }) => boolean,
): KindEvaluation {
  const wanted = labels.filter((label) => label.settled && takes(label));
  const given = found.filter(takes);
  return {
    kind,
    recall: toShare(wanted.filter((label) => answered.has(label)).length, wanted.length),
    precision: toShare(given.filter((finding) => right.has(finding)).length, given.length),
  };
}

/** z of 95 %. */
const Z = 1.96;

/** A share with its interval of 95 % (Wilson 1927). */
export function toShare(count: number, of: number): Share {
  if (of === 0) return { of, count, share: null, low: null, high: null };
  const share = count / of;
  const scale = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / scale;
  const width = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / scale;
  return { of, count, share, low: Math.max(0, middle - width), high: Math.min(1, middle + width) };
}
