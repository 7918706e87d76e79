import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The line between lab and portal, which a test may cut: the portal behind it may move, and the lab does not see that.
 */
export class PortalLine {
  /** Calls that got through since this was set to 0. */
  calls = 0;
  /** The call of this number (from 1) is lost: before the portal gets it, or its answer. */
  cut: { readonly call: number; readonly loses: 'call' | 'answer' } | null = null;
  /** Told of each call before it goes on. */
  onCall: (call: number, what: string) => void | Promise<void> = () => undefined;
  to = '';
  url = '';
  #server: Server | null = null;

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.#pass(request.method ?? '', request.url ?? '', request.headers, Buffer.concat(chunks)).then(
          (answer) => {
            if (answer === null) return void request.socket.destroy();
            response.writeHead(answer.status, { 'content-type': 'application/json' });
            response.end(answer.text);
          },
          () => request.socket.destroy(),
        );
      });
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
    return this;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #pass(
    method: string,
    path: string,
    headers: NodeJS.Dict<string | string[]>,
    body: Buffer,
  ): Promise<{ readonly status: number; readonly text: string } | null> {
    this.calls += 1;
    const call = this.calls;
    await this.onCall(call, `${method} ${path}`);
    const isCut = this.cut?.call === call;
    if (isCut && this.cut?.loses === 'call') return null;
    const kept = Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('candor-') || name === 'content-type' ? [[name, String(value)] as [string, string]] : [],
    );
    const init = { method, headers: kept, ...(body.length === 0 ? {} : { body }) };
    const reply = await fetch(this.to + path, init);
    const text = await reply.text();
    return isCut ? null : { status: reply.status, text };
  }
}
