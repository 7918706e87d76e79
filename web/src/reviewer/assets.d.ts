/** Names of classes as the builder makes them. */
declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the builder makes the module, and this is what it has.
  export default styles;
}

/** Address of a worker's own file (`?worker&url`): what a Trusted Types policy makes an address of a script of. */
declare module '*?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the builder makes the module, and this is what it has.
  export default address;
}

/** Text of a file as it lies in the repository. */
declare module '*.md?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the builder makes the module, and this is what it has.
  export default text;
}

/** A style sheet that is loaded for what it does. */
declare module '*.css';
