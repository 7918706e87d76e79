import { connect, type Socket } from 'node:net';
import type { Command, Executor } from 'selenium-webdriver/lib/command.js';

/** Firefox's own names of those commands that tests need. */
const NAMES: Readonly<Record<string, string>> = {
  get: 'WebDriver:Navigate',
  executeAsyncScript: 'WebDriver:ExecuteAsyncScript',
  clickElement: 'WebDriver:ElementClick',
  sendKeysToElement: 'WebDriver:ElementSendKeys',
  actions: 'WebDriver:PerformActions',
  screenshot: 'WebDriver:TakeScreenshot',
  setWindowRect: 'WebDriver:SetWindowRect',
  addVirtualAuthenticator: 'WebAuthn:AddVirtualAuthenticator',
};
/** The key under which WebDriver gives an element (W3C WebDriver, 12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Answer = readonly [
  kind: 1,
  id: number,
  fault: { readonly error: string; readonly message: string } | null,
  value: unknown,
];

/**
 * Carries the commands of selenium-webdriver to Firefox in its own form, packets of `length:JSON`. Over HTTP only
 * geckodriver speaks with it, which Debian does not have and which comes to npm as a download.
 */
export class Marionette implements Executor {
  readonly #socket: Socket;
  readonly #waiting = new Map<
    number,
    { readonly settle: (value: unknown) => void; readonly fail: (cause: Error) => void }
  >();
  #received = Buffer.alloc(0);
  #sent = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#take(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Firefox has ended'));
      this.#waiting.clear();
    });
  }

  static open(port: number): Promise<Marionette> {
    return new Promise((settle, fail) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', fail);
      socket.once('connect', () => settle(new Marionette(socket)));
    });
  }

  execute(command: Command): Promise<unknown> {
    const name = NAMES[command.getName()];
    if (name === undefined) throw new Error(`Firefox is not told what ${command.getName()} is called there`);
    const { sessionId: _, id, ...rest } = command.getParameters();
    return this.send(name, { ...rest, ...(id === undefined ? {} : { id: toBareId(id) }) });
  }

  async send(name: string, params: object = {}): Promise<unknown> {
    this.#sent += 1;
    const id = this.#sent;
    const packet = Buffer.from(JSON.stringify([0, id, name, params]));
    this.#socket.write(`${packet.length}:`);
    this.#socket.write(packet);
    const answer = await new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
    });
    // What is one value comes in an object of its own.
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, Math.max(colon, 0)));
      if (colon < 0 || this.#received.length < end) return;
      const packet: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      // The first packet is a greeting and no answer.
      if (Array.isArray(packet)) this.#answer(packet as unknown as Answer);
    }
  }

  #answer([, id, fault, value]: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (fault === null) waiting?.settle(value);
    else waiting?.fail(new Error(`${fault.error}: ${fault.message}`));
  }
}

function toBareId(id: unknown): unknown {
  return typeof id === 'object' && id !== null && ELEMENT in id ? id[ELEMENT] : id;
}
