// The package has no types. The sub-path avoids Node's deprecated module of the same name.
declare module 'punycode/punycode.js' {
  const punycode: {
    toUnicode(domain: string): string;
  };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS and has no other export.
  export default punycode;
}
