import type { Plugin } from 'vite';

export declare const plainScripts: Plugin;
