import type { KeyWorkerErrorCode } from '../../bridge/protocol.ts';
import { toRefusalKind } from '../../bridge/refusal-kind.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';

export interface RefusalWords {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

/** What happened to a release that does not open, in words: what, what is kept, what to do. */
export function useRefusalWords(): (flaw: KeyWorkerErrorCode) => RefusalWords {
  const { refusals } = useWords('overview');
  const { fill } = useFormat();
  const { organization, page, telephone } = useSettings();
  const values = { organization, page, telephone: telephone ?? page };
  return (flaw) => {
    const { title, what, todo } = refusals[toRefusalKind(flaw)];
    return { title: fill(title, values), what: fill(what, { ...values, flaw }), todo: fill(todo, values) };
  };
}
