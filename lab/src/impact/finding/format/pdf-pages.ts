import type { OpenPdf } from '../locked/locked-pdf.ts';
import { type PlacedLine, toPageText } from './page-lines.ts';
import { toPdfLines } from './pdf-text.ts';

/** The text of all pages. A damaged page costs none of the others. */
export async function readPages(pdf: OpenPdf): Promise<{ readonly text: string; readonly damagedPages: number }> {
  const lines: PlacedLine[] = [];
  let damagedPages = 0;
  for (let at = 1; at <= pdf.numPages; at += 1) {
    try {
      const page = await pdf.getPage(at);
      for (const line of toPdfLines((await page.getTextContent()).items)) lines.push(line);
      page.cleanup();
    } catch {
      damagedPages += 1;
    }
  }
  return { text: toPageText(lines), damagedPages };
}
