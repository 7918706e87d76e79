import { basename } from 'node:path';
import { type Problem, Refusal } from '@candor/core/base';
import { listLogFiles } from '@candor/core/incident';
import { readIncidentOnce } from '../../adapters/files/incident-reading.ts';
import { listFolderLogs } from '../../evidence/survey/index.ts';
import { judgeTexts } from '../../notice/wave/index.ts';
import { loadIncident } from '../load-incident.ts';
import { listMissing } from '../notice/missing-texts.ts';
import { checkFiles } from './check-files.ts';

/** What `candor check` says of a file that can be run. */
export interface IncidentCheck {
  readonly incident: string;
  readonly organization: string;
  readonly mailboxes: number;
  readonly accessFiles: number;
  readonly warnings: readonly Problem[];
  /** Every log was read to its end; else the run compares the indicators with the rest. */
  readonly isWhole: boolean;
}

/**
 * Checks an incident file and the first megabyte of the files it names.
 * @throws Refusal with all reasons at once.
 */
export function checkIncident(path: string): IncidentCheck {
  const { incident: written, warnings, text, folder } = loadIncident(path);
  const { incident } = listFolderLogs(written, folder);
  const { notice } = incident;
  const reasons = notice === null ? [] : judgeTexts({ incident, notice, folder });
  if (reasons.length > 0)
    throw new Refusal(
      'invalid-incident',
      reasons.map((reason) => `${basename(path)}: ${reason}`),
    );
  const files = checkFiles(incident, basename(path), text, folder);
  const toLine = ({ place }: Problem) => Number(/:(\d+)(?:=|$)/.exec(place)?.[1] ?? 0);
  return {
    incident: incident.incident,
    organization: incident.organization.name,
    mailboxes: incident.mailboxes.length,
    accessFiles: listLogFiles(incident).length,
    warnings: [
      ...warnings,
      ...files.problems,
      ...listMissing(notice, `${basename(path)}:${readIncidentOnce(text, basename(path)).lines.lineOf(['notice'])}`),
    ].sort((a, b) => toLine(a) - toLine(b)),
    isWhole: files.isWhole,
  };
}
