import type { IndexedMessage } from '@candor/core/review/seal';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import type { ShownHead, ShownRole } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './reading-pane.module.css';
import { Line } from './text-body.tsx';

/** Addresses of one field shown at first. */
const FIRST_ADDRESSES = 8;

const ROWS = [
  ['from', 'from'],
  ['sender', 'sender'],
  ['reply-to', 'replyTo'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
] as const satisfies readonly (readonly [ShownRole, string])[];

/** Sender, recipients and date. A name is shown beside its address, never in its place. */
export function MessageHeader(props: { readonly head: ShownHead; readonly masks: readonly string[] }): ReactElement {
  const { head, masks } = props;
  const words = useWords('reading');
  const rows = ROWS.map(([role, word]) => ({
    role,
    word: words.fields[word],
    addresses: head.addresses.filter((address) => address.role === role),
  })).filter(({ role, addresses }) => addresses.length > 0 && !(role === 'sender' && isFrom(head, addresses)));
  return (
    <dl className={styles['fields']}>
      {rows.map(({ role, word, addresses }) => (
        <div key={role} className={styles['field']}>
          <dt>{word}</dt>
          <dd>
            <Addresses addresses={addresses} masks={masks} />
          </dd>
        </div>
      ))}
      <div className={styles['field']}>
        <dt>{words.fields.date}</dt>
        <dd>
          <ShownDate head={head} masks={masks} />
        </dd>
      </div>
    </dl>
  );
}

/** A sender equal to the author adds nothing. */
function isFrom(head: ShownHead, senders: ShownHead['addresses']): boolean {
  return senders.every(({ address }) =>
    head.addresses.some((other) => other.role === 'from' && other.address === address),
  );
}

function Addresses(props: {
  readonly addresses: ShownHead['addresses'];
  readonly masks: readonly string[];
}): ReactElement {
  const { addresses, masks } = props;
  const words = useWords('reading');
  const { count } = useFormat();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? addresses : addresses.slice(0, FIRST_ADDRESSES);
  const more = addresses.length - FIRST_ADDRESSES;
  return (
    <>
      {shown.map(({ name, address, isReadable }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: addresses never move
        <span key={at} className={styles['address']}>
          {name !== '' && (
            <>
              <bdi>
                <Line text={name} masks={masks} />
              </bdi>{' '}
            </>
          )}
          <bdi
            className={name === '' ? undefined : styles['addressOf']}
            title={isReadable ? undefined : words.unreadableAddress}
          >
            {name === '' ? '' : '<'}
            <Line text={address} masks={masks} />
            {name === '' ? '' : '>'}
          </bdi>
          {at < shown.length - 1 ? ', ' : ''}
        </span>
      ))}{' '}
      {more > 0 && (
        <Button kind="link" size="small" isExpanded={isAll} onPress={() => setAll(!isAll)}>
          {isAll ? words.fewerAddresses : count(words.allAddresses, more)}
        </Button>
      )}
    </>
  );
}

const ZONE = /[+-]\d{4}\b|\b[A-Z]{2,4}\b(?=\s*$)/;
const UTC = /^(?:[+-]0000|GMT|UTC?|Z)$/;
const MINUTE_SECONDS = 60;

function ShownDate({ head, masks }: { readonly head: ShownHead; readonly masks: readonly string[] }): ReactElement {
  const words = useWords('reading');
  const { time, fill } = useFormat();
  const written = fill(words.asWritten, { date: head.dateText });
  if (head.date === null) return <Line text={head.dateText === '' ? words.noDate : written} masks={masks} />;
  const zone = ZONE.exec(head.dateText)?.[0] ?? '';
  const seconds = String(((head.date % MINUTE_SECONDS) + MINUTE_SECONDS) % MINUTE_SECONDS).padStart(2, '0');
  return (
    <>
      {time(head.date).replace(/(\d{2}:\d{2})/, `$1:${seconds}`)}
      {head.dateText !== '' && !UTC.test(zone) && (
        <span className={styles['second']}>
          {' '}
          (<Line text={written} masks={masks} />)
        </span>
      )}
    </>
  );
}

/** The index entry's header, until the message itself is read, and where it cannot be. */
export function toIndexedHead(indexed: IndexedMessage, readDate: (text: string) => number | null): ShownHead {
  const toAddresses = (role: ShownRole, addresses: readonly string[]): ShownHead['addresses'] =>
    addresses.map((address) => ({ role, name: '', address, isReadable: true }));
  return {
    subject: indexed.subject,
    date: indexed.date === null ? null : readDate(indexed.date),
    dateText: '',
    messageId: null,
    addresses: [
      ...toAddresses('from', indexed.from),
      ...toAddresses('to', indexed.to),
      ...toAddresses('cc', indexed.cc),
    ],
  };
}
