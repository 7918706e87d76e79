import { readInstant } from '@candor/core/base';
import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { EmptyState, LoadingState } from '../../../ui/react/page-states.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import { findSecrets } from '../../frame/find-secrets.ts';
import { toMaskedText } from '../../frame/mask.ts';
import { paths } from '../address/paths.ts';
import { toMessagesSearch } from '../address/query-address.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toShortFingerprint } from '../base/typed-fingerprint.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import type { TrailEntry } from './access-trail.ts';
import styles from './people.module.css';
import type { TrailState } from './use-trail.ts';

const SHOWN_AT_FIRST = 20;

/** Who opened what, newest first. A broken chain is reported before anything else. */
export function TrailTable(props: {
  readonly state: TrailState;
  readonly names: ReadonlyMap<string, string>;
}): ReactElement {
  const words = useWords('people');
  const { count, date, fill, number, time } = useFormat();
  const { organization } = useSettings();
  const toSentence = useErrorSentence();
  const { trail, is, lost, isKept, thrown } = props.state;
  const newest = useMemo(() => [...trail.entries].reverse(), [trail]);
  const named = useNamedObjects(newest);
  const first = readInstant(trail.first ?? '');
  const said = words.trail;
  const toTime = (from: string): string => {
    const at = readInstant(from);
    return at === null ? from : time(at);
  };
  const flaw =
    trail.state === 'broken'
      ? fill(said.broken, { n: number(trail.head.number) })
      : lost === null
        ? null
        : fill(said.lost, { n: number(lost) });
  return (
    <section aria-labelledby="trail">
      <AnswerHeading question={said.question} id="trail" isRefused={flaw !== null}>
        {flaw ?? (first === null ? said.none : count(said.answer, trail.records, { date: date(first) }))}
      </AnswerHeading>
      {flaw !== null && <NoticeLine kind="refused">{fill(said.brokenDo, { organization })}</NoticeLine>}
      {is === 'reading' && <LoadingState>{fill(said.reading, { n: number(trail.records) })}</LoadingState>}
      {is === 'failed' && <EmptyState>{fill(words.failed, { flaw: toSentence(thrown) })}</EmptyState>}
      {newest.length > 0 && (
        <Table<TrailEntry>
          columns={[
            { id: 'time', header: said.time, cell: ({ from }) => toTime(from), className: styles['when'] },
            {
              id: 'person',
              header: said.person,
              cell: ({ reviewer }) => props.names.get(reviewer) ?? <code>{toShortFingerprint(reviewer)}</code>,
            },
            { id: 'did', header: said.did, cell: ({ act }) => said.acts[act] },
            {
              id: 'what',
              header: said.what,
              cell: (entry) => (
                <Opened entry={entry} message={entry.object === null ? undefined : named.get(entry.object)} />
              ),
              width: '48%',
            },
          ]}
          rows={newest}
          toKey={({ number: record }) => String(record)}
          atFirst={{
            rows: SHOWN_AT_FIRST,
            more: fill(said.all, { n: number(newest.length) }),
            fewer: said.fewer,
          }}
          isStacked
        />
      )}
      {is === 'read' && flaw === null && trail.records > 0 && (
        <p className="second">
          {isKept
            ? fill(said.kept, { n: number(trail.head.number), hash: trail.head.hash.slice(0, 16) })
            : said.keptNone}
        </p>
      )}
    </section>
  );
}

interface NamedObject {
  readonly id: string;
  readonly subject: string;
}

function Opened(props: { readonly entry: TrailEntry; readonly message: NamedObject | undefined }): ReactNode {
  const { entry, message } = props;
  const { trail: said } = useWords('people');
  const { count } = useFormat();
  if (entry.act === 'paper') return count(said.papers, entry.records);
  if (entry.act !== 'object') return null;
  if (entry.records > 1) return count(said.messages, entry.records);
  return message === undefined ? said.unnamed : <MessageLink {...message} />;
}

function MessageLink({ id, subject }: NamedObject): ReactElement {
  const search = new URLSearchParams(toMessagesSearch({ message: id })).toString();
  return (
    <a href={`#${paths.messages}?${search}`}>
      {subject === '' ? id.slice(0, 16) : toMaskedText(subject, findSecrets([subject]))}
    </a>
  );
}

/** Only the key worker knows the message of an object. */
function useNamedObjects(entries: readonly TrailEntry[]): ReadonlyMap<string, NamedObject> {
  const keyWorker = useKeyWorker();
  const [named, setNamed] = useState<ReadonlyMap<string, NamedObject>>(new Map());
  const wanted = entries.flatMap(({ act, records, object }) =>
    act === 'object' && records === 1 && object !== null ? [object] : [],
  );
  const joined = [...new Set(wanted)].join(' ');
  useEffect(() => {
    if (joined === '') return;
    let isHere = true;
    keyWorker.call('name-objects', { objects: joined.split(' ') }).then(
      ({ named: found }) => isHere && setNamed(new Map(found.map((one) => [one.object, one]))),
      // Nothing is open: objects have no name.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [keyWorker, joined]);
  return named;
}
