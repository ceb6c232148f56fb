import { arcPath } from "#web/components/motif/arc.ts";
import { classNames } from "#web/components/class-names.ts";
import { hashOf } from "#web/lib/hue.ts";

const WIDTH = 400;
const HEIGHT = 136;
const ARCS = 9;

type Arc = { path: string; width: number; shade: (typeof SHADES)[number] };

/** The same arcs for the same id, always: numbers between 0 and 1 drawn from its hash. */
function drawArcs(seed: string): Arc[] {
  return Array.from({ length: ARCS }, (_, index) => {
    const random = (part: string) => (hashOf(`${seed}/${index}/${part}`) % 10_000) / 10_000;
    const radius = 16 + 84 * random("radius") ** 1.2;
    return {
      // Spread over the width, so that no card is bare on one side.
      path: arcPath(
        ((index + random("x") * 1.6 - 0.3) / ARCS) * WIDTH,
        HEIGHT * (-0.1 + 1.2 * random("y")),
        Math.round(radius),
        random("from"),
        0.22 + 0.55 * random("length"),
      ),
      width: 4.5 + 11 * random("width"),
      shade: SHADES[Math.floor(random("shade") * SHADES.length)] ?? "--art-middle",
    };
  });
}

const SHADES = ["--art-deep", "--art-middle", "--art-pale"] as const;

/** The theme says how light and how strong (a CSS variable), the category which hue: every hue is equally loud. */
function colourOf(hue: number, shade: "--art-ground" | (typeof SHADES)[number]): string {
  return `oklch(from hsl(${hue} 70% 50%) var(${shade}) h)`;
}

/**
 * The picture of a listing that has none: arcs drawn from its id, coloured by its category. An ornament.
 * @param seed the listing's id
 * @param hue of the category, in degrees of HSL
 */
export function ArcArt({
  seed,
  hue,
  className = "h-34",
}: {
  seed: string;
  hue: number;
  className?: string | undefined;
}) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      aria-hidden="true"
      className={classNames("block w-full", className)}
      style={{ backgroundColor: colourOf(hue, "--art-ground") }}
    >
      {drawArcs(seed).map(({ path, width, shade }) => (
        <path
          key={path}
          d={path}
          strokeWidth={width.toFixed(1)}
          strokeLinecap="round"
          style={{ stroke: colourOf(hue, shade) }}
        />
      ))}
    </svg>
  );
}
