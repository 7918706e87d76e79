// The package carries no types. The sub-path keeps Node from taking its own deprecated module of the same name.
declare module 'punycode/punycode.js' {
  const punycode: {
    toUnicode(domain: string): string;
  };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS and has no other export.
  export default punycode;
}
