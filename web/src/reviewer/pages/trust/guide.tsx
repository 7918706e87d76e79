import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import { useWords } from '../base/language-context.tsx';
import styles from './trust.module.css';

/** The reviewers' guide as text of the app: nothing is fetched from elsewhere. */
export function Guide(): ReactElement {
  const { guide } = useWords('trust');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles['part']}>
      <p>
        <Button kind="link" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? guide.hide : guide.show}
        </Button>
      </p>
      {isOpen && <GuideText />}
    </section>
  );
}

function GuideText(): ReactElement {
  const { markdown } = useWords('guide');
  const blocks = readGuide(markdown);
  return (
    <div className={styles['guide']}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes while it is shown
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: GuideBlock }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list': {
      const items = block.items.map((runs) => (
        <li key={toText(runs)}>
          <Runs runs={runs} />
        </li>
      ));
      return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <Table
          columns={block.head.map((header, at) => ({
            id: header,
            header,
            cell: (cells: readonly string[]) => cells[at],
            kind: at === 0 ? 'row-head' : 'text',
          }))}
          rows={block.rows}
          toKey={([first = '']) => first}
          kind="text"
        />
      );
    case 'code':
      return <pre className={styles['code']}>{block.text}</pre>;
  }
}

function Runs({ runs }: { readonly runs: readonly GuideRun[] }): ReactElement {
  return (
    <>
      {runs.map(({ kind, text }, at) => {
        const key = `${at} ${text}`;
        if (kind === 'strong') return <strong key={key}>{text}</strong>;
        if (kind === 'emphasis') return <em key={key}>{text}</em>;
        return kind === 'code' ? <code key={key}>{text}</code> : <span key={key}>{text}</span>;
      })}
    </>
  );
}

function toText(runs: readonly GuideRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The few elements that the guide uses. */
type GuideBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly GuideRun[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly GuideRun[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string };

interface GuideRun {
  readonly kind: 'words' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

/**
 * Parses the guide from docs/guide: one text for repository and app. Supports only these elements and no links; a test
 * reads all four languages.
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
