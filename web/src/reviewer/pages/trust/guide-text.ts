/** The few forms that the guide for reviewers is written in. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly GuideRun[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly GuideRun[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string };

export interface GuideRun {
  readonly kind: 'words' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

/**
 * Reads the guide as docs/guide has it: one text for the repository and the app. It knows these forms and no links; a
 * test reads all four languages.
 */
export function readGuide(markdown: string): readonly GuideBlock[] {
  const pieces = markdown.split(/^```\n([\s\S]*?)^```$/m);
  return pieces.flatMap((piece, at) =>
    at % 2 === 1 ? [{ kind: 'code', text: piece.trimEnd() } as const] : piece.split(/\n{2,}/).flatMap(readBlock),
  );
}

function readBlock(text: string): readonly GuideBlock[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const [first] = lines;
  if (first === undefined) return [];
  const heading = /^(#{1,2}) (.*)$/.exec(first);
  if (heading !== null) return [{ kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' }];
  if (first.startsWith('|')) return [readTable(lines)];
  const item = /^(?:- |\d+\. )/;
  if (item.test(first))
    return [
      { kind: 'list', isNumbered: /^\d/.test(first), items: lines.map((line) => readRuns(line.replace(item, ''))) },
    ];
  return [{ kind: 'paragraph', runs: readRuns(lines.join(' ')) }];
}

function readTable(lines: readonly string[]): GuideBlock {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return { kind: 'table', head, rows };
}

function readRuns(text: string): readonly GuideRun[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`|[^*`]+/g)].map(([whole, strong, emphasis, code]) => {
    if (strong !== undefined) return { kind: 'strong', text: strong };
    if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
    return code === undefined ? { kind: 'words', text: whole } : { kind: 'code', text: code };
  });
}
