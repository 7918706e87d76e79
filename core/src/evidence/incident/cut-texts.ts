import { LANGUAGES } from '@candor/core/base';
import { type Finding, refuse } from './finding.ts';
import type { WrittenIncident } from './incident-schema.ts';
import type { YamlLines, YamlPath } from './yaml-lines.ts';

/** What stands in notices as it is written, besides the texts by language. */
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

/**
 * Texts for notices that end at a ` #`: YAML takes the rest of the line for a comment, and two people would sign half
 * of what was written ("We closed case #4711 and …").
 */
export function checkCutTexts({ notice }: WrittenIncident, yaml: YamlLines): Finding[] {
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
