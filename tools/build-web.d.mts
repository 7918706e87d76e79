/** Builds the pages of the web workspace when needed and gives their folder. */
export declare function buildWeb(): Promise<string>;
