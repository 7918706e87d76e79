export { default as basics } from './basics.json' with { type: 'json' };
export { default as words } from './verify.json' with { type: 'json' };
