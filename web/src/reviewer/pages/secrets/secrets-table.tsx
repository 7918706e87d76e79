import { readInstant } from '@candor/core/base';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import { findSecrets } from '../../frame/find-secrets.ts';
import { toMaskedText } from '../../frame/mask.ts';
import { paths } from '../address/paths.ts';
import { toMessagesSearch } from '../address/query-address.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toShortFingerprint } from '../base/typed-fingerprint.ts';
import { isDisputed, type SecretItem, type SecretStatus, type SecretVersion } from './secret-items.ts';
import styles from './secrets.module.css';

export interface SecretActs {
  readonly onStatus: (item: SecretItem, status: SecretStatus) => void;
  readonly onEdit: (item: SecretItem) => void;
}

const NEXT: Readonly<Record<SecretStatus, readonly SecretStatus[]>> = {
  open: ['rotated', 'not-ours'],
  rotated: ['open'],
  'not-ours': ['open'],
};

/** The list as work: what, where, who, and one click for the usual. */
export function SecretsTable(
  props: { readonly items: readonly SecretItem[]; readonly empty: ReactElement } & SecretActs,
): ReactElement {
  const { columns, statuses } = useWords('secrets');
  return (
    <Table<SecretItem>
      columns={[
        {
          id: 'status',
          header: columns.status,
          cell: ({ status }) => <span className={`${styles['status']} ${styles[status]}`}>{statuses[status]}</span>,
        },
        {
          id: 'secret',
          header: columns.secret,
          cell: (item) => <Secret item={item} onSettle={props.onEdit} />,
          width: '44%',
          kind: 'row-head',
        },
        { id: 'used', header: columns.used, cell: ({ facts }) => facts.used, className: styles['fact'] },
        { id: 'owner', header: columns.owner, cell: ({ facts }) => facts.owner, className: styles['fact'] },
        {
          id: 'acts',
          header: columns.act,
          cell: (item) => <Acts item={item} onStatus={props.onStatus} onEdit={props.onEdit} />,
          kind: 'acts',
          isUnseen: true,
        },
      ]}
      rows={props.items}
      toKey={({ id }) => id}
      empty={props.empty}
      isStacked
      breaksAnywhere
    />
  );
}

/** A marked message has its sender's subject. */
function toLabel(label: string, none: string): string {
  return label === '' ? none : toMaskedText(label, findSecrets([label]));
}

function Secret(props: { readonly item: SecretItem; readonly onSettle: SecretActs['onEdit'] }): ReactElement {
  const words = useWords('secrets');
  const { count, fill } = useFormat();
  const { organization } = useSettings();
  const { item } = props;
  const { facts, messages, isFound } = item;
  const [newest] = item.versions;
  const found = messages > 0 ? count(words.foundIn, messages, { organization }) : fill(words.marked, { organization });
  const kind = words.kinds[facts.kind];
  const origin = isFound ? found : messages > 0 ? `${kind} · ${found}` : kind;
  return (
    <>
      <span className={styles['label']}>{toLabel(facts.label, words.noLabel)}</span>
      <span className="second">
        {origin}
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
        <Dispute item={item} onSettle={() => props.onSettle(item)} />
      ) : (
        newest !== undefined && (
          <span className="second">
            <Author version={newest} />
          </span>
        )
      )}
    </>
  );
}

function Acts({ item, onStatus, onEdit }: { readonly item: SecretItem } & SecretActs): ReactElement {
  const words = useWords('secrets');
  const label = toLabel(item.facts.label, words.noLabel);
  return (
    <>
      {NEXT[item.status].map((next) => (
        <Button key={next} size="small" label={`${words.acts[next]}: ${label}`} onPress={() => onStatus(item, next)}>
          {words.acts[next]}
        </Button>
      ))}
      <Button size="small" label={`${words.acts.edit} ${label}`} onPress={() => onEdit(item)}>
        {words.acts.edit}
      </Button>
    </>
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
