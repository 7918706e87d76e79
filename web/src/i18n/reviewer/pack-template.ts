/**
 * Reports that a party may need, and their addressees. `neutral` is for everybody else: management, insurers,
 * customers.
 */
export const REGIMES = ['neutral', 'gdpr-33', 'gdpr-34', 'nis2'] as const;
export type Regime = (typeof REGIMES)[number];

/**
 * A text for a party to complete. `{name}` is a figure of pack-figures.ts, `[…]` a gap that only the party can fill; a
 * paragraph that starts with `- ` is a list item, one with `? ` is omitted if its first number is zero or unknown. A
 * text states facts and gives no advice.
 */
export interface PackTemplate {
  readonly title: string;
  /** The provision that the parts follow. */
  readonly source: string;
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export type PackTemplates = Readonly<Record<Regime, PackTemplate>>;
