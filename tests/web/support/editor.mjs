// The online editor with its test backend, which keeps files in a folder that the browser gives to a page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './site.mjs';

const folder = 'sveltia-cms-test';

export const storeFile = (page, name, bytes) => page.evaluate(async ([root, file, values]) => {
  let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(root, { create: true });
  const parts = file.split('/');
  const last = parts.pop();
  for (const part of parts) at = await at.getDirectoryHandle(part, { create: true });
  const stream = await (await at.getFileHandle(last, { create: true })).createWritable();
  await stream.write(new Uint8Array(values));
  await stream.close();
}, [folder, name, [...bytes]]);

// Before the editor starts: lays the records there.
export async function store(page, source) {
  for (const extension of ['.md', '.yml']) {
    for (const file of filesOf(path.join(source, 'content'), extension)) {
      await storeFile(page, path.relative(source, file), readFileSync(file));
    }
  }
}

export const storedNames = (page, name) => page.evaluate(async ([root, inner]) => {
  let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(root);
  for (const part of inner.split('/')) at = await at.getDirectoryHandle(part);
  const names = [];
  for await (const [known] of at.entries()) names.push(known);
  return names;
}, [folder, name]);

// A file that the editor saved.
export async function storedBytes(page, name) {
  return Buffer.from(await page.evaluate(async ([root, file]) => {
    let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(root);
    const parts = file.split('/');
    const last = parts.pop();
    for (const part of parts) at = await at.getDirectoryHandle(part);
    const saved = await (await at.getFileHandle(last)).getFile();
    return [...new Uint8Array(await saved.arrayBuffer())];
  }, [folder, name]));
}

export const stored = async (page, name) => (await storedBytes(page, name)).toString('utf8');

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
export const add = (page, name) => check(field(page, name).getByRole('checkbox', { name: /^Ajouter/ }).first());

export async function fill(page, name, value) {
  await field(page, name).locator('input, textarea').first().fill(value);
}

// Forms draw new groups piece by piece, and a click on what moves is lost.
async function check(button) {
  const checked = button.and(button.page().locator('[aria-checked=true]'));
  for (let attempts = 0; attempts < 5 && !(await checked.isVisible()); attempts += 1) {
    await button.click();
    await checked.waitFor({ timeout: 1000 }).catch(() => {});
  }
  await checked.waitFor();
}

export const choose = (page, name, label) =>
  check(field(page, name).getByRole('radio', { name: label, exact: true }));

export const tick = (page, name, label) =>
  check(field(page, name).getByRole('checkbox', { name: label, exact: true }));

const insert = (page) => page.getByRole('button', { name: 'Insérer', exact: true });

// A photo of the repository.
export async function pickPhoto(page, name, file) {
  await field(page, name).getByRole('button', { name: /Parcourir|Sélectionner|Choisir/ }).first().click();
  await page.getByRole('option', { name: file, exact: true }).click();
  await insert(page).click();
}

// A photo from the disk of the person.
export async function sendPhoto(page, name, file, buffer) {
  await field(page, name).locator('input[type=file]').first().setInputFiles({ name: file, mimeType: 'image/png', buffer });
  if (await insert(page).isVisible()) await insert(page).click();
}

export async function save(page) {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.waitForFunction(() => !location.hash.endsWith('/new'));
  await page.getByText(/enregistrée/).first().waitFor();
}
