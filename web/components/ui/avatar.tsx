import { classNames } from "#web/components/class-names.ts";
import { hueOf } from "#web/lib/hue.ts";

export type AvatarSize = "small" | "medium" | "large" | "huge";

const SIZES: Record<AvatarSize, string> = {
  small: "size-7 text-xs",
  medium: "size-9 text-sm",
  large: "size-12 text-lg",
  huge: "size-20 text-3xl",
};

/**
 * A member's sign: the first letter of the name on a colour of the address, drawn here and loaded from nowhere.
 * It stands beside the name, so a screen reader passes over it.
 */
export function Avatar({
  address,
  name,
  size = "medium",
  className,
}: {
  address: string;
  name?: string | null | undefined;
  size?: AvatarSize | undefined;
  className?: string | undefined;
}) {
  const letter = name ? [...name.trim()][0]?.toLocaleUpperCase() : undefined;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none",
        SIZES[size],
        className,
      )}
      // Dark enough at every hue for a white letter.
      style={{ backgroundColor: `oklch(0.5 0.095 ${hueOf(address)})`, color: "#fff" }}
    >
      {letter ?? address.slice(2, 4)}
    </span>
  );
}
