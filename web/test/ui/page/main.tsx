import '../../../src/reviewer/pages/app/no-generated-code.ts';
import '../../../src/reviewer/reviewer.css';
import './page.css';
import { type ReactElement, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadUiCatalogue } from '../../../src/i18n/ui-catalogue.ts';
import { AnswerHeading } from '../../../src/ui/react/answer-heading.tsx';
import { Button } from '../../../src/ui/react/button.tsx';
import { Figure } from '../../../src/ui/react/figure.tsx';
import { LanguageProvider } from '../../../src/ui/react/language.tsx';
import { NoticeLine } from '../../../src/ui/react/notice-line.tsx';
import { EmptyState, FailedState, LoadingState, PartialState } from '../../../src/ui/react/page-states.tsx';
import type { Column, TableSort, TableWork } from '../../../src/ui/react/table/column.ts';
import { Table } from '../../../src/ui/react/table/table.tsx';
import { useTableShortcuts } from '../../../src/ui/react/table/table-keys.ts';
import { TextField } from '../../../src/ui/react/text-field.tsx';
import { useNarrow } from '../../../src/ui/react/use-narrow.ts';
import { VerdictMark } from '../../../src/ui/react/verdict-mark.tsx';
import { PartiesState } from './parties-state.tsx';
import { FunnelState, TimelineState } from './pictures-state.tsx';
import { Framed, ShellState } from './shell-states.tsx';

/** One state of one part of the pages, by the address: `?state=lines&rows=20000`. */
const asked = new URLSearchParams(location.search);
const state = asked.get('state') ?? 'lines';
const total = Number(asked.get('rows') ?? '40');

interface Party {
  readonly name: string;
  readonly opened: number;
  readonly said: string;
}

type By = 'mark' | 'name' | 'opened' | 'said';

/** No two rows are alike. */
const toParty = (place: number): Party => ({
  name: `Party ${place}`,
  opened: (place * 7919) % 20011,
  said: `${'told by letter, '.repeat((place % 5) + 1)}row ${place}`,
});

const COLUMNS: readonly Column<Party, By>[] = [
  { id: 'mark', header: 'Verdict', cell: () => <VerdictMark verdict="accessed" />, width: '80px', narrow: 'mark' },
  {
    id: 'name',
    header: 'Party',
    cell: ({ name }) => name,
    width: 'minmax(80px, 1fr)',
    narrow: 'title',
    isSortable: true,
  },
  {
    id: 'opened',
    header: 'Opened',
    cell: ({ opened }) => <Figure text={String(opened)} isZero={opened === 0} to={null} />,
    width: '90px',
    kind: 'number',
    narrow: 'titleEnd',
    isSortable: true,
  },
  { id: 'said', header: 'Said', cell: ({ said }) => said, width: 'minmax(80px, 2fr)', narrow: 'about' },
];

const RECORDS: readonly Column<Party, By>[] = [
  { id: 'name', header: 'Party', cell: ({ name }) => name, kind: 'row-head' },
  { id: 'said', header: 'Said', cell: ({ said }) => said, width: '40%' },
  { id: 'opened', header: 'Opened', cell: ({ opened }) => opened, kind: 'number' },
  {
    id: 'mark',
    header: 'Act',
    cell: ({ name }) => (
      <Button size="small" label={`Tell ${name}`}>
        Tell
      </Button>
    ),
    kind: 'acts',
    isUnseen: true,
  },
];

function Lines(): ReactElement {
  const [current, setCurrent] = useState(asked.has('current') ? 2 : -1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(asked.has('chosen') ? ['Party 1', 'Party 3'] : []));
  const [sort, setSort] = useState<TableSort<By>>({ by: 'opened', isDescending: !asked.has('ascending') });
  const move = (to: number): void => setCurrent(Math.min(Math.max(to, 0), total - 1));
  const choose = (place: number): void =>
    setChosen((before) => {
      const after = new Set(before);
      const { name } = toParty(place);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  useTableShortcuts({
    current,
    onMove: move,
    onChoose: choose,
    onSearch: () => document.querySelector('input')?.focus(),
    onLeave: () => setChosen(new Set()),
  });
  const work: TableWork<Party> = {
    id: 'party',
    current,
    isBusy: false,
    isChosen: ({ name }) => chosen.has(name),
    onOpen: move,
    onChoose: choose,
    onMove: move,
    onEnter: () => (document.title = `opened ${current}`),
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '100dvh' }}>
      <h1>Parties</h1>
      <input type="search" aria-label="Find a party" />
      <p role="status">{`${chosen.size} of ${total} selected`}</p>
      <Table
        columns={COLUMNS}
        rows={{
          total,
          row: (place) => (state === 'loading' && place > 2 ? undefined : toParty(place)),
          see: () => undefined,
        }}
        kind="lines"
        label={`${total} parties`}
        isNarrow={useNarrow()}
        sort={sort}
        onSort={(by) => setSort({ by, isDescending: sort.by !== by || !sort.isDescending })}
        work={work}
        empty={
          <EmptyState action={<Button>Without the filter</Button>}>No party matches. 22 without the filter.</EmptyState>
        }
      />
    </div>
  );
}

