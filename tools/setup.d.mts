/** Where Node keeps compiled code between processes. */
export declare const compileCache: string;
