import { resolve } from 'node:path';
import { DETECTORS_VERSION } from '@candor/core/impact/detectors';
import type { Incident } from '@candor/core/incident';
import { findSystemCode, readBytes } from '../adapters/files/files.ts';
import { REFERENCE_FILES, readReferenceFile } from '../adapters/files/reference-files.ts';
import { readProgramFacts } from '../adapters/process/program-facts.ts';
import type { Store } from '../adapters/store/store.ts';
import { listFilesNow } from '../evidence/store/evidence-file-store.ts';
import { keepInputs, type NewInput } from '../evidence/store/input-store.ts';
import type { VersionInputs } from '../exposure/store/version-store.ts';
import { canReadPictures, OCR_PACKAGES } from '../impact/finding/index.ts';
import { findLastLink } from '../ledger/store/decision-store.ts';
import { RULES_VERSION } from './rules-version.ts';

/** Which program made a version, and with what. */
export interface ProgramInput {
  readonly commit: string;
  readonly rules: string;
  readonly detectors: number;
  readonly packages: readonly string[];
  readonly decisions: number;
}

export interface KeptRun {
  readonly incident: Incident;
  readonly incidentFile: string;
  /** It is absolute; paths of the incident are relative to it. */
  readonly folder: string;
  readonly inputs: VersionInputs;
}

/** What a program brings along, as it is now. */
export function readProgramInput(decisions: number): ProgramInput {
  const { commit } = readProgramFacts();
  const packages = canReadPictures() ? OCR_PACKAGES : [];
  return { commit, rules: RULES_VERSION, detectors: DETECTORS_VERSION, packages, decisions };
}

/** Keeps what a version follows from besides its evidence, and the digests of that. Inside the caller's transaction. */
export async function keepVersionInputs(store: Store, version: number, run: KeptRun): Promise<void> {
  const decisions = (await findLastLink(store))?.number ?? 0;
  const files = (await listFilesNow(store)).map(({ purpose, path, size, sha256 }) => ({ purpose, path, size, sha256 }));
  await keepInputs(store, 'exposure', version, [
    { purpose: 'incident', path: run.incidentFile, bytes: Buffer.from(run.inputs.incidentText) },
    ...listTexts(run),
    ...listArrivals(run),
    ...REFERENCE_FILES.map((name) => toInput('reference', name, readReferenceFile(name))),
    toInput('evidence', 'evidence.json', JSON.stringify(files)),
    toInput('program', 'program.json', JSON.stringify(readProgramInput(decisions))),
  ]);
}

function listTexts({ incident, inputs }: KeptRun): readonly NewInput[] {
  const { directoryText, folderLists } = inputs;
  const directory =
    incident.directory === null || directoryText === null
      ? []
      : [toInput('directory', incident.directory, directoryText)];
  const lists = incident.mailboxes.flatMap(({ custodian, folders }) => {
    const text = folderLists[custodian];
    return folders === null || text === undefined ? [] : [toInput('folders', folders, text)];
  });
  return [...directory, ...lists];
}

/** What cannot be read now was a problem of the run. */
function listArrivals({ incident, folder }: KeptRun): readonly NewInput[] {
  return incident.arrivals.flatMap(({ file }): readonly NewInput[] => {
    try {
      return [{ purpose: 'arrivals', path: file, bytes: readBytes(resolve(folder, file)) }];
    } catch (cause) {
      if (findSystemCode(cause) === null) throw cause;
      return [];
    }
  });
}

function toInput(purpose: NewInput['purpose'], path: string, text: string): NewInput {
  return { purpose, path, bytes: Buffer.from(text) };
}