function Records(): ReactElement {
  return (
    <main className="page-stack">
      <h1>Parties</h1>
      <Table<Party, By>
        columns={RECORDS}
        rows={Array.from({ length: total }, (_, place) => toParty(place))}
        toKey={({ name }) => name}
        kind={state === 'report' ? 'report' : 'records'}
        label="Parties"
        isStacked
        empty={<EmptyState>Nobody is concerned yet. Start a run.</EmptyState>}
        {...(asked.has('first') ? { atFirst: { rows: 3, more: `All ${total}`, fewer: 'Fewer' } } : {})}
      />
    </main>
  );
}

function Parts(): ReactElement {
  const [text, setText] = useState('');
  return (
    <main className="page-stack">
      <AnswerHeading level={1} question="Whose mail was it?">
        22 parties.
      </AnswerHeading>
      <div>
        <Button kind="primary">Approve 214 notices</Button> <Button>Plain</Button> <Button kind="stop">Refuse</Button>{' '}
        <Button kind="link">All 22</Button> <Button whyNot="You composed it.">Approve 3 notices</Button>
      </div>
      <NoticeLine kind="passed">Two people approved it.</NoticeLine>
      <NoticeLine kind="wait">One of two approved it.</NoticeLine>
      <NoticeLine kind="refused">The gate refuses it: DKIM fails.</NoticeLine>
      <EmptyState>Nothing was released yet.</EmptyState>
      <LoadingState>412 of 861 decrypted</LoadingState>
      <PartialState>3 messages could not be opened.</PartialState>
      <FailedState title="The portal does not answer.">What was read stays.</FailedState>
      <p>
        <Figure
          text="4,750"
          isZero={false}
          to="/copies"
          label="4,750 copies"
          how={{ to: '/how', text: 'How do we know?' }}
        />
        {' and '}
        <Figure text="0" isZero to="/copies" how={{ to: '/how-none', text: 'How do we know that?' }} />
      </p>
      <TextField label="Name" hint="As in the notice" value={text} onChange={setText} />
      <TextField label="Code" slip="Group 2 has a typing error." value="4F7K-9QRN" onChange={setText} isCode />
      <p>
        {(['accessed', 'presumed', 'partial', 'possible', 'undetermined', 'no-evidence', 'absent'] as const).map(
          (one) => (
            <span key={one}>
              <VerdictMark verdict={one} /> {one}{' '}
            </span>
          ),
        )}
      </p>
    </main>
  );
}

/** By the first word of the state. */
function choose(): ReactElement {
  switch (state) {
    case 'parts':
      return <Parts />;
    case 'records':
    case 'report':
      return <Records />;
    case 'shell':
      return <ShellState asked={asked} />;
    case 'parties':
      return (
        <Framed current="parties">
          <PartiesState asked={asked} />
        </Framed>
      );
    case 'timeline':
      return (
        <Framed current="incident">
          <TimelineState asked={asked} />
        </Framed>
      );
    case 'funnel':
      return (
        <Framed current="incident">
          <FunnelState asked={asked} />
        </Framed>
      );
    default:
      return (
        <main>
          <Lines />
        </main>
      );
  }
}

const page = document.getElementById('page');
if (page === null) throw new Error('the page has no place');
const language = asked.get('language');
if (language !== null) localStorage.setItem('candor-language', language);
document.documentElement.dir = asked.get('dir') ?? 'ltr';
createRoot(page).render(
  <LanguageProvider load={loadUiCatalogue}>
    <Suspense fallback={null}>{choose()}</Suspense>
  </LanguageProvider>,
);
