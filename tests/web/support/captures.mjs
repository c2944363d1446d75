// Comparing pictures of pages.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

// Lays a picture on a canvas of a size, so that a page that grew can be compared too.
function onCanvas(png, width, height) {
  const canvas = new PNG({ width, height });
  PNG.bitblt(png, canvas, 0, 0, png.width, png.height, 0, 0);
  return canvas;
}

// The share of pixels that differ, and a picture that shows where.
export function difference(expected, actual) {
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  const picture = new PNG({ width, height });
  const [one, other] = [expected, actual].map((png) => onCanvas(png, width, height).data);
  const count = pixelmatch(one, other, picture.data, width, height, { threshold: 0.2 });
  return { share: count / (width * height), picture };
}
