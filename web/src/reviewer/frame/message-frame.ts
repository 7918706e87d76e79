import {
  type FoundPlace,
  FRAME_READY,
  type FrameAnswer,
  type FrameAsk,
  type FrameOrder,
  isFrameAnswer,
  type Reading,
} from './protocol.ts';

/** Why a frame was discarded: a closed list, each with a sentence in `words/`. */
export const FRAME_ERROR_CODES = ['silent', 'hung', 'broken', 'malformed', 'moved', 'closed'] as const;
export type FrameErrorCode = (typeof FRAME_ERROR_CODES)[number];

/** The only form in which a frame fails. */
export class FrameRefusal extends Error {
  readonly flaw: FrameErrorCode;

  constructor(flaw: FrameErrorCode) {
    super(flaw);
    this.name = 'FrameRefusal';
    this.flaw = flaw;
  }
}

/** The frame is two files of this site; waiting longer is useless. */
const READY_MS = 15_000;
/** The largest message shown takes a few seconds to read. */
const ANSWER_MS = 20_000;

interface Waiting {
  readonly takes: (answer: FrameAnswer) => boolean;
  readonly settle: (answer: FrameAnswer) => void;
  readonly fail: (refusal: FrameRefusal) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * One parser frame for one message (docs/decisions/0016). It has an opaque origin and may only run its own script; the
 * page's policy (`frame-src 'self'`) prevents navigation. It is discarded with the message, and at once when it says
 * anything unexpected, loads a second document, or is silent for too long.
 */
export class MessageFrame {
  readonly element: HTMLIFrameElement;
  readonly #ready: Promise<void>;
  #port: MessagePort | null = null;
  #flaw: FrameErrorCode | null = null;
  #loads = 0;
  #giveUp: (refusal: FrameRefusal) => void = () => undefined;
  readonly #waiting: Waiting[] = [];
  readonly #hear: (event: MessageEvent) => void;

  /** Inserts the frame into `place`, hidden. It must not be moved afterwards: a moved frame reloads. */
  constructor(place: Element, address: string, title: string) {
    const frame = place.ownerDocument.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.setAttribute('title', title);
    frame.hidden = true;
    this.element = frame;
    let settleReady: () => void = () => undefined;
    this.#ready = new Promise((settle, fail) => {
      settleReady = settle;
      this.#giveUp = fail;
    });
    // Nobody may be waiting yet when it fails.
    this.#ready.catch(() => undefined);
    const timer = setTimeout(() => this.#end('silent'), READY_MS);
    this.#hear = ({ data, origin, source }) => {
      if (source !== frame.contentWindow || origin !== 'null') return;
      clearTimeout(timer);
      if (data === FRAME_READY && this.#port === null) settleReady();
      else this.#end('malformed');
    };
    addEventListener('message', this.#hear);
    frame.addEventListener('load', () => {
      this.#loads += 1;
      if (this.#loads > 1) this.#end('moved');
    });
    frame.src = address;
    place.append(frame);
  }

  /**
   * Gives the frame its message and the places of passwords and keys; copies the bytes.
   * @throws FrameRefusal
   */
  async read(bytes: Uint8Array, places: readonly FoundPlace[] = []): Promise<Reading> {
    await this.#ready;
    const channel = new MessageChannel();
    const own = bytes.slice().buffer;
    channel.port1.addEventListener('message', ({ data }) => this.#take(data));
    channel.port1.addEventListener('messageerror', () => this.#end('malformed'));
    this.#port = channel.port1;
    const answer = this.#wait(({ kind }) => kind === 'read');
    channel.port1.start();
    // The frame's opaque origin has no name; `frame-src 'self'` ensures that it did not navigate.
    const order: FrameOrder = { kind: 'open', bytes: own, places };
    this.element.contentWindow?.postMessage(order, '*', [channel.port2, own]);
    const read = await answer;
    if (read.kind !== 'read') throw new FrameRefusal('malformed');
    return read.reading;
  }

  async takeAttachment(index: number): Promise<Uint8Array> {
    const answer = await this.#ask(
      { kind: 'attachment', index },
      (found) => found.kind === 'attachment' && found.index === index,
    );
    if (answer.kind !== 'attachment') throw new FrameRefusal('malformed');
    return new Uint8Array(answer.bytes);
  }

  /**
   * Shows the formatted body in the frame with these words masked; returns the masked secrets.
   * @throws FrameRefusal
   */
  async show(masks: readonly string[]): Promise<readonly string[]> {
    const answer = await this.#ask({ kind: 'show', masks }, ({ kind }) => kind === 'shown');
    return answer.kind === 'shown' ? answer.masked : [];
  }

  close(): void {
    this.#end('closed');
  }

  #ask(ask: FrameAsk, takes: Waiting['takes']): Promise<FrameAnswer> {
    if (this.#port === null || this.#flaw !== null) return Promise.reject(new FrameRefusal(this.#flaw ?? 'closed'));
    this.#port.postMessage(ask);
    return this.#wait(takes);
  }

  #wait(takes: Waiting['takes']): Promise<FrameAnswer> {
    if (this.#flaw !== null) return Promise.reject(new FrameRefusal(this.#flaw));
    return new Promise((settle, fail) => {
      const timer = setTimeout(() => this.#end('hung'), ANSWER_MS);
      this.#waiting.push({ takes, settle, fail, timer });
    });
  }

  #take(answer: unknown): void {
    if (this.#flaw !== null) return;
    if (isFrameAnswer(answer) && answer.kind === 'broken') {
      this.#end('broken');
      return;
    }
    const at = isFrameAnswer(answer) ? this.#waiting.findIndex(({ takes }) => takes(answer)) : -1;
    const waiting = this.#waiting[at];
    if (waiting === undefined) {
      this.#end('malformed');
      return;
    }
    this.#waiting.splice(at, 1);
    clearTimeout(waiting.timer);
    waiting.settle(answer as FrameAnswer);
  }

  #end(flaw: FrameErrorCode): void {
    if (this.#flaw !== null) return;
    this.#flaw = flaw;
    removeEventListener('message', this.#hear);
    this.element.remove();
    this.#port?.close();
    const refusal = new FrameRefusal(flaw);
    this.#giveUp(refusal);
    for (const { fail, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      fail(refusal);
    }
  }
}
