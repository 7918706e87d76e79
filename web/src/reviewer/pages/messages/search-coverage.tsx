import type { Said } from '@candor/core/base';
import type { ReactElement, ReactNode } from 'react';
import { type Format, useFormat } from '../../../ui/react/language.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import type { Counted } from '../../../ui/words.ts';
import type { SearchCoverage } from '../../bridge/table-calls.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './messages-page.module.css';

type Coverage = Said<'no-match', SearchCoverage>;
type SomeTexts = Extract<SearchCoverage, { readonly kind: 'some-texts' }>;

/**
 * What a search of texts covered; null when it asked nothing of them. The only way in which a page says it. `isShort`
 * leaves out why texts were not searched.
 */
export function useCoverageWords(isShort = false): (coverage: Coverage) => string | null {
  const { coverage: words } = useWords('messages');
  const listMissing = useMissing();
  const format = useFormat();
  return ({ value }) => {
    switch (value.kind) {
      case 'index':
      case 'unread-notes':
        return null;
      case 'every-text':
        return format.count(words.everyText, value.of);
      case 'some-texts':
        return [countSearched(format, words.someTexts, value), ...(isShort ? [] : listMissing(value))].join(
          format.rules.semicolon,
        );
    }
  };
}

/** In place of the list: that nothing matches, and in how much that was looked for. */
export function NoMatch(props: {
  readonly coverage: Coverage;
  /** Messages without any filter. */
  readonly of: number;
  readonly action: ReactNode;
}): ReactElement {
  const { noMatch: words } = useWords('messages');
  const listMissing = useMissing();
  const format = useFormat();
  const { value } = props.coverage;
  const toSentence = (): string => {
    switch (value.kind) {
      case 'index':
        return format.count(words.index, props.of);
      case 'unread-notes':
        return words.unreadNotes;
      case 'every-text':
        return format.count(words.everyText, value.of);
      case 'some-texts': {
        if (value.searched === 0 && value.failed === 0) return format.count(words.noText, value.of);
        const searched = countSearched(format, words.someTexts, value);
        return `${[searched, ...listMissing(value)].join(format.rules.semicolon)}.`;
      }
    }
  };
  return (
    <EmptyState
      action={
        <>
          {(value.kind === 'every-text' || value.kind === 'some-texts') && <p>{words.attachments}</p>}
          {props.action}
        </>
      }
    >
      <span className={styles['answer']}>{toSentence()}</span>
    </EmptyState>
  );
}

function countSearched(format: Format, forms: Counted, { searched, of }: SomeTexts): string {
  return format.count(forms, of, { searched: format.number(searched) });
}

/** The texts that were not searched, by reason, each with its number. */
function useMissing(): (some: SomeTexts) => readonly string[] {
  const { coverage: words } = useWords('messages');
  const { count } = useFormat();
  return ({ failed, inPart, unread }) => [
    ...(failed > 0 ? [count(words.failed, failed)] : []),
    ...(inPart > 0 ? [count(words.inPart, inPart)] : []),
    ...(unread > 0 ? [count(words.unread, unread)] : []),
  ];
}
