/** The build of recheck that needs no worker, no Java and no program of its own. */
declare module 'recheck/lib/browser.js' {
  const recheck: Pick<typeof import('recheck'), 'checkSync'>;
  export = recheck;
}
