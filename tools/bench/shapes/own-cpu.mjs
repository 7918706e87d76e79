// Loaded before a program that is measured (`node --import`): says at its end how much CPU it took itself, without the
// processes that it started.
import { writeSync } from 'node:fs';

const STDERR = 2;

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(STDERR, `\nown-cpu-seconds ${(user + system) / 1e6}\n`);
});
