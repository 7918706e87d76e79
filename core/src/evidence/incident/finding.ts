import type { YamlPath } from './yaml-lines.ts';

/**
 * Something that the shape allows and the meaning does not: it ends the reading, or it is used as written and told as a
 * problem with this code.
 */
export type Finding =
  | { readonly path: YamlPath; readonly weight: 'refusal'; readonly text: string }
  | { readonly path: YamlPath; readonly weight: 'warning'; readonly text: string; readonly code: WarningCode };

/** docs/formats/problems.md */
export type WarningCode =
  | 'archive-without-guid'
  | 'covers-outside-window'
  | 'evidence-nested'
  | 'incident-file'
  | 'indicator-misplaced'
  | 'indicator-too-wide'
  | 'indicator-without-effect'
  | 'intruder-empty'
  | 'mailbox-foreign'
  | 'log-missing';

export function refuse(path: YamlPath, text: string): Finding {
  return { path, weight: 'refusal', text };
}

export function warn(path: YamlPath, text: string, code: WarningCode = 'incident-file'): Finding {
  return { path, weight: 'warning', text, code };
}
