import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { type MessageText, MessageTexts } from '../../../src/impact/finding/message-texts.ts';

/** All texts of a message. */
export async function readTexts(bytes: Uint8Array): Promise<readonly MessageText[]> {
  const options = { ocr: false, only: null, skip: new Set<string>(), onPart: () => undefined };
  const texts: MessageText[] = [];
  for await (const text of new MessageTexts(createNodeRuntime(), bytes, options).read()) texts.push(text);
  return texts;
}
