/** A plugin of Vite. */
export declare const plainImports: {
  readonly name: string;
  readonly enforce: 'pre';
  readonly load: (id: string) => string | null;
};
