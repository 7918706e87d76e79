import type { Verdict } from '@candor/core/exposure/verdict';
import type { Section } from '../../reviewer/pages/address/paths.ts';

/** What a key does. */
export type KeyAct = 'goTo' | 'help' | 'search' | 'move' | 'select' | 'save' | 'leave' | 'table';

/** Texts shared by several pages. */
export interface SharedWords {
  readonly pageTitle: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly sectionsLabel: string;
  readonly more: string;
  readonly emailsWith: string;
  readonly skip: string;
  readonly account: string;
  readonly signOut: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
  /** A sentence for reviewers, and the short word in tables. */
  readonly verdicts: Readonly<Record<Verdict, { readonly sentence: string; readonly short: string }>>;
  readonly status: {
    readonly keysHere: string;
    readonly nobody: string;
    readonly idleSoon: string;
    readonly clock: { readonly ahead: string; readonly behind: string };
    /** What this browser does not store, and what the portal refused. */
    readonly keeping: { readonly full: string; readonly none: string; readonly unkept: string };
  };
  readonly goTo: { readonly title: string; readonly short: string; readonly label: string; readonly none: string };
  readonly keys: {
    readonly title: string;
    readonly short: string;
    readonly acts: Readonly<Record<KeyAct, string>>;
  };
  readonly loading: string;
  readonly tryAgain: string;
  readonly copy: string;
  readonly copied: string;
  readonly close: string;
  readonly cancel: string;
  readonly fault: { readonly title: string; readonly what: string; readonly kept: string; readonly reload: string };
  readonly settingsMissing: { readonly title: string; readonly what: string; readonly other: string };
  readonly notFound: { readonly title: string; readonly back: string };
}
