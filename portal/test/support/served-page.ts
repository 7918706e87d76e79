import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An empty page on an origin of its own, as the organization's static site would serve the app. */
export async function servePage(): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Reviewer app</title>');
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}
