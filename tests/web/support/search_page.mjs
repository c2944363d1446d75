// The search page as its readers know it.
import { eventually } from './keyboard.mjs';

export const field = 'input[type=search][name=q]';

export const results = (page) => page.$$eval('main ol a[href]', (links) =>
  links.filter((link) => !link.closest('nav'))
    .map((link) => ({ address: new URL(link.href).pathname, text: link.textContent.trim() })));

export const status = (page) => page.textContent('[role=status]');

// What the page says changes when it has searched.
export async function search(page, words, type = (text) => page.fill(field, text)) {
  const before = await status(page);
  await type(words);
  await eventually(() => page.url(), (url) => new URL(url).searchParams.get('q') === words, 'address');
  await eventually(() => status(page), (text) => text.trim() && text !== before, 'status');
  return results(page);
}

export const shown = (page, what = 'results') =>
  eventually(() => results(page), (found) => found.length > 0, what);
