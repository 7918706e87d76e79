import type { DrivenPage } from './driven-page.ts';

/** A browser other than Chromium, as Debian has it; `npm run services` installs it. */
export interface Engine {
  readonly name: string;
  /** Why it cannot be opened here; null where it can. */
  readonly missing: string | null;
  open(): Promise<DrivenPage>;
}
