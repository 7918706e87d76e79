export { default as basics } from './basics.json' with { type: 'json' };
export { default as words } from './ui.json' with { type: 'json' };
