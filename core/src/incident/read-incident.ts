import { advise, hint, LANGUAGES, type Problem, type Reason } from '@candor/core/base';
import type { z } from 'zod';
import { checkArchives } from './archive.ts';
import { checkClock } from './clock-settings.ts';
import { checkCounsel, checkLog, checkNotice, checkOperators } from './disclosure-checks.ts';
import { toEvidencePath } from './evidence-path.ts';
import { type Finding, refuse } from './finding.ts';
import type { Incident } from './incident.ts';
import { type IncidentLines, keepLines } from './incident-lines.ts';
import { incidentSchema, PLACEHOLDER, type WrittenIncident } from './incident-schema.ts';
import { checkIndicators } from './indicator-checks.ts';
import { checkPlaces } from './place-checks.ts';
import { readPart } from './readable-part.ts';
import { checkReview } from './review-settings.ts';
import { toPlace, toSchemaSentence } from './schema-sentence.ts';
import {
  checkAddresses,
  checkDomains,
  checkGuids,
  checkLogEntries,
  checkNames,
  checkOrder,
  checkResponse,
} from './semantic-checks.ts';
import { toIncident, withArchiveGaps } from './to-incident.ts';
import { checkWatch } from './watch-settings.ts';
import { readYamlLines, type YamlLines, type YamlPath } from './yaml-lines.ts';

/** Texts in notices, besides those by language. */
const PRINTED: readonly YamlPath[] = [
  ['organization', 'name'],
  ['notice', 'from', 'name'],
  ['notice', 'telephone'],
  ...['name', 'postal', 'signatory', 'title'].map((key) => ['notice', 'sender', key]),
  ...['mail', 'telephone', 'dpo'].map((key) => ['notice', 'contact', key]),
];

const BY_LANGUAGE: readonly YamlPath[] = ['happened', 'measures', 'unknown'].flatMap((key) =>
  LANGUAGES.map((language) => ['notice', key, language]),
);

/** A file named by the incident file, for the lab to check. */
export interface NamedPath {
  readonly path: string;
  readonly line: number;
  readonly what: 'evidence' | 'folders' | 'access' | 'logs' | 'arrivals' | 'directory' | 'watch';
}

/** The result of reading an incident file. `incident` is null exactly when `refusals` is not empty. */
export interface IncidentReading {
  readonly incident: Incident | null;
  /** Sentences that start with `file:line: `, by line. */
  readonly refusals: readonly string[];
  /** The same, with the commands that help as data. */
  readonly advice: readonly Reason[];
  /** Allowed but probably unintended; by line. */
  readonly warnings: readonly Problem[];
  /** Found as far as the file is readable, so that missing files are reported with everything else. */
  readonly paths: readonly NamedPath[];
  /** For a file that is read completely. */
  readonly lines: IncidentLines;
}

/**
 * Reads incident.yaml (docs/formats/incident-file.md) and reports all errors at once. Operators write it, so it is not
 * hostile, but no content makes this throw.
 */
export function readIncident(text: string, fileName: string): IncidentReading {
  const say = (line: number, said: Reason) => {
    const sentence = `${fileName}:${line}: ${said}`;
    return { line, sentence: typeof said === 'string' ? sentence : advise`${fileName}:${line}: ${said}` };
  };
  const control = controlCharacter.exec(text);
  if (control !== null) {
    const line = text.slice(0, control.index).split('\n').length;
    return none([say(line, 'a control character is not allowed here; save the file as UTF-8 text').sentence]);
  }
  const yaml = readYamlLines(text);
  if (yaml.errors.length > 0) {
    return none(
      yaml.errors
        .map((error) => say(error.line, `this is not valid YAML: ${error.text}`))
        .map((placed) => placed.sentence),
    );
  }
  if (typeof yaml.value !== 'object' || yaml.value === null) {
    return none([advise`${fileName}:1: the file has no incident; ${hint('init', '<folder>')} writes one`]);
  }
  if (Array.isArray(yaml.value)) {
    return none([`${fileName}:1: the file is a list; it must be a group of keys, the first of them \`incident\``]);
  }
  const parsed = incidentSchema.safeParse(yaml.value, { reportInput: true });
  const placed = parsed.success ? [] : parsed.error.issues.flatMap((issue) => toPlaced(issue, yaml, say));
  const paths = findPaths(yaml);
  if (!parsed.success) {
    const findings = checkPart(yaml.value);
    const refused = findings.filter((finding) => finding.weight === 'refusal');
    const also = refused.map((finding) => say(yaml.lineOf(finding.path), finding.text));
    return { ...none(sortByLine([...placed, ...also])), warnings: toWarnings(findings, yaml, fileName), paths };
  }
  const written = parsed.data;
  const incident = withArchiveGaps(toIncident(written));
  const findings = [
    ...findOpen(yaml.value, []),
    ...withoutOpen([...checkEvidence(incident, written), ...checkDisclosure(incident, written)]),
    ...checkCutTexts(written, yaml),
  ];
  const refused = findings.filter((finding) => finding.weight === 'refusal');
  const advice = sortByLine(refused.map((finding) => say(yaml.lineOf(finding.path), finding.text)));
  const warnings = toWarnings(findings, yaml, fileName);
  const lines = keepLines(yaml, text);
  return {
    incident: advice.length === 0 ? incident : null,
    refusals: advice.map(String),
    advice,
    warnings,
    paths,
    lines,
  };
}

