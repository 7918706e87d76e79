// biome-ignore-all lint/a11y/useSemanticElements: a virtual list: rows lie where the browser's own table cannot put them; the grid has the focus and names its current row
// biome-ignore-all lint/a11y/useFocusableInteractive: the same
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the same
import { memo, type ReactElement, useMemo } from 'react';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { FOUND_SECRETS, type FoundKind, type Mark } from '../../bridge/released-message.ts';
import type { MessageRow } from '../../bridge/table-calls.ts';
import { findSecrets } from '../../frame/find-secrets.ts';
import { toMaskedText } from '../../frame/mask.ts';
import { type Format, useFormat, useWords } from '../base/language-context.tsx';
import { formatListDate, toShortAddress } from '../base/list-date.ts';
import { useMasks } from '../reading/masks-context.tsx';
import styles from './message-list.module.css';

export interface MessageLineProps {
  readonly row: MessageRow | undefined;
  readonly place: number;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly hasYear: boolean;
  readonly domain: string;
  readonly onOpen: (place: number) => void;
  readonly onChoose: (place: number) => void;
}

/** One message. Sender text in it is only shown as text. */
export const MessageLine = memo(function MessageLine(props: MessageLineProps): ReactElement {
  const { row, place, isCurrent, isChosen } = props;
  const classes = [styles['row'], isCurrent ? styles['current'] : '', isChosen ? styles['chosen'] : ''];
  return (
    <div
      className={classes.join(' ')}
      role="row"
      id={`message-${place}`}
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      aria-current={isCurrent ? 'true' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={(event) =>
        event.shiftKey || event.ctrlKey || event.metaKey ? props.onChoose(place) : props.onOpen(place)
      }
    >
      {row === undefined ? <Waiting /> : <Cells {...props} row={row} />}
    </div>
  );
});

/** Rows reserve their height before their text loads. */
function Waiting(): ReactElement {
  return (
    <span role="gridcell" className={styles['waiting']} data-waiting="">
      …
    </span>
  );
}

function Cells({ row, hasYear, domain }: MessageLineProps & { readonly row: MessageRow }): ReactElement {
  const words = useWords('messages');
  const { verdicts } = useWords('shared');
  const format = useFormat();
  const isSent = row.direction === 'sent' || row.direction === 'both';
  const other = row.other === '' ? words.nobody : toShortAddress(row.other, domain);
  const spoken = format.fill(isSent ? words.toOther : words.fromOther, {
    other: row.other === '' ? words.nobody : row.other,
  });
  const more = row.others > 0 ? format.count(words.others, row.others) : '';
  const open = useMasks();
  const masks = useMemo(() => [...open, ...findSecrets([row.subject])], [open, row.subject]);
  const subject = row.subject === '' ? words.noSubject : toMaskedText(row.subject, masks);
  return (
    <>
      <span role="gridcell" className={styles['verdict']}>
        <VerdictMark verdict={row.verdict} />
        <span>{verdicts[row.verdict].short}</span>
      </span>
      <span role="gridcell" className={styles['date']}>
        {row.date === null ? words.noDate : formatListDate(format.rules, row.date, hasYear)}
      </span>
      <span role="gridcell" className={styles['with']} title={`${spoken} ${more}`.trim()}>
        <span className={styles['narrowVerdict']}>{verdicts[row.verdict].short}, </span>
        <span aria-hidden="true">{isSent ? '→' : '←'}</span> <span aria-hidden="true">{other}</span>
        {row.others > 0 && <span aria-hidden="true"> +{format.number(row.others)}</span>}
        <span className="unseen">{`${spoken} ${more}`}</span>
      </span>
      <span role="gridcell" className={styles['subject']} title={subject}>
        <bdi>{subject}</bdi>
      </span>
      <span role="gridcell" className={styles['holds']}>
        <Holds row={row} words={words} format={format} />
      </span>
    </>
  );
}

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
