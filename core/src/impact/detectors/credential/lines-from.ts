import type { TextLine } from '../finding.ts';

/** Without a copy of what may be a million lines: a reader takes as many as belong to its list. */
export function* linesFrom(lines: readonly TextLine[], from: number): Generator<TextLine> {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line !== undefined) yield line;
  }
}
