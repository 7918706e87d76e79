import { afterEach, expect, test, vi } from 'vitest';
import { startOwnWorker } from '../../src/reviewer/pages/base/key-worker-context.tsx';

afterEach(() => vi.unstubAllGlobals());

const start = (address: string): string => {
  let started = '';
  vi.stubGlobal('location', { origin: 'https://harbor.example' });
  vi.stubGlobal(
    'Worker',
    class {
      constructor(given: string) {
        started = given;
      }
    },
  );
  startOwnWorker(address, 'key-worker');
  return started;
};

test('a built file of the site becomes a worker', () => {
  const address = 'https://harbor.example/review/assets/worker-AbCd1234.js';
  expect(start(address)).toBe(address);
});

test.each([
  'https://evil.test/review/assets/worker.js',
  'https://harbor.example.evil.test/worker.js',
  'data:text/javascript,alert(1)',
  'blob:https://harbor.example/0b0c',
  'https://harbor.example/review/settings.json',
  'https://harbor.example/review/assets/worker.js?x=1',
])('%s does not', (address) => {
  expect(() => start(address)).toThrow(TypeError);
});
