import type { Json } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import { z } from 'zod';

// The parts of an audit export (docs/formats/audit.md). The maker of the file controls every field: what is read here
// is well-formed, and `candor audit` finds out what of it is true.

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int().min(0);
const salt = z.string().refine((text) => readBase64Url(text)?.length === 32);
const texts = z.array(z.string());
const json: z.ZodType<Json> = z.json();

const programShape = z.strictObject({
  commit: z.string(),
  rules: z.string(),
  detectors: whole,
  packages: texts,
  decisions: whole,
});

/** Which program made a version, with which optional packages, after how many decisions. */
export type AuditProgram = Readonly<z.infer<typeof programShape>>;

const inputShape = z.strictObject({
  purpose: z.enum(['arrivals', 'directory', 'disclosure', 'folders', 'incident', 'reference']),
  path: z.string().min(1),
  size: whole,
  sha256: digest,
  part: z.string().nullable(),
});

/** A file that the wave follows from. `part`: where its bytes are; null: the state no longer had them. */
export type AuditInput = Readonly<z.infer<typeof inputShape>>;

const headShape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('audit'),
  incident: z.string().min(1),
  organization: z.string(),
  wave: whole,
  at: z.string(),
  program: programShape,
  inputs: z.array(inputShape),
});

/** First part: what the file is about. */
export type AuditHead = Readonly<z.infer<typeof headShape>>;

const waveShape = z.strictObject({
  wave: whole,
  kind: z.string(),
  version: whole,
  madeAt: whole,
  preparedAt: whole,
  settings: z.string(),
  salt,
  manifest: z.string(),
  entry: whole.nullable(),
  selection: z.strictObject({ salt, document: z.string() }),
});

export type AuditWave = Readonly<z.infer<typeof waveShape>>;

const evidenceShape = z.strictObject({ purpose: z.string(), path: z.string(), size: whole, sha256: z.string() });

export type AuditEvidence = Readonly<z.infer<typeof evidenceShape>>;

const decisionShape = z.strictObject({
  document: z.string(),
  previous: z.string(),
  digest: z.string(),
  signature: z.string().nullable(),
});

const countedShape = z.strictObject({
  id: z.string(),
  position: whole,
  salt,
  party: z.union([
    z.strictObject({ exposure: whole, domains: texts }),
    z.strictObject({ exposure: whole, address: z.string() }),
  ]),
});

const noticeShape = z.strictObject({
  notice: whole,
  party: z.string(),
  follows: whole.nullable(),
  isGuessed: z.boolean(),
  issued: whole,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  record: z.string(),
  salt,
  position: whole,
  facts: z.record(z.string(), json),
  custodians: texts,
  messages: z.array(z.strictObject({ contact: z.string(), rung: z.string(), purpose: z.string(), sha256: digest })),
});

export type AuditNotice = Readonly<z.infer<typeof noticeShape>>;

const figuresShape = z.strictObject({
  digest,
  figures: z.array(z.looseObject({ name: z.string() })),
  copies: z.record(z.string(), whole),
  messages: z.record(z.string(), whole),
});

export type AuditFigures = Readonly<z.infer<typeof figuresShape>>;

const placeShape = z.strictObject({ message: z.string(), part: z.string(), offset: whole, length: whole });
const valueShape = z.strictObject({ value: whole, places: z.array(placeShape) });

/** Where a value stands that somebody decided about; never what it is. */
export type AuditValue = Readonly<z.infer<typeof valueShape>>;

const openingShape = z.strictObject({ index: whole, entry: z.string(), salt });

/** An entry of the log with its salt. */
export type AuditOpening = Readonly<z.infer<typeof openingShape>>;

/** Reads a part that is one JSON document; null for another form. */
const reader =
  <T>(shape: z.ZodType<T>) =>
  (text: string): T | null => {
    try {
      return shape.safeParse(JSON.parse(text)).data ?? null;
    } catch {
      return null;
    }
  };

/** Reads a part of one document a line; null where any line has another form. */
const linesReader =
  <T>(shape: z.ZodType<T>) =>
  (text: string): readonly T[] | null => {
    const read = reader(shape);
    const lines = text.split('\n').filter((line) => line !== '');
    const all = lines.flatMap((line) => read(line) ?? []);
    return all.length === lines.length ? all : null;
  };

export const readAuditHead = reader(headShape);
export const readAuditWave = reader(waveShape);
export const readAuditFigures = reader(figuresShape);
export const readAuditEvidence = linesReader(evidenceShape);
export const readAuditDecisions = linesReader(decisionShape);
export const readAuditCounted = linesReader(countedShape);
export const readAuditNotices = linesReader(noticeShape);
export const readAuditValues = linesReader(valueShape);
export const readAuditOpenings = linesReader(openingShape);
