import { memo, type ReactElement, useMemo } from 'react';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { type Format, useFormat } from '../../../ui/react/language.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { FOUND_SECRETS, type FoundKind, type Mark } from '../../bridge/released-message.ts';
import type { MessageRow } from '../../bridge/table-calls.ts';
import { findSecrets } from '../../frame/find-secrets.ts';
import { toMaskedText } from '../../frame/mask.ts';
import { useWords } from '../base/language-context.tsx';
import { formatListDate, toShortAddress } from '../base/list-date.ts';
import { useMasks } from '../reading/masks-context.tsx';
import styles from './message-columns.module.css';

interface CellProps {
  readonly row: MessageRow;
}

export function Verdict({ row }: CellProps): ReactElement {
  const { verdicts } = useWords('shared');
  return (
    <span className={styles['verdict']}>
      <VerdictMark verdict={row.verdict} />
      <span>{verdicts[row.verdict].short}</span>
    </span>
  );
}

export function Sent({ row, hasYear }: CellProps & { readonly hasYear: boolean }): string {
  const { noDate } = useWords('messages');
  const { rules } = useFormat();
  return row.date === null ? noDate : formatListDate(rules, row.date, hasYear);
}

export const With = memo(function With({ row, domain }: CellProps & { readonly domain: string }): ReactElement {
  const words = useWords('messages');
  const { verdicts } = useWords('shared');
  const format = useFormat();
  const isSent = row.direction === 'sent' || row.direction === 'both';
  const other = row.other === '' ? words.nobody : toShortAddress(row.other, domain);
  const spoken = format.fill(isSent ? words.toOther : words.fromOther, {
    other: row.other === '' ? words.nobody : row.other,
  });
  const more = row.others > 0 ? format.count(words.others, row.others) : '';
  return (
    <span title={`${spoken} ${more}`.trim()}>
      <span className={styles['narrowVerdict']}>{verdicts[row.verdict].short}, </span>
      <span aria-hidden="true">{isSent ? '→' : '←'}</span> <span aria-hidden="true">{other}</span>
      {row.others > 0 && <span aria-hidden="true"> +{format.number(row.others)}</span>}
      <span className="unseen">{`${spoken} ${more}`}</span>
    </span>
  );
});

/** Sender text is only shown as text. */
export const Subject = memo(function Subject({ row }: CellProps): ReactElement {
  const { noSubject } = useWords('messages');
  const open = useMasks();
  const masks = useMemo(() => [...open, ...findSecrets([row.subject])], [open, row.subject]);
  const subject = row.subject === '' ? noSubject : toMaskedText(row.subject, masks);
  return <bdi title={subject}>{subject}</bdi>;
});

export const Found = memo(function Found({ row }: CellProps): ReactElement {
  return <Holds row={row} words={useWords('messages')} format={useFormat()} />;
});

function Holds({
  row,
  words,
  format,
}: {
  readonly row: MessageRow;
  readonly words: ReviewerCatalogue['messages'];
  readonly format: Format;
}): ReactElement {
  const marks = row.marks.filter((mark) => mark !== 'bulk');
  return (
    <>
      {row.flaw !== null && (
        <span className={styles['flaw']} title={words.notOpened}>
          {words.notOpenedShort}
        </span>
      )}
      {row.thread > 1 && <span className={styles['plain']}>{format.count(words.inThread, row.thread)}</span>}
      {row.isNoted && <span className={styles['plain']}>{words.holds.note}</span>}
      {marks.map((mark) => (
        <span key={mark} className={styles[mark]} title={listKinds(row, mark, words)}>
          {toMarkWord(row, mark, words, format)}
        </span>
      ))}
      {marks.length === 0 && row.attachments > 0 && (
        <span className={styles['plain']}>{format.count(words.files, row.attachments)}</span>
      )}
      {marks.length === 0 && row.attachments === 0 && row.marks.includes('bulk') && (
        <span className={styles['plain']}>{words.marks.bulk}</span>
      )}
    </>
  );
}

/** The kinds of findings behind a mark. */
function kindsOf({ kinds }: MessageRow, mark: Mark): readonly FoundKind[] {
  const secrets: ReadonlySet<FoundKind> = new Set(FOUND_SECRETS);
  if (mark !== 'secret' && mark !== 'personal') return [];
  return kinds.filter((kind) => secrets.has(kind) === (mark === 'secret'));
}

function listKinds(row: MessageRow, mark: Mark, words: ReviewerCatalogue['messages']): string | undefined {
  const kinds = kindsOf(row, mark);
  return kinds.length === 0 ? undefined : kinds.map((kind) => words.holds[kind]).join(', ');
}

/** The kind if there is one, otherwise their number. */
function toMarkWord(row: MessageRow, mark: Mark, words: ReviewerCatalogue['messages'], format: Format): string {
  const [kind, ...more] = kindsOf(row, mark);
  if (kind === undefined) return words.marks[mark];
  return more.length === 0 ? words.holds[kind] : `${words.marks[mark]} ${format.number(more.length + 1)}`;
}
