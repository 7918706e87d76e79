import { spawnSync } from 'node:child_process';

/** Whether a package can be loaded. */
export async function isInstalled(name: string): Promise<boolean> {
  try {
    await import(name);
    return true;
  } catch {
    return false;
  }
}

export function isInstalledProgram(name: string): boolean {
  return spawnSync(name, ['-v'], { stdio: 'ignore' }).status === 0;
}
