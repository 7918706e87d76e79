/** What a party may have to say, and to whom. `neutral` is for everybody else: management, insurers, customers. */
export const REGIMES = ['neutral', 'gdpr-33', 'gdpr-34', 'nis2'] as const;
export type Regime = (typeof REGIMES)[number];

/**
 * A text that a party fills in. `{name}` is a figure of pack-figures.ts, `[…]` is what only the party knows and fills
 * in itself, a paragraph that begins with `- ` belongs to a list, one that begins with `? ` is left out where its first
 * number is nought or not known. A text states facts and advises nothing: what somebody has to report is not ours to
 * say.
 */
export interface PackTemplate {
  readonly title: string;
  /** The provision whose points the parts follow. */
  readonly source: string;
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export type PackTemplates = Readonly<Record<Regime, PackTemplate>>;
