import { createHash, type Hash } from 'node:crypto';
import type { Runtime } from '@candor/core/base';
import { createMessageReader, type MessageResult, type SearchableText } from '@candor/core/evidence/message';
import type { OpaqueAnswer, OpaqueQuestion } from '../protocol.ts';

/** Indexes of the questions that the text matches. */
export type AnswerQuestions = (questions: readonly OpaqueQuestion[], text: SearchableText) => readonly number[];

/** Takes the whole bytes of the messages that a later stage asked for. */
export interface MessageConsumer {
  wants(location: string): boolean;
  /**
   * What is answered for it; `sha256` is of exactly these bytes, in an mbox with the `>` of quoted lines. Never throws
   * on content. `onPart` is told each part before it is read, by a consumer whose parts may end the process.
   */
  take(location: string, bytes: Uint8Array, sha256: string, onPart: (part: string) => void): Promise<OpaqueAnswer>;
}

export type OpenMessageConsumer = (questions: readonly OpaqueQuestion[]) => MessageConsumer;

/** A message that was not looked into: its bytes. */
export interface KeptContent {
  readonly kept: Uint8Array;
  /** Of exactly these bytes. */
  readonly sha256: string;
}

export type MessageContent = MessageResult | KeptContent;

const NOTHING = new Uint8Array(0);

export function isKept(content: MessageContent): content is KeptContent {
  return 'kept' in content;
}

/** Reads one message after the other; what it is given is borrowed until the call returns. */
interface ContentReader {
  write(bytes: Uint8Array): void;
  end(bytes?: Uint8Array): MessageContent;
}

/** What all messages of a task are read with. */
export interface MessagePort {
  readonly runtime: Runtime;
  readonly reader: ContentReader;
  /** Phase 2: what a message's text matches; null otherwise. */
  readonly answer: ((text: SearchableText) => readonly number[]) | null;
  /** Receives complete messages; null for nobody. */
  readonly taker: MessageConsumer | null;
}

/**
 * What a reader process does with messages: tells of their copies, answers questions to their text, or hands them over
 * whole.
 */
export type ReaderWork =
  | { readonly is: 'copies' }
  | { readonly is: 'answers'; readonly answer: AnswerQuestions }
  | { readonly is: 'whole'; readonly openTaker: OpenMessageConsumer };

export function createMessagePort(
  runtime: Runtime,
  questions: readonly OpaqueQuestion[] | null,
  work: ReaderWork,
): MessagePort {
  if (questions === null)
    return { runtime, reader: createMessageReader(runtime, { keepText: false }), answer: null, taker: null };
  switch (work.is) {
    case 'copies':
      throw new Error('this reader process answers no questions');
    case 'answers':
      return {
        runtime,
        reader: createMessageReader(runtime, { keepText: true }),
        answer: (text) => work.answer(questions, text),
        taker: null,
      };
    case 'whole':
      return { runtime, reader: new KeepingReader(), answer: null, taker: work.openTaker(questions) };
  }
}

/** Keeps a message, and proves that what it hands over is what was written, piece by piece. */
class KeepingReader implements ContentReader {
  #pieces: Uint8Array[] = [];
  #written: Hash | null = null;

  /** Copies: callers reuse their buffer, and `slice` of a Node Buffer, unlike a Uint8Array's, is a view of it. */
  write(bytes: Uint8Array): void {
    this.#written ??= createHash('sha256');
    this.#written.update(bytes);
    this.#pieces.push(new Uint8Array(bytes));
  }

  /** @throws Error when the kept bytes are others: a fault of this program, and the message counts as unread. */
  end(bytes: Uint8Array = NOTHING): KeptContent {
    this.#written?.update(bytes);
    const kept = new Uint8Array(Buffer.concat([...this.#pieces, bytes]));
    const sha256 = createHash('sha256').update(kept).digest('hex');
    const written = this.#written?.digest('hex') ?? sha256;
    this.#pieces = [];
    this.#written = null;
    if (written !== sha256) throw new Error('a message was kept with other bytes than were read');
    return { kept, sha256 };
  }
}
