import { type ReactElement, useState } from 'react';
import { loadUiCatalogue, type UiCatalogue } from '../../../src/i18n/ui-catalogue.ts';
import { clipText } from '../../../src/ui/clip-text.ts';
import { AnswerHeading } from '../../../src/ui/react/answer-heading.tsx';
import { Button } from '../../../src/ui/react/button.tsx';
import { ExportDialog, SavedLines, SavingLine } from '../../../src/ui/react/export-dialog.tsx';
import { Figure } from '../../../src/ui/react/figure.tsx';
import { ColumnChoice } from '../../../src/ui/react/filter/column-choice.tsx';
import { type Facet, FacetList, FacetPane } from '../../../src/ui/react/filter/facet-pane.tsx';
import { FilterBar } from '../../../src/ui/react/filter/filter-bar.tsx';
import { SearchField } from '../../../src/ui/react/filter/search-field.tsx';
import { useCatalogue, useFormat } from '../../../src/ui/react/language.tsx';
import { Name } from '../../../src/ui/react/name.tsx';
import { SelectionBar } from '../../../src/ui/react/selection-bar.tsx';
import type { Column } from '../../../src/ui/react/table/column.ts';
import { toSelectColumn } from '../../../src/ui/react/table/select-column.tsx';
import { Table } from '../../../src/ui/react/table/table.tsx';
import { useNarrow } from '../../../src/ui/react/use-narrow.ts';
import {
  ALL_SELECTED,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  toggleSelected,
} from '../../../src/ui/selection.ts';
import { HOSTILE } from './texts.ts';

interface Party {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly opened: number;
  readonly standing: string;
}

const NAMES = ['Elm Cement AS', 'Delta Water KK', 'Inlet Metering Ltd', 'Cobalt Steel BV', 'Kelp Freight AS'];

const toParty = (place: number, isHostile: boolean): Party => ({
  id: String(place),
  name: isHostile ? (HOSTILE[place % HOSTILE.length] ?? '') : `${NAMES[place % NAMES.length]} ${place}`,
  domain: isHostile ? HOSTILE[5] : `party-${place}.example`,
  opened: (place * 7919) % 1056,
  standing: ['no contact', 'bounced', 'uncertain'][place % 3] ?? '',
});

const COLUMNS: readonly Column<Party, 'name' | 'opened' | 'standing' | 'domain'>[] = [
  {
    id: 'name',
    header: 'Party',
    cell: ({ name }) => <Name text={name} isStrong />,
    width: 'minmax(120px, 1fr)',
    narrow: 'title',
  },
  // The cell itself cuts 200 kB.
  { id: 'domain', header: 'Domain', cell: ({ domain }) => domain, width: 'minmax(80px, 1fr)', narrow: 'about' },
  {
    id: 'opened',
    header: 'opened',
    cell: ({ opened }) => <Figure text={String(opened)} isZero={opened === 0} to="/messages" />,
    width: '90px',
    kind: 'number',
    narrow: 'aboutEnd',
  },
  { id: 'standing', header: 'State', cell: ({ standing }) => standing, width: '120px', narrow: 'titleEnd' },
];

const TOTAL = 5074;

function toFacets(chosen: ReadonlySet<string>, isHostile: boolean): readonly Facet[] {
  const member = (id: string, name: string, count: number) => ({ id, name, count, isChosen: chosen.has(id) });
  return [
    {
      id: 'needs',
      name: 'Needs a person',
      total: null,
      members: [
        member('no-contact', 'no contact', 3517),
        member('bounced', 'bounced', 1368),
        member('uncertain', isHostile ? HOSTILE[0] : 'uncertain', 189),
        member('none', 'supplement due', 0),
      ],
    },
    {
      id: 'kind',
      name: 'Kind',
      total: TOTAL,
      members: [member('organization', 'organization', 3885), member('person', 'person', 1117)],
    },
    {
      id: 'size',
      name: 'Messages of a party',
      total: TOTAL,
      isSized: true,
      members: [member('1', '1', 2296), member('2', '2–9', 2075), member('10', '10–99', 703)],
    },
  ];
}

