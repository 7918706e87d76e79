import { type Confidence, detectFindings, type FindingKind } from '@candor/core/impact/detectors';

/** Characters of one text that are searched for passwords: what is said of an attachment stands in front of a mail. */
const MAX_SAID_UNITS = 1024 * 1024;

const SAID_KINDS: ReadonlySet<FindingKind> = new Set<FindingKind>(['credential', 'access-code']);
const RANK: Readonly<Record<Confidence, number>> = { certain: 0, likely: 0, weak: 1 };
const READ_ANOTHER_WAY = 2;

export interface SaidText {
  readonly text: string;
  /** The subject of the message whose body it is; empty for anything else. */
  readonly subject: string;
}

/** The passwords that texts say, the likeliest first. Readings with or without a mark at their end come last. */
export function findSaidPasswords(texts: Iterable<SaidText>): readonly string[] {
  const byRank: string[][] = [[], [], []];
  for (const { text, subject } of texts) {
    const said = text.slice(0, MAX_SAID_UNITS);
    for (const { kind, confidence, value, end } of detectFindings(said, { subject })) {
      if (!SAID_KINDS.has(kind)) continue;
      byRank[RANK[confidence]]?.push(value);
      const behind = MARKS.exec(said.slice(end, end + 4))?.[0] ?? '';
      if (behind !== '') byRank[READ_ANOTHER_WAY]?.push(value + behind);
      if (/[.,;:!?]$/.test(value)) byRank[READ_ANOTHER_WAY]?.push(value.slice(0, -1));
    }
  }
  return byRank.flat();
}

const MARKS = /^[.,;:!?$%&*#+=~)"'-]{1,3}(?=\s|$)/;
