// Measures what a page loads, and fails when the client library grows beyond what was promised.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const MOST_CLIENT_BYTES = 15 * 1024;

async function bundled(entry, external) {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: `${root}${entry}`, external, preserveEntrySignatures: 'strict' },
    },
  });
  const code = output.output.filter(({ type }) => type === 'chunk').map((chunk) => chunk.code);
  return gzipSync(code.join('')).length;
}

function site() {
  const folder = `${root}target/site/assets`;
  return readdirSync(folder).map((name) => [name, gzipSync(readFileSync(`${folder}/${name}`)).length]);
}

const client = await bundled('packages/client/dist/index.js', []);
const react = await bundled('packages/react/dist/index.js', ['@thor/client', 'react', 'react/jsx-runtime']);
const lines = [['@thor/client', client], ['@thor/react, without client and React', react], ...site()];
lines.forEach(([name, bytes]) => console.log(`${String(bytes).padStart(8)} bytes min+gzip  ${name}`));
if (client > MOST_CLIENT_BYTES) {
  console.error(`@thor/client is ${client} bytes; it may be ${MOST_CLIENT_BYTES}`);
  process.exit(1);
}
