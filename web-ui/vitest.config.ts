import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@thor/client': source('client'), '@thor/react': source('react') } },
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'app/test/**/*.test.{ts,tsx}'],
    reporters: ['dot', ['junit', { outputFile: 'target/surefire-reports/TEST-web-ui.xml', suiteName: 'web-ui' }]],
  },
});
