/** Calls that came in meanwhile are answered in between. */
export function letOthersRun(): Promise<void> {
  return new Promise((settle) => setTimeout(settle));
}
