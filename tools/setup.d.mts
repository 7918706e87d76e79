/** Where Node keeps compiled code between processes. */
export const compileCache: string;
