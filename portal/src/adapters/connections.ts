import type { Server, Socket } from 'node:net';

/**
 * Returns a function that ends all connections of a server. A closed server otherwise waits for idle connections, and
 * its own list lacks those that have not started TLS.
 */
export function watchConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}