function toWarnings(findings: readonly Finding[], yaml: YamlLines, fileName: string): Problem[] {
  return findings
    .flatMap((finding) => (finding.weight === 'warning' ? [{ ...finding, line: yaml.lineOf(finding.path) }] : []))
    .sort((a, b) => a.line - b.line)
    .map(({ code, line, path, text }) => ({
      code,
      place: `${fileName}:${line}${toMissingKey(path, yaml.value)}`,
      text,
      // Warnings; everything else would make the run say too little or something unintended.
      weight: code === 'incident-file' ? 'note' : 'person',
    }));
}

/** Missing groups have no line; their keys allow accepting one without the others. */
function toMissingKey([key, ...below]: YamlPath, root: unknown): string {
  const isThere = key === undefined || below.length > 0 || (isRecord(root) && root[key] !== undefined);
  return isThere ? '' : `, ${key}`;
}

function checkEvidence(incident: Incident, written: WrittenIncident): Finding[] {
  return [
    ...checkNames(incident),
    ...checkOrder(incident),
    ...checkLogEntries(written),
    ...checkDomains(incident),
    ...checkAddresses(incident),
    ...checkGuids(written),
    ...checkResponse(incident),
    ...checkIndicators(incident),
    ...checkPlaces(incident),
    ...checkArchives(incident),
  ];
}

function checkDisclosure(incident: Incident, written: WrittenIncident): Finding[] {
  return [
    ...checkCounsel(incident),
    ...checkOperators(incident),
    ...checkLog(incident),
    ...checkNotice(incident, written),
    ...checkReview(incident.review, incident.organization.domains),
    ...checkWatch(incident.watch),
    ...checkClock(incident.clock),
  ];
}

/** A missing value may be in the unreadable part. */
function checkPart(value: unknown): Finding[] {
  const part = readPart(value);
  if (part === null) return [];
  const { written, isDisclosureWhole } = part;
  const incident = toIncident(written);
  const found = [...checkEvidence(incident, written), ...(isDisclosureWhole ? checkDisclosure(incident, written) : [])];
  // Two open placeholders are not duplicates.
  const isOfWhole = (finding: Finding) =>
    finding.weight === 'warning' && (finding.code === 'intruder-empty' || finding.code === 'log-missing');
  return [...findOpen(value, []), ...withoutOpen(found.filter((finding) => !isOfWhole(finding)))];
}

/** Two places that are both still open do not repeat each other. */
function withoutOpen(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ text }) => !String(text).toUpperCase().includes(PLACEHOLDER));
}

/** Invalid in YAML; a file with NUL bytes is UTF-16 or damaged. */
const controlCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

function findOpen(value: unknown, path: YamlPath): Finding[] {
  if (value === PLACEHOLDER)
    return [{ path, weight: 'refusal', text: `this is still to be filled in: ${toPlace(path)}` }];
  if (Array.isArray(value)) return value.flatMap((item, index) => findOpen(item, [...path, index]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => findOpen(member, [...path, key]));
}

interface PlacedSentence {
  readonly line: number;
  readonly sentence: Reason;
}

function none(advice: readonly Reason[]): IncidentReading {
  return { incident: null, refusals: advice.map(String), advice, warnings: [], paths: [], lines: { lineOf: () => 1 } };
}

function sortByLine(placed: readonly PlacedSentence[]): Reason[] {
  const sorted = [...placed].sort((a, b) => a.line - b.line);
  return [...new Map(sorted.map(({ sentence }) => [String(sentence), sentence])).values()];
}

function toPlaced(
  issue: z.core.$ZodIssue,
  yaml: YamlLines,
  say: (line: number, text: string) => PlacedSentence,
): PlacedSentence[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => say(yaml.lineOfKey(path, key), toSchemaSentence(issue, path, key)));
  }
  return [say(yaml.lineOf(path), toSchemaSentence(issue, path, null))];
}

/** Checks the named files even when the rest is wrong. */
function findPaths(yaml: YamlLines): NamedPath[] {
  const paths: NamedPath[] = [];
  const take = (holder: unknown, key: string, path: YamlPath, what: NamedPath['what']) => {
    const value = isRecord(holder) ? holder[key] : null;
    if (typeof value === 'string') paths.push({ path: toEvidencePath(value), line: yaml.lineOf([...path, key]), what });
  };
  const root = isRecord(yaml.value) ? yaml.value : {};
  const each = (key: string, visit: (item: unknown, path: YamlPath) => void) => {
    const list = root[key];
    if (Array.isArray(list)) for (const [index, item] of list.entries()) visit(item, [key, index]);
  };
  each('mailboxes', (item, path) => {
    take(item, 'evidence', path, 'evidence');
    take(item, 'folders', path, 'folders');
  });
  each('arrivals', (item, path) => take(item, 'file', path, 'arrivals'));
  each('access', (item, path) => {
    take(item, 'file', path, 'access');
    take(item, 'folder', path, 'logs');
  });
  const watched = isRecord(root['watch']) ? root['watch']['folders'] : null;
  for (const [index, path] of Array.isArray(watched) ? watched.entries() : [])
    take({ [index]: path }, String(index), ['watch', 'folders'], 'watch');
  take(root, 'directory', [], 'directory');
  return paths;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Texts for notices cut at ` #`: YAML reads the rest as a comment, and two people would sign half a sentence ("We
 * closed case #4711 and …").
 */
function checkCutTexts({ notice }: WrittenIncident, yaml: YamlLines): Finding[] {
  if (notice === undefined) return [];
  return [...PRINTED, ...BY_LANGUAGE]
    .filter((path) => yaml.commentBehind(path) !== null)
    .map((path) =>
      refuse(
        path,
        `the text of ${path.join('.')} is cut off at " #": YAML reads the rest as a comment. Put the whole text in quotes, and the comment on its own line.`,
      ),
    );
}
