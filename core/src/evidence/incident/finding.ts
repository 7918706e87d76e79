import type { YamlPath } from './yaml-lines.ts';

/** Something that the shape allows and the meaning does not. */
export interface Finding {
  readonly path: YamlPath;
  readonly weight: 'refusal' | 'warning';
  readonly text: string;
}

export function refuse(path: YamlPath, text: string): Finding {
  return { path, weight: 'refusal', text };
}
