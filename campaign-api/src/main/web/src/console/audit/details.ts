import type { Language } from '../../language/language';

/** The services write details in English, once and for all; this is how they read in Chinese. */
const CHINESE: [written: RegExp, read: string][] = [
  [/^revision (\d+)$/, '修订 $1'],
  [/^from (\S+)$/, '克隆自 $1'],
  [/^imported (\d+), updated (\d+)$/, '新增 $1，修改 $2'],
  [
    /^version (\d+): added (\d+), changed (\d+), removed (\d+), attempts touched (\d+)$/,
    '第 $1 版：新增 $2，修改 $3，删除 $4，重新判分 $5 份',
  ],
  [/^version (\d+) as (\S+)$/, '第 $1 版，$2'],
  [/^replayed (\d+), failed again (\d+)$/, '重放 $1，仍然不成 $2'],
  [/^ORGANISER$/, '全国组织者'],
  [/^ORGANISER (\S+)$/, '馆组织者 $1'],
  [/^LIAISON (\S+)$/, '联络员 $1'],
  [/^display name$/, '姓名'],
  [/^disabled$/, '停用'],
  [/^enabled$/, '启用'],
  [/^unlocked$/, '解锁'],
];

export function detailIn(language: Language, written: string): string {
  const known = language === 'zh' && CHINESE.find(([pattern]) => pattern.test(written));
  return known ? written.replace(...known) : written;
}
