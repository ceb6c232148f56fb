import { arcPath } from "#web/components/motif/arc.ts";
import { hashOf, hueOf } from "#web/lib/hue.ts";

const WIDTH = 1_200;
const HEIGHT = 800;

/** Pictures out of arcs and circles, as everything here is drawn: for a community without a camera. */
function picture(hue: number, content: string, { width, height } = { width: WIDTH, height: HEIGHT }): string {
  const ground = `<rect width="${width}" height="${height}" fill="hsl(${hue} 42% 84%)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" stroke-linecap="round">${ground}${content}</svg>`;
}

function circle(x: number, y: number, radius: number, style: string): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" ${style}/>`;
}

function arc(x: number, y: number, radius: number, from: number, length: number, style: string): string {
  return `<path d="${arcPath(x, y, radius, from, length)}" ${style}/>`;
}

const fill = (hue: number, light: number) => `fill="hsl(${hue} 48% ${light}%)"`;
const line = (hue: number, light: number, width: number) =>
  `stroke="hsl(${hue} 48% ${light}%)" stroke-width="${width}"`;

/** Wheels with spokes, standing on a floor. */
export function drawWheels(hue: number, count: number): string {
  const radius = count === 1 ? 320 : 245;
  const wheels = Array.from({ length: count }, (_, index) => {
    const x = (WIDTH / (count + 1)) * (index + 1) + (count === 1 ? 0 : (index - 0.5) * 150);
    const y = HEIGHT - 90 - radius;
    const spokes = Array.from({ length: 18 }, (__, spoke) => {
      const angle = (spoke / 18) * 2 * Math.PI;
      const [dx, dy] = [Math.cos(angle) * (radius - 26), Math.sin(angle) * (radius - 26)];
      return `<path d="M${x} ${y}L${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}" ${line(hue, 62, 5)}/>`;
    }).join("");
    const tyre =
      index === 0 ? circle(x, y, radius, line(hue, 22, 36)) : arc(x, y, radius, 0.1, 0.55, line(hue, 22, 36));
    return spokes + circle(x, y, radius - 26, line(hue, 48, 10)) + tyre + circle(x, y, 30, fill(hue, 30));
  }).join("");
  return picture(hue, `<rect y="${HEIGHT - 72}" width="${WIDTH}" height="72" ${fill(hue, 66)}/>${wheels}`);
}

/** Apples on a shelf. */
export function drawApples(hue: number, count: number): string {
  const step = WIDTH / (count + 0.4);
  const apples = Array.from({ length: count }, (_, index) => {
    const radius = Math.min(170, step * 0.42) * (0.86 + (hashOf(`apple${index}${hue}`) % 20) / 100);
    const [x, y] = [step * (index + 0.7), HEIGHT - 130 - radius];
    const skin = (index * 37 + 350) % 120;
    return [
      circle(x, y, radius, fill(skin, 52)),
      arc(x, y, radius * 0.72, 0.62, 0.22, line(skin, 74, radius * 0.1)),
      arc(x + radius * 0.2, y - radius, radius * 0.34, 0.6, 0.3, line(30, 26, 12)),
      arc(x + radius * 0.34, y - radius * 1.12, radius * 0.22, 0.05, 0.5, line(110, 38, 22)),
    ].join("");
  }).join("");
  return picture(hue, `<rect y="${HEIGHT - 130}" width="${WIDTH}" height="34" ${fill(30, 40)}/>${apples}`);
}

/** Two cups, steaming. */
export function drawCups(hue: number): string {
  const cup = (x: number, scale: number) => {
    const [y, radius] = [470, 170 * scale];
    return [
      arc(x + radius, y + radius * 0.35, radius * 0.42, 0.02, 0.46, line(hue, 34, 28)),
      `<path d="M${x - radius} ${y}h${radius * 2}a${radius} ${radius} 0 0 1 ${-radius * 2} 0z" ${fill(hue, 40)}/>`,
      `<ellipse cx="${x}" cy="${y}" rx="${radius}" ry="${radius * 0.2}" ${fill(hue, 20)}/>`,
      `<ellipse cx="${x}" cy="${y + radius * 1.04}" rx="${radius * 1.35}" ry="${radius * 0.14}" ${fill(hue, 64)}/>`,
      ...[-0.5, 0, 0.5].map((at) =>
        arc(x + at * radius, y - radius * 0.75, radius * 0.3, 0.5 + at * 0.2, 0.4, line(hue, 96, 14)),
      ),
    ].join("");
  };
  return picture(hue, `<rect y="600" width="${WIDTH}" height="200" ${fill(30, 58)}/>${cup(390, 1)}${cup(830, 1.12)}`);
}

/** Buttons in every size. */
export function drawButtons(hue: number): string {
  const buttons = Array.from({ length: 15 }, (_, index) => {
    const [column, row] = [index % 5, Math.floor(index / 5)];
    const radius = 62 + (hashOf(`button${index}`) % 42);
    const [x, y] = [130 + column * 235, 150 + row * 250];
    const own = (hue + index * 29) % 360;
    const holes = [-1, 1].flatMap((dx) => [-1, 1].map((dy) => circle(x + dx * 17, y + dy * 17, 9, fill(own, 22))));
    return circle(x, y, radius, fill(own, 55)) + circle(x, y, radius * 0.76, line(own, 70, 7)) + holes.join("");
  }).join("");
  return picture(hue, buttons);
}

/** The keys of a piano, and a note of arcs above them. */
export function drawKeys(hue: number): string {
  const white = Array.from(
    { length: 10 },
    (_, index) => `<rect x="${index * 120 + 4}" y="380" width="112" height="460" rx="12" ${fill(hue, 96)}/>`,
  ).join("");
  const black = [0, 1, 3, 4, 5, 7, 8]
    .map((index) => `<rect x="${index * 120 + 84}" y="370" width="72" height="270" rx="10" ${fill(hue, 16)}/>`)
    .join("");
  const sound = [0, 1, 2, 3]
    .map((ring) => arc(600, 420, 130 + ring * 78, 0.8, 0.4, line(hue, 34 + ring * 12, 20)))
    .join("");
  return picture(hue, `${sound}<rect y="340" width="${WIDTH}" height="50" ${fill(hue, 26)}/>${white}${black}`);
}

/** A face of circles and arcs, the same for the same name. */
export function drawFace(name: string): string {
  const random = (part: string) => (hashOf(`${name}/${part}`) % 1_000) / 1_000;
  const hue = hueOf(name);
  const skin = `fill="hsl(${22 + random("tone") * 14} 46% ${42 + random("shade") * 36}%)"`;
  const hair = `hsl(${20 + random("hair") * 30} ${30 + random("dye") * 30}% ${14 + random("light") * 40}%)`;
  return picture(
    hue,
    [
      circle(256, 520, 190, fill(hue, 40)),
      circle(256, 236, 150, skin),
      arc(
        256,
        226,
        150,
        0.74 - random("parting") * 0.06,
        0.5,
        `stroke="${hair}" stroke-width="${60 + random("volume") * 50}"`,
      ),
      circle(206, 246, 12, `fill="hsl(20 30% 14%)"`),
      circle(306, 246, 12, `fill="hsl(20 30% 14%)"`),
      arc(256, 268, 60, 0.34, 0.32, `stroke="hsl(8 50% 30%)" stroke-width="10"`),
    ].join(""),
    { width: 512, height: 512 },
  );
}
