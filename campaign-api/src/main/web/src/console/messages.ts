import { dictionary } from '../language/language';

const zh = { title: '书香 · 工作台' };

const en: typeof zh = { title: 'Shuxiang · Console' };

export const t = dictionary(zh, async () => en);
