import { readInstant } from '@candor/core/base';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { ActsCell, PlainTable } from '../../../ui/react/plain-table.tsx';
import { findSecrets } from '../../frame/find-secrets.ts';
import { toMaskedText } from '../../frame/mask.ts';
import { paths } from '../address/paths.ts';
import { toMessagesSearch } from '../address/query-address.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toShortFingerprint } from '../base/typed-fingerprint.ts';
import { isDisputed, type SecretItem, type SecretStatus, type SecretVersion } from './secret-items.ts';
import styles from './secrets.module.css';

export interface SecretActs {
  readonly onStatus: (item: SecretItem, status: SecretStatus) => void;
  readonly onEdit: (item: SecretItem) => void;
}

/** Rows rendered at first; the others on request. */
const ROWS_AT_ONCE = 200;

/** The list as work: what, where, who, and one click for the usual. */
export function SecretsTable(props: { readonly items: readonly SecretItem[] } & SecretActs): ReactElement {
  const { columns, more } = useWords('secrets');
  const { count } = useFormat();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const left = props.items.length - limit;
  return (
    <>
      <PlainTable
        columns={[columns.status, columns.secret, columns.used, columns.owner, { name: columns.act, is: 'unseen' }]}
        isStacked
        breaksAnywhere
      >
        {props.items.slice(0, limit).map((item) => (
          <Row key={item.id} item={item} onStatus={props.onStatus} onEdit={props.onEdit} />
        ))}
      </PlainTable>
      {left > 0 && (
        <Button onPress={() => setLimit(limit + ROWS_AT_ONCE)}>{count(more, Math.min(left, ROWS_AT_ONCE))}</Button>
      )}
    </>
  );
}

const NEXT: Readonly<Record<SecretStatus, readonly SecretStatus[]>> = {
  open: ['rotated', 'not-ours'],
  rotated: ['open'],
  'not-ours': ['open'],
};

function Row({ item, onStatus, onEdit }: { readonly item: SecretItem } & SecretActs): ReactElement {
  const words = useWords('secrets');
  const { count, fill } = useFormat();
  const { organization } = useSettings();
  const { facts, status } = item;
  // A marked message has its sender's subject.
  const label = facts.label === '' ? words.noLabel : toMaskedText(facts.label, findSecrets([facts.label]));
  const [newest] = item.versions;
  const toOrigin = ({ messages, isFound }: SecretItem): string => {
    const found =
      messages > 0 ? count(words.foundIn, messages, { organization }) : fill(words.marked, { organization });
    if (isFound) return found;
    return messages > 0 ? `${words.kinds[facts.kind]} · ${found}` : words.kinds[facts.kind];
  };
  return (
    <tr>
      <td>
        <span className={`${styles['status']} ${styles[status]}`}>{words.statuses[status]}</span>
      </td>
      <th scope="row" className={styles['secret']}>
        <span className={styles['label']}>{label}</span>
        <span className="second">
          {toOrigin(item)}
          {facts.remark !== '' && ` · ${facts.remark}`}
        </span>
        {facts.message !== null && (
          <a
            className="second"
            href={`#${paths.messages}?${new URLSearchParams(toMessagesSearch({ message: facts.message }))}`}
          >
            {words.message}
          </a>
        )}
        {isDisputed(item) ? (
          <Dispute item={item} onSettle={() => onEdit(item)} />
        ) : (
          newest !== undefined && (
            <span className="second">
              <Author version={newest} />
            </span>
          )
        )}
      </th>
      <td className={styles['fact']}>{facts.used}</td>
      <td className={styles['fact']}>{facts.owner}</td>
      <ActsCell>
        {NEXT[status].map((next) => (
          <Button key={next} size="small" label={`${words.acts[next]}: ${label}`} onPress={() => onStatus(item, next)}>
            {words.acts[next]}
          </Button>
        ))}
        <Button size="small" label={`${words.acts.edit} ${label}`} onPress={() => onEdit(item)}>
          {words.acts.edit}
        </Button>
      </ActsCell>
    </tr>
  );
}

function Dispute(props: { readonly item: SecretItem; readonly onSettle: () => void }): ReactElement {
  const words = useWords('secrets');
  const { fill, number } = useFormat();
  const { versions } = props.item;
  return (
    <PartialState
      action={
        <Button size="small" onPress={props.onSettle}>
          {words.settle}
        </Button>
      }
    >
      {fill(words.dispute, { n: number(versions.length) })}
      {versions.map((version) => (
        <span key={version.author} className="second">
          <Author version={version} />
          {`: ${words.statuses[version.status]}, ${version.label}`}
        </span>
      ))}
    </PartialState>
  );
}

function Author({ version }: { readonly version: Pick<SecretVersion, 'isOwn' | 'author' | 'at'> }): ReactElement {
  const words = useWords('secrets');
  const { fill, time } = useFormat();
  const at = readInstant(version.at);
  const author = version.isOwn ? words.you : toShortFingerprint(version.author);
  return <>{fill(words.by, { author, time: at === null ? version.at : time(at) })}</>;
}
