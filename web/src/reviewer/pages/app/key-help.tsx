import type { ReactElement } from 'react';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import * as shared from '../../../ui/react/key-help.tsx';
import { useWords } from '../base/language-context.tsx';

const KEYS: readonly (readonly [act: keyof ReviewerCatalogue['shared']['keys']['acts'], keys: readonly string[]])[] = [
  ['goTo', ['Ctrl K']],
  ['search', ['/']],
  ['move', ['j', 'k']],
  ['select', ['x']],
  ['save', ['e']],
  ['table', ['t']],
  ['leave', ['Esc']],
  ['help', ['?']],
];

export function KeyHelp(): ReactElement {
  const { keys: words, close } = useWords('shared');
  const acts = KEYS.map(([act, keys]) => ({ keys, does: words.acts[act] }));
  return <shared.KeyHelp words={{ ...words, close }} acts={acts} />;
}
