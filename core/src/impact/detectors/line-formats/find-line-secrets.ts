import type { Detector } from '../finding.ts';
import { isPlaceholder } from '../secret-value.ts';
import type { LineFormat } from './line-format.ts';
import { SECRET_LINES } from './secret-lines.ts';

function toDetector({ name, kind, hints, shape, confidence, passes }: LineFormat): Detector {
  return {
    hints,
    find: ({ lines }, at) =>
      at.flatMap((each) => {
        const line = lines[each] ?? { text: '', start: 0 };
        return [...line.text.matchAll(shape)].flatMap((match) => {
          const value = match.slice(1).findLast((group) => group !== undefined) ?? '';
          if (value === '' || isPlaceholder(value) || passes?.(value) === false) return [];
          const start = line.start + match.index + match[0].lastIndexOf(value);
          return [{ kind, detector: `${kind}-${name}`, confidence, start, end: start + value.length, value }];
        });
      }),
  };
}

/** Secrets whose place in a line tells what they are. */
export const lineSecrets: readonly Detector[] = SECRET_LINES.map(toDetector);
