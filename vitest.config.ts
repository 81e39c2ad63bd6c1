import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    globalSetup: 'tools/testing/global-setup.ts',
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
