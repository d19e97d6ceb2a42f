import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^rest-broker$/, replacement: source('index.ts') },
      { find: /^rest-broker\/runtime$/, replacement: source('runtime/index.ts') },
      { find: /^rest-broker\/workflow$/, replacement: source('workflow/index.ts') },
      { find: /^rest-broker\/server$/, replacement: source('server/index.ts') },
      { find: /^rest-broker\/errors$/, replacement: source('errors.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Vitest leaves a core idle, which is half of a small machine.
    maxWorkers: '100%',
  },
});
