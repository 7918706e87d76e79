export { default as guide } from '../../../../docs/guide/reading-your-mail.en.md?raw';
export { default as basics } from './basics.json' with { type: 'json' };
export { default as words } from './reviewer.json' with { type: 'json' };
