/** Class names as the builder generates them. */
declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the builder makes the module, and this is what it has.
  export default styles;
}

/** Address of a worker file (`?worker&url`), which a Trusted Types policy turns into a script address. */
declare module '*?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the builder makes the module, and this is what it has.
  export default address;
}

/** Text of a repository file. */
declare module '*.md?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the builder makes the module, and this is what it has.
  export default text;
}

/** A style sheet imported for its effect. */
declare module '*.css';
