import { readInstant } from '@candor/core/base';
import { type ReactElement, type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { FailedState, LoadingState } from '../../../ui/react/page-states.tsx';
import { listSecrets } from '../../frame/mask.ts';
import type { CalendarFacts, NestedMessage } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { download } from '../export/saved-file.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { AttachmentList } from './attachment-list.tsx';
import { FormattedError, FormattedFacts, useFormattedForm } from './formatted-body.tsx';
import { sayMasked, useMaskedCount } from './masked-count.ts';
import { useReportMasks } from './masks-context.tsx';
import { MessageHeader, toIndexedHead } from './message-header.tsx';
import { toRawLines } from './raw-lines.ts';
import { RawView } from './raw-view.tsx';
import styles from './reading-pane.module.css';
import { Line, TextBody } from './text-body.tsx';
import { useReading } from './use-reading.ts';
import { Warnings } from './warnings.tsx';
import { WhyPanel } from './why-panel.tsx';

type Shown = 'text' | 'formatted' | 'raw';

const NONE: readonly string[] = [];

interface ReadingPaneProps {
  readonly id: string;
  readonly actions?: ReactNode;
}

/** One message, readable and harmless, with the reasons of its verdict. Another message resets unmasking. */
export function ReadingPane(props: ReadingPaneProps): ReactElement {
  return <OneMessage key={props.id} {...props} />;
}

function OneMessage({ id, actions }: ReadingPaneProps): ReactElement {
  const words = useWords('reading');
  const toSentence = useErrorSentence();
  const place = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [choice, setChoice] = useState<Shown | null>(null);
  const [isUnmasked, setUnmasked] = useState(false);
  const [isWhyOpen, setWhyOpen] = useState(false);
  const { indexed, opened } = useReading(id, attempt, place, words.formattedTitle);
  const reading = opened.is === 'read' ? opened.reading : null;
  const frame = opened.is === 'read' ? opened.frame : null;
  const bytes = opened.is === 'read' || opened.is === 'unread' ? opened.bytes : null;
  const secrets = reading?.found ?? NONE;
  const masks = isUnmasked ? NONE : secrets;
  useReportMasks(masks);
  const canFormat = reading !== null && reading.formatted !== null;
  // The plain form is preferred; the formatted one comes first only if it says more.
  const isFormattedFirst = canFormat && (reading.textFrom !== 'plain' || reading.formatted?.differs === true);
  const shown: Shown = choice ?? (isFormattedFirst ? 'formatted' : 'text');
  const isFormatted = shown === 'formatted' && canFormat;
  const { refusal, masked } = useFormattedForm(frame, isFormatted, masks);
  const raw = useMemo(
    () => (shown === 'raw' && bytes !== null ? toRawLines(bytes, masks) : null),
    [shown, bytes, masks],
  );
  const inForm = shown === 'raw' ? raw?.masked : isFormatted && refusal === null ? masked : undefined;
  const maskedCount = useMaskedCount(reading, { masks, inForm, isRaw: shown === 'raw' });
  const head = reading?.head ?? (indexed === null ? null : toIndexedHead(indexed, readInstant));
  const subject = head === null || head.subject === '' ? words.noSubject : head.subject;
  const isFraud = indexed?.marks.includes('fraud') === true;
  return (
    <article
      className={`${styles['pane']} ${isWhyOpen ? styles['whyOpen'] : ''}`}
      aria-label={words.message}
      data-message={id}
    >
      <header className={styles['head']}>
        <h2 className={styles['subject']} dir="auto">
          <Line text={subject} masks={masks} />
        </h2>
        {head !== null && <MessageHeader head={head} masks={masks} />}
        <fieldset className={styles['actions']} aria-label={words.actions.label}>
          {actions}
          {bytes !== null && <Button onPress={() => saveMessage(id, bytes)}>{words.actions.saveMessage}</Button>}
          {canFormat && shown !== 'raw' && (
            <Button onPress={() => setChoice(shown === 'text' ? 'formatted' : 'text')}>
              {shown === 'text' ? words.actions.asFormatted : words.actions.asText}
            </Button>
          )}
          {bytes !== null && (
            <Button kind="link" onPress={() => setChoice(shown === 'raw' ? null : 'raw')}>
              {shown === 'raw' ? words.actions.closeRaw : words.actions.raw}
            </Button>
          )}
          <span className={styles['whySwitch']}>
            <Button kind="link" isExpanded={isWhyOpen} onPress={() => setWhyOpen(!isWhyOpen)}>
              {isWhyOpen ? words.actions.backToMessage : words.actions.why}
            </Button>
          </span>
        </fieldset>
      </header>
      <div className={styles['body']}>
        {opened.is === 'opening' && <LoadingState>{words.opening}</LoadingState>}
        {opened.is === 'refused' && (
          <FailedState
            title={words.failed}
            action={<Button onPress={() => setAttempt(attempt + 1)}>{words.openAgain}</Button>}
          >
            <p>{toSentence(opened.thrown)}</p>
          </FailedState>
        )}
        {opened.is === 'unread' && (
          <NoticeLine
            kind="refused"
            action={
              <Button size="small" onPress={() => setAttempt(attempt + 1)}>
                {words.openAgain}
              </Button>
            }
          >
            {words.frameFlaws[opened.flaw]}
          </NoticeLine>
        )}
        <Warnings
          indexed={indexed}
          reading={reading}
          secrets={sayMasked(isUnmasked, isUnmasked ? listSecrets(secrets).length : maskedCount)}
          onUnmask={setUnmasked}
        />
        {refusal !== null && <FormattedError refusal={refusal} />}
        {raw !== null && <RawView raw={raw} />}
        <div ref={place} className={styles['frames']} hidden={shown !== 'formatted' || refusal !== null} />
        {reading !== null && shown !== 'raw' && (
          <>
            <div className={shown === 'formatted' && refusal === null ? styles['printed'] : undefined}>
              {reading.blocks.length === 0 ? (
                <p className={styles['aside']}>{words.noText}</p>
              ) : (
                <TextBody blocks={reading.blocks} masks={masks} />
              )}
            </div>
            {reading.calendars.map((facts, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries never move
              <CalendarTable key={at} facts={facts} masks={masks} />
            ))}
            {reading.nested.map((nested, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: messages never move
              <NestedMessageView key={at} nested={nested} masks={masks} />
            ))}
          </>
        )}
        {reading !== null && frame !== null && (
          <footer className={styles['foot']}>
            <AttachmentList reading={reading} frame={frame} isFraud={isFraud} masks={masks} />
            {reading.formatted !== null && <FormattedFacts formatted={reading.formatted} masks={masks} />}
          </footer>
        )}
      </div>
      {indexed !== null && <WhyPanel indexed={indexed} />}
    </article>
  );
}

/** Named by its id: subjects are the sender's words, and others see file names. */
function saveMessage(id: string, bytes: Uint8Array): void {
  download(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }), `${id.slice(0, 16)}.eml`);
}

