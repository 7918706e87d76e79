import { type Said, toSaid } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';

export interface PersonRange {
  readonly least: number;
  readonly most: number;
}

/** Where data subjects stand in exposed mail. */
export interface DataSubjectParts {
  readonly own: PersonRange;
  readonly outside: PersonRange;
  /** Persons named in texts; null where nothing was searched. */
  readonly texts: PersonRange | null;
}

export interface DataSubjects extends DataSubjectParts {
  readonly all: PersonRange;
}

/**
 * The one number of data subjects. Employees are data subjects, and so are persons who never wrote a mail. A person may
 * stand in each part: the least is therefore the larger of headers and texts, the most the sum.
 */
export function countDataSubjects({ own, outside, texts }: DataSubjectParts): Said<'data-subjects', DataSubjects> {
  const least = Math.max(own.least + outside.least, texts?.least ?? 0);
  const most = Math.max(least, own.most + outside.most + (texts?.most ?? 0));
  return toSaid('data-subjects', { own, outside, texts, all: { least, most } });
}

const HEADERS =
  'own: least, mailboxes of users with an exposed copy; most, distinct addresses of the organization in exposed messages. outside: least, exposed parties of kind person; most, distinct outside addresses in exposed messages without those of lists';
const TEXTS =
  'texts: least, distinct values of the one kind among national-id, passport, driving-licence and tax-id that has most, or more persons of people.csv in texts, see persons-per-element; most, each distinct value of a financial or personal kind as another person';

/** The figure, with each part. */
export function toDataSubjectFigure({ value }: Said<'data-subjects', DataSubjects>): {
  readonly value: Readonly<Record<string, number>>;
  readonly formula: string;
} {
  const { own, outside, texts, all } = value;
  return {
    value: {
      ...{ least: all.least, most: all.most, ownLeast: own.least, ownMost: own.most },
      ...{ outsideLeast: outside.least, outsideMost: outside.most },
      ...(texts === null ? {} : { textsLeast: texts.least, textsMost: texts.most }),
    },
    formula: `natural persons; least: the larger of own + outside and texts; most: the sum of all parts. ${HEADERS}. ${texts === null ? 'Persons who are only named in texts are not among them: see data-subjects' : TEXTS}`,
  };
}

/**
 * The parts of the figure `natural-persons`; null where it is missing. Earlier formulas did not count the
 * organization's own people.
 */
export function toHeaderParts(
  figures: readonly { readonly name: string; readonly value: unknown }[],
): Omit<DataSubjectParts, 'texts'> | null {
  const value = figures.find(({ name }) => name === 'natural-persons')?.value;
  if (typeof value !== 'object' || value === null) return null;
  const of = (part: string): number | null => {
    const number: unknown = Object.entries(value).find(([name]) => name === part)?.[1];
    return typeof number === 'number' ? number : null;
  };
  return {
    own: { least: of('ownLeast') ?? 0, most: of('ownMost') ?? 0 },
    outside: {
      least: of('outsideLeast') ?? of('least') ?? 0,
      most: of('outsideMost') ?? of('most') ?? 0,
    },
  };
}

/** Mailboxes of users among these custodians: each is one person's at least. */
export function countUsers({ mailboxes }: Pick<Incident, 'mailboxes'>, custodians: readonly string[]): number {
  return mailboxes.filter(({ kind, custodian }) => kind === 'user' && custodians.includes(custodian)).length;
}
