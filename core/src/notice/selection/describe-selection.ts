import type { Selection, SelectionRow } from './selection.ts';

/** Parts of a selection; a later check may leave one out. */
export type SelectionSection = 'row' | 'decision' | 'head' | 'asserted' | 'way' | 'digest';

export interface SelectionLine {
  readonly section: SelectionSection;
  readonly text: string;
}

const LEFT_OUT_WORDS: Readonly<Record<Extract<SelectionRow, { is: 'left-out' }>['why'], string>> = {
  'list-by-hand': 'a person made it a list',
  'list-in-directory': 'the directory makes it a list',
  merged: 'merged',
  'do-not-contact': 'do not contact',
  delay: 'disclosure delay',
  excepted: 'left out with --except',
  'perhaps-intruder': 'possibly the intruder',
  'moved-addresses': 'its addresses are now those of others',
};

export function describeRow(row: SelectionRow): string {
  switch (row.is) {
    case 'left-out': {
      const into = row.into === null ? '' : ` into ${row.into}`;
      const why = `${LEFT_OUT_WORDS[row.why]}${into}`;
      return `left out: ${row.party}: ${why}${row.decision === null ? '' : ` (${row.decision})`}`;
    }
    case 'no-contact':
      return `no contact: ${row.party}`;
    case 'figure':
      return `figure: ${row.party}: messages with ${row.figure}: ${row.alone} by the search alone, ${row.here} after decisions`;
    case 'erased':
      return `erased: ${row.findings} findings in ${row.messages} messages (${row.decision})`;
    case 'listed':
      return `listed: ${row.party}: ${row.messages} messages that ${row.by} listed as holding passwords or keys`;
    case 'contact':
      return `contact ${row.act}: ${row.party === null ? '' : `${row.party}: `}${row.contact}${row.decision === null ? '' : ` (${row.decision})`}`;
    case 'text':
      return `text: ${row.of}: ${row.text === '' ? '(taken out)' : row.text}`;
  }
}

/** A selection as one line for each thing that it says, in its order. */
export function describeSelection(selection: Omit<Selection, 'since' | 'takenOut'>): readonly SelectionLine[] {
  const { order, rows, decisions, head, asserted, digests, way } = selection;
  const of = (section: SelectionSection, texts: readonly string[]) => texts.map((text) => ({ section, text }));
  return [
    ...of('row', order.only === null ? [] : [`only: ${order.only.join(' ')}`]),
    ...of('row', rows.map(describeRow)),
    ...of(
      'decision',
      decisions.map(
        ({ id, what, by, at, why, isSigned }) =>
          `${id}: ${what}; ${isSigned ? `signed by ${by}` : `says they are ${by}`}, ${at}: ${why}`,
      ),
    ),
    ...of('head', head === null ? [] : [`head of the decisions: ${head}`]),
    ...of(
      'asserted',
      asserted.map(({ what, text }) => `${what}: ${text}`),
    ),
    ...of(
      'way',
      way.relays.map(({ host, port, tls, from }, at) => `relay ${at + 1}: ${host}:${port}, tls ${tls}, from ${from}`),
    ),
    ...of('way', [`page: ${way.page}`, `settings of the gate: ${way.gate}`]),
    ...of('digest', [`incident file: ${digests.incident}`]),
    ...of(
      'digest',
      [...digests.files, ...digests.references].map(({ file, sha256 }) => `${file}: ${sha256}`),
    ),
  ];
}

/** Lines that only one of two selections has, of these sections. */
export function compareSelections(
  before: Omit<Selection, 'since' | 'takenOut'>,
  after: Omit<Selection, 'since' | 'takenOut'>,
  sections: readonly SelectionSection[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const of = (selection: Omit<Selection, 'since' | 'takenOut'>) =>
    describeSelection(selection).flatMap(({ section, text }) => (sections.includes(section) ? [text] : []));
  const [was, is] = [of(before), of(after)];
  const [known, now] = [new Set(was), new Set(is)];
  return { added: is.filter((text) => !known.has(text)), removed: was.filter((text) => !now.has(text)) };
}