/** An attached message, collapsed, as text. */
function NestedMessageView(props: { readonly nested: NestedMessage; readonly masks: readonly string[] }): ReactElement {
  const words = useWords('reading');
  const { fill } = useFormat();
  const { masks } = props;
  const { head, blocks, attachments, depth } = props.nested;
  return (
    <details className={styles['nested']} data-depth={Math.min(depth, 4)}>
      <summary>
        <bdi>
          <Line
            text={fill(words.nested, { subject: head.subject === '' ? words.noSubject : head.subject })}
            masks={masks}
          />
        </bdi>
      </summary>
      <MessageHeader head={head} masks={masks} />
      <TextBody blocks={blocks} masks={masks} />
      {attachments.length > 0 && (
        <p className={styles['aside']}>
          <bdi>
            <Line text={fill(words.nestedFiles, { names: attachments.join(', ') })} masks={masks} />
          </bdi>
        </p>
      )}
    </details>
  );
}

/** A calendar entry as facts. Never answered or imported. */
function CalendarTable(props: { readonly facts: CalendarFacts; readonly masks: readonly string[] }): ReactElement {
  const { facts, masks } = props;
  const words = useWords('reading');
  const { calendar } = words;
  const rows = [
    [calendar.what, facts.summary],
    [calendar.start, facts.start],
    [calendar.end, facts.end],
    [calendar.place, facts.place],
    [calendar.organizer, facts.organizer],
    [calendar.attendees, facts.attendees === 0 ? '' : String(facts.attendees)],
    [calendar.repeats, facts.repeats],
    [calendar.description, facts.description],
  ].filter(([, value]) => value !== '');
  return (
    <section className={styles['calendar']}>
      <h3>{facts.method === 'CANCEL' ? calendar.cancelled : calendar.title}</h3>
      <table>
        <tbody>
          {rows.map(([name, value = '']) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td dir="auto">
                <Line text={value} masks={masks} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['aside']}>{calendar.notActed}</p>
    </section>
  );
}
