import { type Instant, readInstant } from '@candor/core/base';
import { type ReactElement, useEffect, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { useFormat, useLanguage } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { FailedState, LoadingState } from '../../../ui/react/page-states.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import type { PackFacts } from '../../bridge/pack-facts.ts';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import type { FoundKind } from '../../bridge/released-message.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { toSafeName } from '../export/export-name.ts';
import { download } from '../export/saved-file.ts';
import { ReleaseGate } from '../release/release-gate.tsx';
import { countSecrets } from '../secrets/secret-items.ts';
import { UnreadSecrets } from '../secrets/unread-secrets.tsx';
import { useSecrets } from '../secrets/use-secrets.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { toPartyName } from '../session/party-name.ts';
import { useSession } from '../session/session-context.tsx';
import styles from './pack.module.css';
import { REGIMES, type Regime, toPackDocument, toPlainText } from './pack-document.ts';
import { type PackFigures, type PackSource, toPackFigures } from './pack-figures.ts';
import { toPackArchive, toPackFiles } from './pack-files.ts';
import { toPackAddress, toPackSearch } from './pack-query.ts';
import { type PackTable, toPackTables } from './pack-tables.ts';
import { ReportText } from './report-text.tsx';

/** A screen of addresses; print and files have all. */
const SHOWN_AT_FIRST = 20;

const SECOND_MS = 1000;

/** The party's own report: texts to reuse, every figure with its source, and everything as files. */
export function ReportPage(): ReactElement {
  return <ReleaseGate>{(release) => <Opened release={release} />}</ReleaseGate>;
}

function Opened({ release }: { readonly release: OpenedRelease }): ReactElement {
  const words = useWords('report');
  const toSentence = useErrorSentence();
  const state = usePack(release);
  switch (state.is) {
    case 'failed':
      return (
        <div className={styles['page']}>
          <FailedState isPage title={toSentence(state.thrown)} />
        </div>
      );
    case 'loading':
      return (
        <div className={styles['page']}>
          <LoadingState>{words.question}</LoadingState>
        </div>
      );
    case 'ready':
      return <Report {...state} />;
  }
}

function Report({ source: given, secretsFlaw, readSecrets }: Extract<PackState, { is: 'ready' }>): ReactElement {
  const words = useWords('report');
  const templates = useWords('reportTexts');
  const shared = useWords('shared');
  const { language } = useLanguage();
  const { fill, rules } = useFormat();
  const keyWorker = useKeyWorker();
  const toSentence = useErrorSentence();
  const [regime, setRegime] = useState<Regime>('neutral');
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [flaw, setFlaw] = useState<string | null>(null);
  const source: PackSource = { ...given, told: readTyped(typed) };
  const figures = toPackFigures(source, language);
  const document = toPackDocument(templates[regime], figures, { language, rules, unknown: words.unknown });
  const reasons: Readonly<Record<string, string>> = useWords('reading').reasons;
  const kinds = useWords('messages').holds;
  const toKind = (kind: FoundKind): string => kinds[kind];
  const toReason = (code: string, sentence: string): string => reasons[code] ?? sentence;
  const tables = toPackTables({ facts: source.facts, figures, words, rules, toSearch: toPackSearch, toReason, toKind });
  const { party, release } = source.release.manifest;
  const save = async (): Promise<void> => {
    setBusy(true);
    setFlaw(null);
    try {
      const proofs = await keyWorker.call('release-proofs', {});
      const made = Math.floor(Date.now() / SECOND_MS);
      const files = toPackFiles({
        ...source,
        language,
        rules,
        words,
        templates,
        made,
        proofs,
        toSearch: toPackSearch,
        toReason,
        toKind,
      });
      download(await toPackArchive(files), `${toSafeName(party)}-release-${release}-report.zip`);
    } catch (thrown) {
      setFlaw(toSentence(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles['page']}>
      <AnswerHeading level={1} question={words.question}>
        {fill(words.answer, { party: toPartyName(source.release.manifest) })}
      </AnswerHeading>
      <p className={styles['lead']}>{words.lead}</p>
      <div className={styles['choices']}>
        <label>
          <span>{words.chooseText}</span>
          <select
            className="field low"
            value={regime}
            onChange={({ target }) => setRegime(REGIMES.find((one) => one === target.value) ?? 'neutral')}
          >
            {REGIMES.map((one) => (
              <option key={one} value={one}>
                {words.regimes[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.toldLabel}</span>
          <input
            className="field low"
            type="datetime-local"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span className={styles['small']}>{words.toldHint}</span>
        </label>
      </div>
      <div className={styles['buttons']}>
        <Button kind="primary" size="deciding" whyNot={isBusy ? '' : null} onPress={save}>
          {isBusy ? words.downloading : words.download}
        </Button>
        <Button size="deciding" onPress={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <p className={styles['small']}>{words.downloadHint}</p>
      {flaw !== null && <NoticeLine kind="refused">{flaw}</NoticeLine>}
      {secretsFlaw !== null && <UnreadSecrets thrown={secretsFlaw} onAgain={readSecrets} />}
      <section className={styles['part']}>
        <div className={styles['head']}>
          <h2>{words.textTitle}</h2>
          <CopyButton
            text={toPlainText(document)}
            words={{ copy: words.copyText, copied: shared.copied }}
            label={words.copyText}
          />
        </div>
        <p className={styles['small']}>{words.gapHint}</p>
        <ReportText document={document} />
      </section>
      {tables.map((table) => (
        <ReportTable key={table.name} table={table} figures={figures} />
      ))}
    </div>
  );
}

/** `2001-10-21T10:40`, read as UTC like all times here. */
function readTyped(text: string): Instant | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? readInstant(`${text}:00Z`) : null;
}

type PackState =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly thrown: unknown }
  | {
      readonly is: 'ready';
      readonly source: Omit<PackSource, 'told'>;
      /** Why the party's list is missing; null when it is not, or for a release from disk. */
      readonly secretsFlaw: unknown;
      readonly readSecrets: () => Promise<void>;
    };

/** Sources of the report: the signed release, its counted messages, and the party's list of secrets. */
function usePack(opened: OpenedRelease): PackState {
  const keyWorker = useKeyWorker();
  const { state: secrets, items, reload: readSecrets } = useSecrets();
  const { state: session } = useSession();
  const isFromDisk = session.is === 'signed-in' && session.file !== undefined;
  const [facts, setFacts] = useState<PackFacts | { readonly thrown: unknown } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another release has other figures
  useEffect(() => {
    setFacts(null);
    let isHere = true;
    keyWorker.call('pack-facts', {}).then(
      (counted) => isHere && setFacts(counted),
      (thrown: unknown) => isHere && setFacts({ thrown }),
    );
    return () => {
      isHere = false;
    };
  }, [keyWorker, opened]);
  if (facts !== null && 'thrown' in facts) return { is: 'failed', thrown: facts.thrown };
  if (facts === null || (!isFromDisk && (secrets.is === 'loading' || secrets.is === 'closed')))
    return { is: 'loading' };
  const counted = !isFromDisk && secrets.is === 'loaded' ? countSecrets(items) : null;
  const secretsFlaw = !isFromDisk && secrets.is === 'failed' ? secrets.thrown : null;
  return { is: 'ready', source: { release: opened, facts, secrets: counted }, secretsFlaw, readSecrets };
}

type PackRow = PackTable['rows'][number];

function ReportTable(props: { readonly table: PackTable; readonly figures: PackFigures }): ReactElement | null {
  const words = useWords('report');
  const { count } = useFormat();
  const { table, figures } = props;
  const isOfFigures = table.name === 'figures';
  if (table.rows.length === 0) {
    return table.name === 'doubts' ? <p className={styles['small']}>{words.noDoubts}</p> : null;
  }
  return (
    <section className={styles['part']}>
      <h2>{table.title}</h2>
      <Table
        columns={table.columns.map((header, at) => ({
          id: header,
          header,
          cell: ({ anchor, cells }: PackRow) =>
            isOfFigures && at === 2 ? (
              <SearchLink search={cells[at] ?? ''} anchor={anchor} figures={figures} />
            ) : (
              cells[at]
            ),
        }))}
        rows={table.rows}
        toKey={({ cells }) => cells[0] ?? ''}
        kind="report"
        {...(isOfFigures
          ? {}
          : {
              atFirst: {
                rows: SHOWN_AT_FIRST,
                more: count(words.further, table.rows.length - SHOWN_AT_FIRST),
                fewer: null,
              },
            })}
      />
    </section>
  );
}

function SearchLink(props: {
  readonly search: string;
  readonly anchor: string | null;
  readonly figures: PackFigures;
}): ReactElement | null {
  const { anchor, figures, search } = props;
  const query = Object.values(figures).find(({ name }) => name === anchor)?.query ?? null;
  const value = Object.values(figures).find(({ name }) => name === anchor)?.value;
  if (query === null || value?.kind !== 'number' || value.number === 0) return null;
  return <a href={`#${toPackAddress(query)}`}>{search}</a>;
}
