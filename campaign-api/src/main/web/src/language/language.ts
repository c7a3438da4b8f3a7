import { computed, readonly, shallowRef, type ComputedRef } from 'vue';
import type { Text } from '../api/contract';
import { stored } from '../offline/stored';

export type Language = 'zh' | 'en';

const remembered = stored<Language>('sx.language');
const current = shallowRef<Language>(remembered.read() === 'en' ? 'en' : 'zh');

export const language = readonly(current);

export const locale = computed(() => (current.value === 'zh' ? 'zh-CN' : 'en-GB'));

const loading: ((language: Language) => Promise<void>)[] = [];

/** Loads what the language needs first, so that a page never stands there half translated. */
export async function speak(next: Language): Promise<void> {
  await Promise.all(loading.map((load) => load(next)));
  current.value = next;
  remembered.write(next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/**
 * A dictionary of typed messages. Chinese is at hand from the start, English is fetched when somebody asks for it;
 * a key or a parameter that English misses fails the type check.
 */
export function dictionary<M extends object>(zh: M, loadEn: () => Promise<M>): ComputedRef<M> {
  const en = shallowRef<M>();
  loading.push(async (next) => {
    if (next === 'en' && !en.value) {
      en.value = await loadEn();
    }
  });
  return computed(() => (current.value === 'en' && en.value ? en.value : zh));
}

export function say(text: Text): string {
  return text[current.value] || text.zh;
}
