import { formatCount, toVisible } from '@candor/core/base';
import type { Figure, FigureValue } from '@candor/core/impact';
import type { GdprArticle, ReportLine } from './gdpr-article.ts';

export const task = (article: GdprArticle, key: string, text: string): ReportLine => ({
  is: 'task',
  article,
  key,
  text,
});
export const stated = (article: GdprArticle, from: string, text: string): ReportLine => ({
  is: 'stated',
  article,
  from,
  text: toVisible(text),
});

export const count = (article: GdprArticle, text: string, figure: Figure, nothing = 'none'): ReportLine => ({
  is: 'figure',
  article,
  text: `${toVisible(text)}: ${toFigureWords(figure.value, nothing)}`,
  figure,
});

export function toFigureWords(value: FigureValue, nothing = 'none'): string {
  if (value === null) return 'none recorded';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([part, amount]) => `${part} ${formatCount(amount)}`);
  return parts.length === 0 ? nothing : parts.join(', ');
}
