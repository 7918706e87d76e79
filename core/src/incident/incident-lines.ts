import { readYamlLines, type YamlLines, type YamlPath } from './yaml-lines.ts';

export type IncidentLines = Pick<YamlLines, 'lineOf'>;

/** The list that may be long: lines of single mailboxes among thousands are only needed for mistakes. */
const LONG = 'mailboxes';

/** Keeps the lines of a file without its node tree, which is as large as everything else made from the file. */
export function keepLines(yaml: YamlLines, text: string): IncidentLines {
  const lines = new Map<string, number>();
  const keep = (value: unknown, path: YamlPath) => {
    lines.set(toKey(path), yaml.lineOf(path));
    if (typeof value !== 'object' || value === null || path[0] === LONG) return;
    for (const [key, member] of Object.entries(value))
      keep(member, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  keep(yaml.value, []);
  let again: YamlLines | null = null;
  return {
    lineOf: (path) => {
      if (path[0] === LONG) {
        again ??= readYamlLines(text);
        return again.lineOf(path);
      }
      for (let length = path.length; length > 0; length -= 1) {
        const line = lines.get(toKey(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return lines.get(toKey([])) ?? 1;
    },
  };
}

const toKey = (path: YamlPath): string => JSON.stringify(path);
