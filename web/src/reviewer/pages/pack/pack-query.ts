import { type MessageQuery, NO_QUERY } from '../../bridge/message-query.ts';
import { paths } from '../address/paths.ts';
import { toMessagesSearch } from '../address/query-address.ts';
import type { PackQuery } from './pack-figures.ts';

/** The search behind a figure, as typed into the messages page. */
export function toPackSearch(query: PackQuery): string {
  switch (query.kind) {
    case 'all':
      return '*';
    case 'verdict':
      return `verdict:${query.verdict}`;
    case 'mark':
      return `has:${query.mark}`;
    case 'attachment':
      return 'has:attachment';
  }
}

/** The same as an address of the app. */
export function toPackAddress(query: PackQuery): string {
  const search = new URLSearchParams(toMessagesSearch({ query: toMessageQuery(query) })).toString();
  return search === '' ? paths.messages : `${paths.messages}?${search}`;
}

function toMessageQuery(query: PackQuery): MessageQuery {
  switch (query.kind) {
    case 'all':
      return NO_QUERY;
    case 'verdict':
      return { ...NO_QUERY, verdicts: [query.verdict] };
    case 'mark':
      return { ...NO_QUERY, holds: [query.mark] };
    case 'attachment':
      return { ...NO_QUERY, holds: ['attachment'] };
  }
}
