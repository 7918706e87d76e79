import type { Regime } from './pack-template.ts';

/** Figures of the report, each with a name in every language. */
export const FIGURE_NAMES = [
  'organization',
  'incident',
  'party',
  'domains',
  'concerned',
  'readable',
  'bulk',
  'held',
  'withheld',
  'quoted',
  'mentioned',
  'mentionedBusiness',
  'mentionedPersonal',
  'mentionedSecret',
  'objects',
  'accessed',
  'presumed',
  'partial',
  'possible',
  'undetermined',
  'fraud',
  'secret',
  'personal',
  'attached',
  'files',
  'people',
  'custodians',
  'writtenFirst',
  'writtenLast',
  'windowFrom',
  'windowTo',
  'recordedFirst',
  'recordedLast',
  'secretsOpen',
  'secretsRotated',
  'secretsNotOurs',
  'unknownSaid',
  'told',
  'release',
  'releasedAt',
  'exposure',
  'approvers',
  'keySet',
  'logOrigin',
  'logPosition',
  'logSize',
  'manifest',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What the report page and the files of the pack say beside the templates. */
export interface PackWords {
  readonly question: string;
  /** `{party}` */
  readonly answer: string;
  readonly lead: string;
  readonly regimes: Readonly<Record<Regime, string>>;
  readonly chooseText: string;
  readonly toldLabel: string;
  readonly toldHint: string;
  readonly textTitle: string;
  readonly gapHint: string;
  readonly copyText: string;
  readonly copied: string;
  readonly download: string;
  readonly downloading: string;
  readonly downloadHint: string;
  readonly print: string;
  readonly unknown: string;
  readonly figuresTitle: string;
  readonly figureColumns: readonly [figure: string, value: string, source: string];
  /** What each figure counts, and its source. */
  readonly figures: Readonly<Record<FigureName, string>>;
  readonly showMessages: string;
  readonly peopleTitle: string;
  readonly custodiansTitle: string;
  readonly addressColumns: readonly [address: string, messages: string];
  readonly typesTitle: string;
  readonly typeColumns: readonly [type: string, files: string];
  readonly foundTitle: string;
  readonly foundColumns: readonly [kind: string, messages: string, values: string, certain: string, accepted: string];
  readonly doubtsTitle: string;
  readonly doubtColumns: readonly [reason: string, messages: string];
  readonly noDoubts: string;
  readonly further: readonly [one: string, other: string];
  readonly tellingsTitle: string;
  readonly tellingColumns: readonly [what: string, when: string, proof: string];
  readonly toldNotice: string;
  readonly toldRelease: string;
  readonly madeAt: string;
  readonly madeFrom: string;
  readonly filesTitle: string;
}
