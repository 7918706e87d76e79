/** Asks a process to end, as Ctrl-C does. False where it has ended already. */
export function interruptProcess(pid: number): boolean {
  try {
    process.kill(pid, 'SIGINT');
    return true;
  } catch {
    return false;
  }
}
