import { toUnbranded } from '@candor/core/base';
import type { NoticeAnswer } from '@candor/core/verify';
import { toTypedRecipient } from '../../ui/typed-domain.ts';
import type { PageState, Source } from './page-state.ts';

/** Saves the answer as a file: question, answer, and its basis. Nothing is sent. */
export function saveAnswer(state: PageState, answer: NoticeAnswer, source: Source | null): void {
  const file = {
    organization: state.site?.organization,
    page: state.site?.page,
    asOf: state.site?.built,
    code: state.code,
    domain: toTypedRecipient(state.domain),
    compared: source === null ? null : source.kind === 'file' ? source.name : 'pasted text',
    answer,
  };
  const hexOfBytes = (_: string, value: unknown): unknown =>
    value instanceof Uint8Array
      ? Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
      : toUnbranded(value);
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, hexOfBytes, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'notice-answer.json';
  link.click();
  URL.revokeObjectURL(address);
}
