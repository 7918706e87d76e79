import { afterAll, beforeAll, beforeEach } from 'vitest';
import { noBrowser } from '../../../tools/services/browser.ts';

/**
 * Opens something once for all tests of a file, and closes it behind them. Where there is no browser to use it with,
 * they are skipped.
 */
export function shareOpened<Opened extends { close(): Promise<void> }>(
  open: () => Promise<Opened>,
  take: (opened: Opened) => void,
): void {
  let opened: Opened | null = null;
  beforeAll(async () => {
    if (noBrowser !== null) return;
    opened = await open();
    take(opened);
  });
  afterAll(() => opened?.close());
  beforeEach((context) => {
    if (noBrowser !== null) context.skip(noBrowser);
  });
}
