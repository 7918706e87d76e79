/** `  1. …` in the issued text; lines behind it that are indented belong to it (docs/formats/notice.md). */
const ACTION = /^ {1,2}\d\. (.*)$/;
const GOES_ON = /^ {4}(\S.*)$/;

/** The numbered actions of a notice, in its own words. */
export function listActions(text: string): readonly string[] {
  const actions: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const action = ACTION.exec(line)?.[1];
    const rest: string | undefined = isOpen ? GOES_ON.exec(line)?.[1] : undefined;
    if (action !== undefined) actions.push(action);
    else if (rest !== undefined) actions.push(`${actions.pop() ?? ''} ${rest}`);
    isOpen = action !== undefined || rest !== undefined;
  }
  return actions;
}
