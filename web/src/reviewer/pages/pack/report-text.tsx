import type { ReactElement } from 'react';
import styles from './pack.module.css';
import type { PackDocument, PackParagraph, PackRun } from './pack-document.ts';
import { toPackAddress } from './pack-query.ts';

/** A template with its figures; counts link to their messages, and gaps are highlighted. */
export function ReportText({ document }: { readonly document: PackDocument }): ReactElement {
  return (
    <article className={styles['text']} lang={document.language}>
      <h3>
        <Runs runs={document.title} />
      </h3>
      <p className={styles['small']}>{document.source}</p>
      {document.parts.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h4>{heading}</h4>
          {toBlocks(paragraphs).map((block) =>
            block.isListed ? (
              <ul key={block.key}>
                {block.paragraphs.map(({ runs }) => (
                  <li key={toKey(runs)}>
                    <Runs runs={runs} />
                  </li>
                ))}
              </ul>
            ) : (
              <p key={block.key}>
                <Runs runs={block.paragraphs[0]?.runs ?? []} />
              </p>
            ),
          )}
        </section>
      ))}
    </article>
  );
}

interface Block {
  readonly key: string;
  readonly isListed: boolean;
  readonly paragraphs: readonly PackParagraph[];
}

/** Consecutive items form one list. */
function toBlocks(paragraphs: readonly PackParagraph[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (last?.isListed === true && paragraph.isListed) {
      blocks[blocks.length - 1] = { ...last, paragraphs: [...last.paragraphs, paragraph] };
    } else {
      blocks.push({ key: toKey(paragraph.runs), isListed: paragraph.isListed, paragraphs: [paragraph] });
    }
  }
  return blocks;
}

function toKey(runs: readonly PackRun[]): string {
  return runs.map(({ text }) => text).join('');
}

function Runs({ runs }: { readonly runs: readonly PackRun[] }): ReactElement {
  return (
    <>
      {runs.map((run, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
        <Run key={`${at} ${run.text}`} run={run} />
      ))}
    </>
  );
}

function Run({ run }: { readonly run: PackRun }): ReactElement {
  switch (run.kind) {
    case 'words':
      return <span>{run.text}</span>;
    case 'gap':
      return <mark>[{run.text}]</mark>;
    case 'figure': {
      const { query, value } = run.figure;
      const isDoor = query !== null && value.kind === 'number' && value.number > 0;
      return !isDoor ? <b>{run.text}</b> : <a href={`#${toPackAddress(query)}`}>{run.text}</a>;
    }
  }
}
