import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareUtf8 } from '@candor/core/base';
import { type Surveyed, surveyFile } from './survey-folder.ts';

/** Maximum files examined until one is mail; a few identify a mailbox. */
const MOST_FILES = 200;
/** Folders in each other. */
const MOST_LEVELS = 20;

/** What is found in place of a mailbox. */
export interface SurveyedMailbox {
  /** The first file that is mail decides, else the first that is recognized; null means neither. */
  readonly what: Surveyed | null;
  /** It is empty if the evidence is a single file. */
  readonly file: string;
  readonly files: number;
  readonly isWhole: boolean;
}

/** Which of several files is the most informative. */
const RANK: Readonly<Record<Surveyed['is'], number>> = {
  mail: 4,
  access: 3,
  foreign: 3,
  folders: 2,
  directory: 2,
  packed: 2,
  other: 1,
  empty: 0,
};

/** Examines a file or folder until mail is found. Content never throws. */
export function surveyMailbox(path: string, most: number): SurveyedMailbox {
  const found = { what: null as Surveyed | null, file: '', files: 0, isWhole: true };
  const look = (file: string, below: string): boolean => {
    if (found.files >= MOST_FILES) {
      found.isWhole = false;
      return true;
    }
    found.files += 1;
    const what = surveyFile(file, most);
    if (found.what === null || RANK[what.is] > RANK[found.what.is]) {
      found.what = what;
      found.file = below;
    }
    return what.is === 'mail';
  };
  const visit = (folder: string, below: string, level: number): boolean =>
    listNames(folder).some((name) => {
      const inside = below === '' ? name : `${below}/${name}`;
      const status = findStatus(join(folder, name));
      if (status?.isFile() === true) return look(join(folder, name), inside);
      return status?.isDirectory() === true && level < MOST_LEVELS && visit(join(folder, name), inside, level + 1);
    });
  if (findStatus(path)?.isDirectory() === true) visit(path, '', 0);
  else look(path, '');
  return found;
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort(compareUtf8);
  } catch {
    return [];
  }
}

function findStatus(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
