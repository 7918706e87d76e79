import type { Reason } from '@candor/core/base';
import type { YamlPath } from './yaml-lines.ts';

/**
 * A valid shape with a questionable meaning: it is refused, or used as written and reported as a problem with this
 * code.
 */
export type Finding =
  | { readonly path: YamlPath; readonly weight: 'refusal'; readonly text: Reason }
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

export function refuse(path: YamlPath, text: Reason): Finding {
  return { path, weight: 'refusal', text };
}

export function warn(path: YamlPath, text: string, code: WarningCode = 'incident-file'): Finding {
  return { path, weight: 'warning', text, code };
}
