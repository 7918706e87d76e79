/** Builds the pages of the web workspace when needed and gives their folder. */
export declare function buildWeb(): Promise<string>;
/** Builds the console when needed and gives its folder. */
export declare function buildConsole(): Promise<string>;
