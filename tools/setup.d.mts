/** Where Node keeps compiled code between processes. */
export declare const compileCache: string;
/** How a command of this checkout is typed in a folder: never `npx candor` outside of it. */
export declare function toTypedName(cwd: string): string;
