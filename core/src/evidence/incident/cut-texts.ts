import { NOTICE_LANGUAGES } from './disclosure.ts';
import { type Finding, warn } from './finding.ts';
import type { WrittenIncident } from './incident-schema.ts';
import type { YamlLines } from './yaml-lines.ts';

/**
 * Sentences for notices that end at a ` #`: YAML takes the rest of the line for a comment, and two people would sign half of what was
 * written ("We closed case #4711 and …").
 */
export function checkCutTexts({ notice }: WrittenIncident, yaml: YamlLines): Finding[] {
  if (notice === undefined) return [];
  return (['happened', 'measures', 'unknown'] as const).flatMap((key) =>
    NOTICE_LANGUAGES.flatMap((language) => {
      const text = notice[key]?.[language];
      const path = ['notice', key, language];
      if (text === undefined || yaml.commentBehind(path) === null) return [];
      const said = `the text of notice.${key}.${language} ends with "${text.slice(-LAST_CHARS)}": YAML takes what follows as a comment. Put the whole text in quotes, and a comment on a line of its own.`;
      return [warn(path, said, 'text-cut')];
    }),
  );
}

/** So much of the end of a text shows where it was cut. */
const LAST_CHARS = 30;
