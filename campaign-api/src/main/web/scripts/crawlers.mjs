// Writes the crawlers that the service leaves out of its visits, from the npm package pinned in package.json: each
// build of the pages does it, so that the packaged list is always that of the pinned version.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const TARGET = new URL('../../resources/visits/crawlers.txt', import.meta.url);
const require = createRequire(import.meta.url);
const list = require.resolve('crawler-user-agents');
const read = (file) => readFileSync(join(dirname(list), file), 'utf8');

const { version } = JSON.parse(read('package.json'));
const patterns = require(list).map(({ pattern }) => pattern);
if (patterns.length < 1000 || patterns.some((pattern) => !pattern || pattern.startsWith('#') || /[\r\n]/.test(pattern))) {
  throw new Error('crawler-user-agents is not the list that it was');
}
const notice = [`crawler-user-agents ${version}, written by web/scripts/crawlers.mjs`, '', ...read('LICENSE').trim().split('\n')];
const text = [...notice.map((line) => `# ${line}`.trim()), ...patterns, ''].join('\n');
if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  writeFileSync(TARGET, text);
}
