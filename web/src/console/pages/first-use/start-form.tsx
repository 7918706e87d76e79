import type { NewFolder } from '@candor/core/contract/console';
import type { FolderLookAnswer, FolderStart } from '@candor/core/contract/operations';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { TextField } from '../../../ui/react/text-field.tsx';
import { toIncidentPath } from '../../address/incident-address.ts';
import { SECTION_PATHS, toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { CallError, startIncident } from '../../client/client.ts';
import styles from './first-use-page.module.css';

/** What only a person knows; a text holds several with commas. */
const FIELDS = [
  'organization',
  'domains',
  'start',
  'contained',
  'sessions',
  'tokens',
  'applications',
  'addresses',
] as const;
type Field = (typeof FIELDS)[number];
const WINDOW: readonly Field[] = ['organization', 'domains', 'start', 'contained'];
const NEEDED: readonly Field[] = ['organization', 'domains', 'start', 'contained'];
/** As audit logs name them. */
const COLUMNS: Readonly<Partial<Record<Field, string>>> = {
  sessions: 'SessionId, AADSessionId',
  tokens: 'UniqueTokenId',
  applications: 'AppId, ClientAppId',
};
const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/;

const toList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Window and leads of a new incident, then its first run. */
export function StartForm(props: {
  readonly folder: NewFolder;
  /** Null: its incident file says everything. */
  readonly seen: FolderLookAnswer | null;
  readonly onError: (error: CallError) => void;
}): ReactElement {
  const { folder, seen, onError } = props;
  const words = useWords().firstUse;
  const { fill } = useFormat();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({ domains: seen?.domains.join(', ') ?? '' });
  const [isBusy, setBusy] = useState(false);
  const textOf = (name: string): string => texts[name] ?? '';
  const unowned = (seen?.mailboxes ?? []).filter(({ address }) => address === null).map(({ custodian }) => custodian);
  const toSlip = (name: Field): string | null => {
    const isTime = name === 'start' || name === 'contained';
    return isTime && textOf(name) !== '' && !DAY_OR_TIME.test(textOf(name)) ? words.noTime : null;
  };
  const isOpen =
    seen !== null &&
    (NEEDED.some((name) => textOf(name).trim() === '' || toSlip(name) !== null) ||
      unowned.some((custodian) => textOf(toOwner(custodian)).trim() === ''));
  const begin = (): void => {
    setBusy(true);
    startIncident(folder.id, seen === null ? {} : toStart(textOf, unowned)).then(
      ({ incident }) => {
        location.hash = toHref(toIncidentPath(SECTION_PATHS.evidence, incident));
        // The list of incidents is read once a page.
        location.reload();
      },
      (cause: unknown) => {
        setBusy(false);
        onError(cause instanceof CallError ? cause : new CallError('silent', []));
      },
    );
  };
  const toField = (name: Field): ReactElement => (
    <TextField
      key={name}
      label={words.fields[name]}
      hint={fill(words.hints[name], { columns: COLUMNS[name] ?? '' })}
      value={textOf(name)}
      slip={toSlip(name)}
      isRequired={NEEDED.includes(name)}
      onChange={(text) => setTexts({ ...texts, [name]: text })}
    />
  );
  return (
    <>
      {seen !== null && (
        <>
          <section className={styles['step']}>
            <h2>{words.window}</h2>
            <div className={styles['fields']}>
              {WINDOW.map(toField)}
              {unowned.map((custodian) => (
                <TextField
                  key={custodian}
                  label={`${words.owner} ${custodian}`}
                  value={textOf(toOwner(custodian))}
                  isRequired
                  onChange={(text) => setTexts({ ...texts, [toOwner(custodian)]: text })}
                />
              ))}
            </div>
          </section>
          <section className={styles['step']}>
            <h2>{words.leads}</h2>
            <p>{words.leadsNote}</p>
            <div className={styles['fields']}>{FIELDS.filter((name) => !WINDOW.includes(name)).map(toField)}</div>
          </section>
        </>
      )}
      <section className={styles['step']}>
        <h2>{words.run}</h2>
        <p>{seen === null ? words.runNote : words.writeNote}</p>
        <Button kind="primary" size="deciding" whyNot={isBusy ? '' : isOpen ? words.open : null} onPress={begin}>
          {seen === null ? words.begin : words.write}
        </Button>
      </section>
    </>
  );
}

/** Custodians and fields are kept in one table. */
function toOwner(custodian: string): string {
  return `owner ${custodian}`;
}

function toStart(textOf: (name: string) => string, unowned: readonly string[]): FolderStart {
  return {
    organization: textOf('organization').trim(),
    domains: toList(textOf('domains')),
    start: toInstantText(textOf('start')),
    contained: toInstantText(textOf('contained')),
    sessions: toList(textOf('sessions')),
    tokens: toList(textOf('tokens')),
    applications: toList(textOf('applications')),
    addresses: toList(textOf('addresses')),
    owners: unowned.map((custodian) => `${custodian}=${textOf(toOwner(custodian)).trim()}`),
  };
}

/** Seconds may be left out. */
function toInstantText(text: string): string {
  return text.replace(/T(\d{2}:\d{2})Z$/, 'T$1:00Z');
}
