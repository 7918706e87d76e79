/**
 * An import when it is needed is an import and nothing else. Vite wraps each in code that preloads what a part needs
 * besides: no part of these pages needs any, and it would be 2 kB that every reader loads.
 */
export const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};