/** Filter, table, selection and export together, as the page of parties has them. */
export function PartiesState({ asked }: { readonly asked: URLSearchParams }): ReactElement {
  const words = useCatalogue(loadUiCatalogue);
  const { count, number, fill } = useFormat();
  const isHostile = asked.has('hostile');
  const isNarrow = useNarrow();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['no-contact', 'bounced']));
  const [hidden, setHidden] = useState<ReadonlySet<'domain'>>(new Set());
  const [selection, setSelection] = useState<Selection>(
    asked.has('all') ? ALL_SELECTED : { is: 'some', ids: new Set(['0', '1', '2']) },
  );
  const [exporting, setExporting] = useState(asked.get('export'));
  const [typed, setTyped] = useState('');
  const facets = toFacets(chosen, isHostile);
  const toggle = (id: string): void => {
    const after = new Set(chosen);
    if (!after.delete(id)) after.add(id);
    setChosen(after);
  };
  const picked = countSelected(selection, TOTAL) ?? 0;
  return (
    <div className={isNarrow ? 'narrow-parties' : 'parties'}>
      {!isNarrow && (
        <FacetPane
          label={words.filters.label}
          facets={facets}
          words={words.filters}
          onChoose={(_, member) => toggle(member)}
        />
      )}
      <div className="parties-list">
        <div className="parties-head">
          <AnswerHeading level={1} question="Whose mail it was, 50,000 parties">
            49,996 must be notified; 36,256 are; 5,074 cannot be reached yet.
          </AnswerHeading>
        </div>
        <SearchField
          field={null}
          text={typed}
          label="Name, domain, address"
          placeholder="Name, domain, address"
          isNarrow={isNarrow}
          maxLength={200}
          flaws={typed === '(' ? ['The bracket at 1 never closes.'] : []}
          onSearch={setTyped}
          onLeave={() => undefined}
        />
        <FilterBar
          words={{ ...words.filters, apply: count(words.filters.apply, TOTAL) }}
          groups={facets.map((facet) => ({
            name: facet.id,
            label: facet.name,
            isSet: facet.members.some(({ isChosen }) => isChosen),
            content: <FacetList facet={facet} words={words.filters} onChoose={toggle} />,
            onClear: () => setChosen(new Set()),
          }))}
          chips={
            chosen.size === 0
              ? []
              : [
                  {
                    name: 'needs',
                    label: isHostile ? HOSTILE[5] : [...chosen].join(', '),
                    onRemove: () => setChosen(new Set()),
                  },
                ]
          }
          isNarrow={isNarrow}
          isBeside
        >
          <ColumnChoice
            label="Columns"
            columns={[{ id: 'domain', name: 'Domain' }]}
            hidden={hidden}
            onChange={setHidden}
          />
          <Button kind="link" size="small" onPress={() => setExporting('ready')}>
            {`Export ${number(TOTAL)}`}
          </Button>
        </FilterBar>
        <Table
          columns={[
            toSelectColumn<Party>({
              label: ({ name }) => `Select ${clipText(name, 60)}`,
              isChosen: ({ id }) => isSelected(selection, id),
              onChoose: ({ id }) => setSelection(toggleSelected(selection, id)),
              all: {
                label: 'Select all parties',
                state: picked === 0 ? 'none' : picked === TOTAL ? 'all' : 'some',
                onChoose: () => setSelection(picked === TOTAL ? NOTHING_SELECTED : ALL_SELECTED),
              },
            }),
            ...COLUMNS.filter(({ id }) => id !== 'domain' || !hidden.has('domain')),
          ]}
          rows={{ total: TOTAL, row: (place) => toParty(place, isHostile), see: () => undefined }}
          kind="lines"
          label={`${TOTAL} parties`}
          isNarrow={isNarrow}
          work={{
            id: 'party',
            current: 1,
            isBusy: false,
            isChosen: ({ id }) => isSelected(selection, id),
            onOpen: () => undefined,
            onChoose: (place) => setSelection(toggleSelected(selection, String(place))),
            onMove: () => undefined,
            onEnter: () => undefined,
          }}
        />
        {picked > 0 && (
          <SelectionBar
            text={fill(words.selection.selected, { n: number(picked), of: number(TOTAL) })}
            clear={words.selection.clear}
            all={
              picked < TOTAL
                ? {
                    label: fill(words.selection.all, { of: number(TOTAL) }),
                    onPress: () => setSelection(ALL_SELECTED),
                  }
                : null
            }
            onClear={() => setSelection(NOTHING_SELECTED)}
            acts={toActs(picked, number(picked), words, isHostile)}
          />
        )}
      </div>
      {exporting !== null && (
        <ExportDialog
          title={isHostile ? HOSTILE[0] : `Save ${number(TOTAL)} parties`}
          lead="What is shown, in its order, with the columns that are shown."
          legend={words.exports.legend}
          forms={[
            { kind: 'csv', name: 'CSV', hint: 'for spreadsheets; formulas are text' },
            { kind: 'json', name: 'JSON', hint: 'one line a party' },
          ]}
          kind="csv"
          onChoose={() => undefined}
          notes={['The file is not encrypted.']}
          isSaving={exporting === 'saving'}
          progress={
            exporting === 'saving' ? (
              <SavingLine
                done={412}
                of={TOTAL}
                text={`${number(412)} / ${number(TOTAL)}`}
                cancel={words.exports.cancel}
                onCancel={() => setExporting('ready')}
              />
            ) : exporting === 'done' ? (
              <SavedLines
                text={`${number(TOTAL)} parties, 812,004 bytes.`}
                digestLabel={words.exports.digest}
                sha256={'0f'.repeat(32)}
                copy={words.exports}
                missing={{ text: '2 rows changed meanwhile and are not in the file.', names: ['p-17', 'p-4011'] }}
              />
            ) : null
          }
          save={`Save ${number(TOTAL)} rows`}
          whyNot={null}
          close={exporting === 'done' ? words.exports.close : words.selection.cancel}
          onSave={() => setExporting('saving')}
          onClose={() => setExporting(null)}
        />
      )}
    </div>
  );
}

function toActs(n: number, shown: string, words: UiCatalogue, isHostile: boolean) {
  const question = { words: words.selection, onConfirm: () => (document.title = `done ${n}`) };
  return [
    {
      id: 'assign',
      label: 'Assign…',
      ask: { ...question, title: `Assign ${shown} parties`, effects: null, confirm: `Assign ${shown}` },
    },
    {
      id: 'merge',
      label: `Merge ${shown}…`,
      whyNot: n > 50 ? 'At most 50 are merged at once.' : null,
      ask: {
        ...question,
        title: `Merge ${shown} parties into one`,
        effects: [
          isHostile ? HOSTILE[0] : '3 parties become Elm Cement AS; 2 names stay as aliases.',
          '1 draft of wave 1 lapses and needs two approvals again.',
        ],
        confirm: `Merge ${shown} parties`,
      },
    },
    {
      id: 'contact',
      label: `Set contact of ${shown}…`,
      isPrimary: true,
      ask: { ...question, title: 'Set a contact', effects: ['No notice is sent.'], confirm: `Set ${shown} contacts` },
    },
  ];
}
