import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { PlainTable } from '../../../ui/react/plain-table.tsx';
import { useWords } from '../base/language-context.tsx';
import { type GuideBlock, type GuideRun, readGuide } from './guide-text.ts';
import styles from './trust.module.css';

/** The two pages for reviewers, as text of the app: nothing has to be fetched from elsewhere to read them. */
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
        <PlainTable columns={block.head} kind="text">
          {block.rows.map(([first = '', ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </PlainTable>
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
