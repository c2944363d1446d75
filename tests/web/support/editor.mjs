// The online editor with its test backend, which keeps files in a folder that the browser gives to a page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './site.mjs';

const folder = 'sveltia-cms-test';

// Before the editor starts: lays the records there.
export async function store(page, source) {
  const records = {};
  for (const extension of ['.md', '.yml']) {
    for (const file of filesOf(path.join(source, 'content'), extension)) {
      records[path.relative(source, file)] = readFileSync(file, 'utf8');
    }
  }
  await page.evaluate(async ([root, files]) => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(root, { create: true });
    for (const [name, text] of Object.entries(files)) {
      const parts = name.split('/');
      const last = parts.pop();
      let at = top;
      for (const part of parts) at = await at.getDirectoryHandle(part, { create: true });
      const stream = await (await at.getFileHandle(last, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, [folder, records]);
}

// The text of a file that the editor saved, or nothing.
export function stored(page, name) {
  return page.evaluate(async ([root, file]) => {
    let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(root);
    const parts = file.split('/');
    const last = parts.pop();
    try {
      for (const part of parts) at = await at.getDirectoryHandle(part);
      return await (await (await at.getFileHandle(last)).getFile()).text();
    } catch {
      return undefined;
    }
  }, [folder, name]);
}

// Opens the editor anew at a record: « projet/new », « projet/entries/verger ».
export async function open(page, address) {
  await page.goto(`${new URL('/admin/', page.url())}?${encodeURIComponent(address)}#/collections/${address}`);
  const title = field(page, 'titre').locator('input').first();
  const signIn = page.getByRole('button', { name: /dépôt de test/ });
  await title.or(signIn).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await title.waitFor();
}

export const field = (page, name) => page.locator(`section.field[data-key-path="${name}"]`);

// Optional groups of fields are there once they are asked for.
export const add = (page, name) => field(page, name).getByRole('checkbox', { name: /^Ajouter/ }).click();

export async function fill(page, name, value) {
  await field(page, name).locator('input, textarea').first().fill(value);
}

export const choose = (page, name, label) =>
  field(page, name).getByRole('radio', { name: label, exact: true }).click();

export async function save(page) {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.waitForFunction(() => !location.hash.endsWith('/new'));
  await page.getByText(/enregistrée/).first().waitFor();
}
