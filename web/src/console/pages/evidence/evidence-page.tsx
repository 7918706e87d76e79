import type { ConsoleIncident } from '@candor/core/contract/console';
import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, type ReactNode, useCallback, useMemo } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { JobRegion } from '../../jobs/job-region.tsx';
import { RecordList, type SortedColumn } from '../../list/record-list.tsx';
import { GapTable } from './gap-table.tsx';

type EvidenceFile = CalledOperations['evidence.list']['answer'][number];
type ColumnId = 'path' | 'purpose' | 'custodian' | 'format' | 'size' | 'digest';

const PURPOSES = ['mailbox', 'access', 'arrivals', 'folders', 'directory'] as const;
const DIGITS = 12;

/** What was read, and what is missing? */
export function EvidencePage(): ReactElement {
  const question = useWords().questions.evidence;
  return <IncidentGate question={question}>{(incident) => <Evidence incident={incident} />}</IncidentGate>;
}

function Evidence({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.evidence;
  const files = useAnswer(incident.id, 'evidence.list', {});
  const status = useAnswer(incident.id, 'status', {});
  const { askAgain: readFiles } = files;
  const { askAgain: readStatus } = status;
  const onEnded = useCallback(() => {
    readFiles();
    readStatus();
  }, [readFiles, readStatus]);
  const jobs = <JobRegion incident={incident.id} onEnded={onEnded} />;
  return (
    <>
      <AnswerGate question={question} asked={files}>
        {(read) => (
          <AnswerGate question={question} asked={status}>
            {({ summary }) => <Read files={read} summary={summary} jobs={jobs} />}
          </AnswerGate>
        )}
      </AnswerGate>
      {/* Before the first exposure there is nothing to show, and a run to start. */}
      {files.answer === null && files.error?.code === 'refused' && <div className="page-stack">{jobs}</div>}
    </>
  );
}

function Read(props: {
  readonly files: readonly EvidenceFile[];
  readonly summary: CalledOperations['status']['answer']['summary'];
  readonly jobs: ReactNode;
}): ReactElement {
  const { files, summary, jobs } = props;
  const { questions, evidencePage: words } = useWords();
  const { count, number, fill } = useFormat();
  const unopened = files.filter(({ sha256 }) => sha256 === null).length;
  const changed = files.filter(({ asAcquired }) => asAcquired === false).length;
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={questions.evidence}>
        {fill(words.answer, {
          files: count(words.files, files.length - unopened),
          gaps: count(words.gaps, summary.gaps.length),
        })}
      </AnswerHeading>
      {unopened > 0 && <PartialState>{count(words.unopened, unopened)}</PartialState>}
      {changed > 0 && <PartialState>{count(words.changed, changed)}</PartialState>}
      {summary.evidence.quarantinedBytes > 0 && (
        <PartialState>{fill(words.aside, { bytes: number(summary.evidence.quarantinedBytes) })}</PartialState>
      )}
      {jobs}
      <GapTable gaps={summary.gaps} />
      <Files files={files} />
    </div>
  );
}

function Files({ files }: { readonly files: readonly EvidenceFile[] }): ReactElement {
  const words = useWords().evidencePage;
  const { number } = useFormat();
  const columns = useMemo(
    (): readonly SortedColumn<EvidenceFile, ColumnId>[] => [
      {
        id: 'path',
        header: words.columns.path,
        kind: 'row-head',
        width: '36%',
        cell: ({ path }) => <bdi>{path}</bdi>,
        order: ({ path }) => path,
      },
      {
        id: 'purpose',
        header: words.columns.purpose,
        cell: ({ purpose }) => words.purposes[purpose],
        order: ({ purpose }) => purpose,
      },
      {
        id: 'custodian',
        header: words.columns.custodian,
        cell: ({ custodian }) => custodian ?? '–',
        order: ({ custodian }) => custodian ?? '',
      },
      { id: 'format', header: words.columns.format, cell: ({ format }) => format, order: ({ format }) => format },
      {
        id: 'size',
        header: words.columns.size,
        kind: 'number',
        cell: ({ size }) => number(size),
        order: ({ size }) => size,
      },
      {
        id: 'digest',
        header: words.columns.digest,
        cell: ({ sha256 }) =>
          sha256 === null ? words.notOpened : <code title={sha256}>{sha256.slice(0, DIGITS)}</code>,
        order: ({ sha256 }) => sha256 ?? '',
      },
    ],
    [words, number],
  );
  const facet = useMemo(
    () => ({
      name: words.columns.purpose,
      members: PURPOSES.map((id) => ({ id, name: words.purposes[id] })),
      toMember: ({ purpose }: EvidenceFile) => purpose,
    }),
    [words],
  );
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{words.filesTitle}</h2>
      <RecordList
        label={words.filesTitle}
        rows={files}
        columns={columns}
        toKey={toKey}
        toText={toText}
        usual={{ by: 'path', isDescending: false }}
        searchLabel={words.search}
        facet={facet}
      />
    </section>
  );
}

const toKey = ({ purpose, path, custodian }: EvidenceFile): string => `${purpose} ${custodian} ${path}`;
const toText = ({ path, custodian, format, sha256 }: EvidenceFile): string =>
  `${path} ${custodian ?? ''} ${format} ${sha256 ?? ''}`;
