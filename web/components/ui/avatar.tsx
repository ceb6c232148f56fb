import Image from "next/image";
import { classNames } from "#web/components/class-names.ts";
import { hueOf } from "#web/lib/hue.ts";
import { paths } from "#web/lib/paths.ts";

export type AvatarSize = "small" | "medium" | "large" | "huge";

const SIZES: Record<AvatarSize, string> = {
  small: "size-7 text-xs",
  medium: "size-9 text-sm",
  large: "size-12 text-lg",
  huge: "size-20 text-3xl",
};

/** The side of the picture of a face as it is kept, in pixels. */
const FACE_SIDE = 512;

/**
 * A member's sign: their photo, or the first letter of the name on a colour of the address, drawn here and loaded from
 * nowhere. It stands beside the name, so a screen reader passes over it.
 */
export function Avatar({
  address,
  name,
  photoId,
  size = "medium",
  className,
}: {
  address: string;
  name?: string | null | undefined;
  photoId?: string | null | undefined;
  size?: AvatarSize | undefined;
  className?: string | undefined;
}) {
  if (photoId)
    return (
      <Image
        src={paths.photo(photoId, "card")}
        width={FACE_SIDE}
        height={FACE_SIDE}
        alt=""
        loading="lazy"
        unoptimized
        className={classNames("shrink-0 rounded-full object-cover", SIZES[size], className)}
      />
    );
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
