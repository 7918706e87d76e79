/** Joins the modules of the lab's command line, or of another entry, when needed, and gives the file to start. */
export function buildLab(entry?: string, more?: readonly string[]): Promise<string>;
