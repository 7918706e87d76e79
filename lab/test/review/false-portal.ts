import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatInstant } from '@candor/core/base';
import { hashReceipt, NO_PREVIOUS_RECEIPT, toReceiptText, type ViewReceipt } from '@candor/core/review/access';
import type { SignedRequest } from '@candor/core/review/enrollment';
import { now } from '../../src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();

/** What answers as a portal does, and says whatever a test lets it say. It looks at no signature. */
export class FalsePortal {
  readonly requests: (SignedRequest & { readonly token: string | null })[] = [];
  /** In order of arrival: all parties. */
  access: ViewReceipt[] = [];
  readonly said: string[] = [];
  boot = 'AAAAAAAAAAAAAAAAAAAAAA';
  /** Answers of a list at once. */
  page = 3;
  /** Counts down with each call, and then the portal falls silent. */
  callsLeft = Number.POSITIVE_INFINITY;
  #server: Server | null = null;
  url = '';

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.callsLeft -= 1;
        if (this.callsLeft < 0) return void request.socket.destroy();
        const answer = this.#answer(request.url ?? '', Buffer.concat(chunks).toString('utf8'));
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
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

  /** Writes the next record of a party, as a portal that does not lie. */
  record(party: string, reviewer: string, act: ViewReceipt['act'] = 'session'): ViewReceipt {
    const last = this.access.findLast((one) => one.party === party);
    const record: ViewReceipt = {
      v: 1,
      party,
      number: (last?.number ?? 0) + 1,
      previous: last === undefined ? NO_PREVIOUS_RECEIPT : hashReceipt(runtime, last),
      at: formatInstant(now()),
      reviewer,
      act,
      release: null,
      object: null,
    };
    this.access.push(record);
    return record;
  }

  #answer(url: string, body: string): object {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const after = Number(searchParams.get('after'));
    const list = <One>(all: readonly One[]): readonly (One & { place: number })[] =>
      all.map((one, at) => ({ place: at + 1, ...one })).slice(after, after + this.page);
    switch (pathname) {
      case '/v1/status': {
        const time = formatInstant(now());
        return {
          v: 1,
          boot: this.boot,
          time,
          incident: 'harbor-2001',
          app: 'http://localhost:1',
          passkeys: 'localhost',
        };
      }
      case '/v1/lab/requests':
        return { requests: list(this.requests) };
      case '/v1/lab/access':
        return { records: list(this.access.map((record) => ({ record: toReceiptText(record) }))) };
      case '/v1/lab/standing':
        this.said.push(String(JSON.parse(body).standing));
        return {};
      default:
        return {};
    }
  }
}
