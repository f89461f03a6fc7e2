import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pageHead } from './page-head';

const server = 'http://127.0.0.1:8080';
const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), pageHead()],
  build: {
    outDir: '../target/site',
    emptyOutDir: true,
    // The page's content security policy allows no inline script, so no polyfill is injected.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Each page is a file of its own, so that every server finds it when it is loaded anew.
    rollupOptions: {
      input: { main: page('index.html'), console: page('console/index.html'), examples: page('examples/index.html') },
    },
  },
  server: { proxy: { '/api': server, '/ws': { target: server, ws: true } } },
});
