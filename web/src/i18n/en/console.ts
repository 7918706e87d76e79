export { default as words } from './console.json' with { type: 'json' };
export { basics, words as shared } from './ui.ts';
