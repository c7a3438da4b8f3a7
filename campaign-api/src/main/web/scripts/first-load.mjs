// What a phone downloads (JS and CSS, gzip) before a public page stands there; fails above the limit.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 80;
const output = process.env.PAGES_OUTPUT ?? 'dist';
const manifest = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8'));
// Nobody else reads the manifest, and the output is served as it stands.
rmSync(join(output, '.vite'), { recursive: true });

function filesOf(key, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[key];
  if (!found.has(file)) {
    found.add(file);
    css.forEach((sheet) => found.add(sheet));
    imports.forEach((next) => filesOf(next, found));
  }
  return found;
}

const kilobytes = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(output, file))).length, 0) / 1000;

const pages = manifest['index.html'].dynamicImports.filter((key) => key.endsWith('Page.vue'));
let over = false;
for (const page of pages) {
  const size = kilobytes(filesOf(page, filesOf('index.html')));
  over ||= size > LIMIT_KB;
  console.log(`${page.padEnd(32)} ${size.toFixed(1).padStart(6)} kB`);
}
const all = new Set(pages.flatMap((page) => [...filesOf(page, filesOf('index.html'))]));
console.log(`${'all public pages'.padEnd(32)} ${kilobytes(all).toFixed(1).padStart(6)} kB`);
if (over) {
  console.error(`A first load is above ${LIMIT_KB} kB.`);
  process.exit(1);
}
