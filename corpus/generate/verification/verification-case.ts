import { caseNotice } from './notice.ts';

/** One received message and the answer that it must get. */
export interface VerificationCase {
  /** File name without its ending. */
  readonly name: string;
  readonly why: string;
  /**
   * `eml` unless the text was copied out of a mail program (`txt`), or saved by one (`text`), or the file is none of
   * mail.
   */
  readonly as?: 'eml' | 'txt' | 'text' | 'pdf' | 'png';
  readonly bytes: Buffer;
  readonly answer: string;
  /** `place:nature` of every difference, each once. */
  readonly named?: readonly string[];
  readonly notes?: readonly string[];
  /** What is typed on the page, where it is not the notice's own. */
  readonly code?: string;
  readonly domain?: string;
  /** What has become of the notice. */
  readonly status?: 'superseded' | 'withdrawn' | 'misdirected';
}

/** Replaces words that must be there: a case that changes nothing is none. */
function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the notice: ${from}`);
  return text.replace(from, () => to);
}

export const swapText = (from: string, to: string): string => swap(caseNotice.text, from, to);
export const swapHtml = (from: string, to: string): string => swap(caseNotice.html, from, to);
/** The same change in both forms. */
export const swapBoth = (from: string, to: string): { readonly text: string; readonly html: string } => ({
  text: swapText(from, to),
  html: swapHtml(from, to),
});
