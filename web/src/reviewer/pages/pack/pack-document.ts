import type { Language } from '@candor/core/notice/text';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import {
  type ElidedParticle,
  formatDate,
  formatNumber,
  formatTime,
  type LanguageRules,
  toElidedParticle,
} from '../../../ui/words.ts';
import type { PackFigure, PackFigures } from './pack-figures.ts';

/** Reports that a party may need. `neutral` is for everybody else: management, insurers, customers. */
export const REGIMES = ['neutral', 'gdpr-33', 'gdpr-34', 'nis2'] as const;
export type Regime = (typeof REGIMES)[number];

/** A piece of a sentence: text, a figure with its source, or a gap for the party. */
export type PackRun =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: PackFigure }
  | { readonly kind: 'gap'; readonly text: string };

export interface PackParagraph {
  readonly isListed: boolean;
  readonly runs: readonly PackRun[];
}

export interface PackDocument {
  readonly language: Language;
  readonly title: readonly PackRun[];
  readonly source: string;
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly PackParagraph[] }[];
}

const LISTED = '- ';
const IF_ANY = '? ';

/**
 * A template for a party to complete, with its figures filled in. `{name}` is a figure of pack-figures.ts, `[…]` a gap
 * that only the party can fill; a paragraph that starts with `- ` is a list item, one with `? ` is omitted if its first
 * number is zero or unknown. A text states facts and gives no advice. Unknown names in braces stay; a test ensures that
 * templates have none.
 */
export function toPackDocument(
  template: ReviewerCatalogue['reportTexts'][Regime],
  figures: PackFigures,
  {
    language,
    rules,
    unknown,
  }: { readonly language: Language; readonly rules: LanguageRules; readonly unknown: string },
): PackDocument {
  const toRuns = (text: string): readonly PackRun[] =>
    [...text.matchAll(/\{(?:(de|que)_)?(\w+)\}|\[([^\]]*)\]|[^{[]+|[{[]/g)].flatMap(
      ([words, little, name, gap]): readonly PackRun[] => {
        const figure = name === undefined ? undefined : figures[name as keyof PackFigures];
        if (figure === undefined)
          return [gap === undefined ? { kind: 'words', text: words } : { kind: 'gap', text: gap }];
        const run = toFigureRun(figure, rules, unknown);
        return little === undefined
          ? [run]
          : [{ kind: 'words', text: toElidedParticle(little as ElidedParticle, run.text) }, run];
      },
    );
  return {
    language,
    title: toRuns(template.title),
    source: template.source,
    parts: template.parts.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs
        .map((text) => ({
          isListed: text.startsWith(LISTED),
          isIfAny: text.startsWith(IF_ANY),
          runs: toRuns(text.startsWith(LISTED) || text.startsWith(IF_ANY) ? text.slice(LISTED.length) : text),
        }))
        .filter(({ isIfAny, runs }) => !isIfAny || hasAny(runs))
        .map(({ isListed, runs }) => ({ isListed, runs })),
    })),
  };
}

function hasAny(runs: readonly PackRun[]): boolean {
  const [first] = runs.flatMap((run) =>
    run.kind === 'figure' && run.figure.value.kind === 'number' ? [run.figure.value.number] : [],
  );
  return first !== undefined && first > 0;
}

function toFigureRun(figure: PackFigure, rules: LanguageRules, unknown: string): PackRun {
  const text = formatFigure(figure, rules);
  return text === null ? { kind: 'gap', text: unknown } : { kind: 'figure', text, figure };
}

/** Null when unknown. */
export function formatFigure({ value }: PackFigure, rules: LanguageRules): string | null {
  switch (value.kind) {
    case 'number':
      return formatNumber(rules, value.number);
    case 'text':
      return value.text;
    case 'day':
      return formatDate(rules, value.at);
    case 'time':
      return formatTime(rules, value.at);
    case 'unknown':
      return null;
  }
}

/** As plain text for copying: gaps keep their brackets. */
export function toPlainText({ title, parts }: PackDocument): string {
  const line = (runs: readonly PackRun[]): string =>
    runs.map((run) => (run.kind === 'gap' ? `[${run.text}]` : run.text)).join('');
  const blocks = parts.map(({ heading, paragraphs }) =>
    [heading, ...paragraphs.map(({ isListed, runs }) => `${isListed ? LISTED : ''}${line(runs)}`)].join('\n'),
  );
  return `${[line(title), ...blocks].join('\n\n')}\n`;
}
