import { RECEIVED_BYTES } from '@candor/core/verify';
import type { Source } from './page-state.ts';

/** Accepts messages anywhere on the page: dropped files and text, and text pasted outside a field. */
export function listenForMessages(page: Document, take: (source: Source) => void): void {
  const mark = (isOver: boolean): void => void page.body.classList.toggle('over', isOver);
  page.addEventListener('dragover', (event) => {
    if (isForField(event, event.dataTransfer)) return;
    // Otherwise the browser would open the file in place of the page.
    event.preventDefault();
    mark(true);
  });
  page.addEventListener('dragleave', (event) => {
    // Null: the pointer left the window, not just an element.
    if (event.relatedTarget === null) mark(false);
  });
  page.addEventListener('drop', (event) => {
    mark(false);
    if (isForField(event, event.dataTransfer)) return;
    event.preventDefault();
    void takeFrom(event.dataTransfer, take);
  });
  page.addEventListener('paste', (event) => {
    if (isForField(event, event.clipboardData)) return;
    void takeFrom(event.clipboardData, take);
  });
}

/** Text belongs to the field under it; a file never does. */
function isForField({ target }: Event, data: DataTransfer | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && data?.types.includes('Files') !== true;
}

async function takeFrom(data: DataTransfer | null, take: (source: Source) => void): Promise<void> {
  const file = data?.files[0];
  const text = data?.getData('text/plain') ?? '';
  if (file !== undefined) take(await readFile(file));
  else if (text.trim() !== '') take({ kind: 'pasted', text });
}

/** Reads only enough to tell that it is too large; a folder has no bytes. */
export async function readFile(file: File): Promise<Source> {
  const bytes = await file
    .slice(0, RECEIVED_BYTES + 1)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return { kind: 'file', name: file.name, bytes: new Uint8Array(bytes) };
}
