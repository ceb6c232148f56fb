import { arcPath } from "#web/components/motif/arc.ts";
import { classNames } from "#web/components/class-names.ts";
import { hashOf } from "#web/lib/hue.ts";

const WIDTH = 400;
const HEIGHT = 136;
const ARCS = 7;

type Arc = { path: string; width: number; shade: number };

/** The same arcs for the same id, always: numbers between 0 and 1 drawn from its hash. */
function drawArcs(seed: string): Arc[] {
  return Array.from({ length: ARCS }, (_, index) => {
    const random = (part: string) => (hashOf(`${seed}/${index}/${part}`) % 10_000) / 10_000;
    const radius = 18 + 82 * random("radius") ** 1.4;
    return {
      // Spread over the width, so that no card is bare on one side.
      path: arcPath(
        ((index + random("x") * 1.6 - 0.3) / ARCS) * WIDTH,
        HEIGHT * (-0.1 + 1.2 * random("y")),
        Math.round(radius),
        random("from"),
        0.18 + 0.55 * random("length"),
      ),
      width: 4 + 10 * random("width"),
      shade: Math.floor(random("shade") * 3),
    };
  });
}

/** Lightness and chroma of the three strokes; the theme moves them by CSS variables. */
const SHADES = ["var(--art-deep)", "var(--art-middle)", "var(--art-pale)"];

/**
 * The picture of a listing that has none: arcs drawn from its id, coloured by its category. An ornament.
 * @param seed the listing's id
 * @param hue of the category, in degrees
 */
export function ArcArt({ seed, hue, className = "h-34" }: { seed: string; hue: number; className?: string | undefined }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      aria-hidden="true"
      className={classNames("block w-full", className)}
      style={{ backgroundColor: `oklch(var(--art-ground) ${hue})` }}
    >
      {drawArcs(seed).map(({ path, width, shade }) => (
        <path
          key={path}
          d={path}
          strokeWidth={width.toFixed(1)}
          strokeLinecap="round"
          style={{ stroke: `oklch(${SHADES[shade]} ${hue})` }}
        />
      ))}
    </svg>
  );
}
