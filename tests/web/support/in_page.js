// Evaluated in a page. Every check returns what is wrong, one line each, as a reader of the page would find it.
globalThis.pes = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (text) => text.replaceAll(/\s+/g, ' ').trim();
  const style = (element) => getComputedStyle(element);

  function named(element) {
    const mark = element.id ? `#${element.id}` : element.classList[0] ? `.${element.classList[0]}` : '';
    const text = words(element.textContent).slice(0, 40);
    return `${element.localName}${mark}${text && ` « ${text} »`}`;
  }

  const drawn = (element) => element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().width > 0;
  // A skip link waits outside the page.
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return drawn(element) && box.bottom + scrollY > 0 && box.right + scrollX > 0;
  };
  const shownOnes = (selector) => all(selector).filter(shown);

  const scrolled = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (['auto', 'scroll'].includes(style(box).overflowX)) return true;
    }
    return false;
  };

  function sideways() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = shownOnes('body *').filter((element) =>
      element.getBoundingClientRect().right > clientWidth + 0.5 && !scrolled(element));
    return [`scrolls sideways: ${scrollWidth} > ${clientWidth} px, by ${wide.slice(-3).map(named).join(', ')}`];
  }

  // One pixel is how texts for screen readers alone are hidden.
  function cut(element) {
    const { overflowX, overflowY } = style(element);
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (clientWidth <= 1 || clientHeight <= 1) return false;
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return (hides(overflowY) && scrollHeight > clientHeight + 1)
      || (hides(overflowX) && scrollWidth > clientWidth + 1);
  }

  function outOfPicture(text) {
    const box = text.getBoundingClientRect();
    const svg = text.ownerSVGElement;
    // What a picture does not cut off is read, as long as the screen shows it.
    if (style(svg).overflowX === 'visible') {
      return box.left < -1 || box.right > document.documentElement.clientWidth + 1;
    }
    const picture = svg.getBoundingClientRect();
    return box.right > picture.right + 1 || box.left < picture.left - 1
      || box.bottom > picture.bottom + 1 || box.top < picture.top - 1;
  }

  const clipped = () => [
    ...shownOnes('body *:not(svg, svg *, img)').filter(cut),
    ...shownOnes('svg text').filter(outOfPicture),
  ].map((element) => `cut off: ${named(element)}`);

  const stuck = () => all('body *').filter((element) => /fixed|sticky/.test(style(element).position))
    .map((element) => `stays on the screen: ${named(element)}`);

  const animated = () => document.getAnimations()
    .map((animation) => `moves: ${named(animation.effect.target)}`);

  const headings = () => {
    const found = all('h1');
    return found.length === 1 ? [] : [`${found.length} h1 instead of one`];
  };

  // WCAG 2.5.8 excepts links in a sentence, whose height is that of the line.
  function inSentence(link) {
    if (link.localName !== 'a' || style(link).display !== 'inline' || link.closest('nav')) return false;
    let block = link.parentElement;
    while (style(block).display.startsWith('inline')) block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll('a, time').forEach((other) => other.remove());
    return /\p{L}{2}/u.test(rest.textContent);
  }

  // Asks the page what a press there would reach, since a link may be larger than its box.
  function reaches(element, width, height) {
    const box = element.getBoundingClientRect();
    if (box.width >= width && box.height >= height) return true;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [{ x, y, width: w, height: h }] = element.getClientRects();
    const hits = (dx, dy) => {
      const hit = document.elementFromPoint(x + w / 2 + dx, y + h / 2 + dy);
      return hit === element || element.contains(hit) || hit?.closest('label')?.control === element;
    };
    const [half, tall] = [width / 2 - 1, height / 2 - 1];
    return hits(-half, 0) && hits(half, 0) && hits(0, -tall) && hits(0, tall);
  }

  const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

  const smallTargets = () => shownOnes(pressed).filter((element) => !inSentence(element)).flatMap((element) => {
    const height = element.closest('nav') ? 44 : 24;
    if (reaches(element, 24, height - 0.5)) return [];
    const { width, height: tall } = element.getBoundingClientRect();
    return [`target of ${Math.round(width)} × ${Math.round(tall)} px, not ${height}: ${named(element)}`];
  });

  const known = 'nav, header, h1, h2, h3, h4, h5, h6, [class*="carte"], li article';

  const plainLinks = () => shownOnes('a[href]')
    .filter((link) => words(link.textContent) && !link.closest(known)
      && !style(link).textDecorationLine.includes('underline'))
    .map((link) => `link like any text: ${named(link)}`);

  // Styles that a reader brings. Not an element: the site's security policy refuses those.
  let brought;
  function bring(css) {
    brought ??= new CSSStyleSheet();
    brought.replaceSync(css);
    document.adoptedStyleSheets = [brought];
  }

  const ownText = (element) => [...element.childNodes]
    .some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const sizes = () => shownOnes('body *:not(svg *)').filter(ownText)
    .map((element) => [element, parseFloat(style(element).fontSize)]);

  // Headings may grow less: the larger they are, the less they need it.
  function growText() {
    const before = new Map(sizes());
    bring(':root { font-size: 200% !important }');
    return sizes().filter(([element, after]) =>
      after / before.get(element) < (element.closest('h1, h2, h3') ? 1.2 : 1.9))
      .map(([element]) => `text does not grow: ${named(element)}`);
  }

  const spaceText = () => bring(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);

  const focusable = () => all(pressed)
    .filter((element) => drawn(element) && element.tabIndex >= 0 && !element.disabled);

  function outlined(element) {
    const { outlineStyle, outlineWidth, outlineColor } = style(element);
    const visible = outlineStyle !== 'none' && !/, 0\)|transparent/.test(outlineColor);
    return visible && parseFloat(outlineWidth) >= 2;
  }

  const unfocused = (element) => (outlined(element) ? [] : [`focus cannot be seen: ${named(element)}`]);

  const faintFocus = () => focusable().flatMap((element) => {
    element.focus({ focusVisible: true, preventScroll: true });
    return unfocused(element);
  });

  // What has the focus: its place among all that can have it, and what is wrong with it.
  function focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const away = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
    return {
      index: focusable().indexOf(element),
      name: named(element),
      problems: [...unfocused(element), ...(away ? [`focus out of sight: ${named(element)}`] : [])],
    };
  }

  // On paper nobody opens anything.
  function openAll() {
    if (matchMedia('print').matches) return;
    all('details').forEach((details) => { details.open = true; });
  }

  return { sideways, clipped, stuck, animated, headings, smallTargets, plainLinks, bring, growText,
    spaceText, focusable, faintFocus, focused, openAll, named };
})();
