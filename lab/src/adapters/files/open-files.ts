/** What helps where too many files are open at once. It has to do with no right. */
export const OPEN_FILES_ADVICE = 'raise the limit with `ulimit -n 4096`, or that of the machine (`sysctl fs.file-max`)';

/** Whether the system's code says that this process (EMFILE) or the whole machine (ENFILE) has too many files open. */
export function isOutOfFiles(code: string): boolean {
  return code === 'EMFILE' || code === 'ENFILE';
}
