// A site as readers get it: built for the address at which it is served, and its pages by kind.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { writeRichSite } from './rich_site.mjs';
import { serve } from './server.mjs';
import { addThemes, build, copySource, filesOf, readText, repository, temporaryFolder } from './site.mjs';

const sources = {
  content: () => repository,
  people: (folder) => {
    copySource(path.join(repository, 'tests/sites/personnes/content'), folder);
    return folder;
  },
  rich: (folder) => {
    writeRichSite(folder);
    addThemes(folder);
    return folder;
  },
};
export const siteNames = Object.keys(sources);

// The first that matches gives a page its kind. What the site adds later is “other”.
const kinds = [
  ['home', /^\/$/],
  ['list', /^\/(temoignages|projets)\/$/],
  ['list, page 2', /\/page\/\d+\/$/],
  ['testimonial', /^\/temoignages\/[^/]+\/$/],
  ['project', /^\/projets\/[^/]+\/$/],
  ['filtered list', /^\/(temoignages|projets)\/./],
  ['index', /^\/(dispositifs|territoires|themes|annees)\/$/],
  ['programme', /^\/dispositifs\/[^/]+\/$/],
  ['territory', /^\/territoires\/[^/]+\/$/],
  ['theme', /^\/themes\/[^/]+\/$/],
  ['year', /^\/annees\/[^/]+\/$/],
  ['statements', /^\/bilans\/$/],
  ['statement', /^\/bilans\/[^/]+\/$/],
  ['figures', /^\/chiffres\/$/],
  ['method', /^\/chiffres\/methode\/$/],
  ['site map', /^\/plan-du-site\/$/],
  ['search', /^\/recherche\/$/],
  ['not found', /^\/404\.html$/],
  ['page', /^\/[^/]+\/$/],
  ['other', /./],
];
export const kindOf = (address) => kinds.find(([, pattern]) => pattern.test(address))[0];

const isRedirect = (html) => /http-equiv="?refresh/.test(html);

class PublishedSite {
  constructor(name, folder, base) {
    Object.assign(this, { name, folder, base });
  }

  url(address) { return this.base + address.slice(1); }

  read(address) {
    return readText(this.folder, address.endsWith('/') ? `${address}index.html` : address);
  }

  has(address) {
    return existsSync(path.join(this.folder, address.endsWith('/') ? `${address}index.html` : address));
  }

  // Addresses of all HTML files, below the base.
  get addresses() {
    return filesOf(this.folder, '.html')
      .map((file) => `/${path.relative(this.folder, file)}`.replace(/\/index\.html$/, '/'));
  }

  get redirects() { return this.addresses.filter((address) => isRedirect(this.read(address))); }

  get inSitemap() {
    return [...this.read('/sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)]
      .map(([, found]) => `/${found.slice(this.base.length)}`);
  }

  // Every page that readers can reach, and those that the site map does not say.
  get pages() {
    const extra = ['/404.html', '/recherche/'].filter((address) => this.has(address));
    return [...new Set([...this.inSitemap, ...extra])];
  }

  // The largest page of each kind: what holds for it holds for the others.
  get examples() {
    const largest = new Map();
    for (const address of this.pages) {
      const kind = kindOf(address);
      const size = this.read(address).length;
      if (size > (largest.get(kind)?.size ?? 0)) largest.set(kind, { kind, address, size });
    }
    return [...largest.values()];
  }

  example(kind) { return this.examples.find((known) => known.kind === kind)?.address; }
}

// `address`: the public address when it must be the same every time; else the one it is served at.
export async function publish(name, { prefix = '/sous-chemin/', address } = {}) {
  const work = temporaryFolder(name);
  const folder = path.join(work, 'public/site');
  const server = await serve(folder, prefix);
  after(server.close);
  build(sources[name](work), folder, '--base-url', address ?? server.origin + prefix);
  return new PublishedSite(name, folder, server.origin + prefix);
}
