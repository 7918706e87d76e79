import type { Server, Socket } from 'node:net';

/**
 * Gives what ends all connections of a server. A closed server waits for each on which nothing was said yet, as if it
 * were being answered, and its own list has none whose TLS has not begun.
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
