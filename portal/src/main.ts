import { Refusal } from '@candor/core/base';
import { LogWriter } from './adapters/log-writer.ts';
import { readSettingsFile } from './adapters/settings-file.ts';
import { buildApp } from './app.ts';
import { openPortal } from './open-portal.ts';
import { readSettings } from './service/settings.ts';

/** `node portal/src/main.ts SETTINGS`: serves until stopped. */
async function main(path: string | undefined): Promise<void> {
  if (path === undefined)
    throw new Refusal('no-portal-settings', ['name the settings file: node portal/src/main.ts portal.json']);
  const settings = readSettings(readSettingsFile(path), path);
  const portal = await openPortal(settings);
  const lines = new LogWriter(process.stdout.fd);
  const app = await buildApp(portal, (line) => {
    lines.write(line);
    if (line.fault === undefined) return;
    lines.flush();
    // Retrying cannot make the disk writable.
    if (portal.store.isLost(line.fault)) process.exit(1);
  });
  await app.listen(settings.listen);
  const address = app.server.address();
  process.stdout.write(`${JSON.stringify({ listening: typeof address === 'object' ? address?.port : address })}\n`);
  const stop = (): void => {
    void app.close().then(async () => {
      await portal.store.close();
      lines.flush();
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main(process.argv[2]).catch((thrown: unknown) => {
  process.stderr.write(thrown instanceof Refusal ? `${thrown.reasons.join('\n')}\n` : `${String(thrown)}\n`);
  process.exitCode = thrown instanceof Refusal ? 2 : 1;
});
