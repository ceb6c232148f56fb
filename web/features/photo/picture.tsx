import Image from "next/image";
import type { PhotoSize } from "#web/features/photo/photo-store.ts";
import { paths } from "#web/lib/paths.ts";

/** A photo that was uploaded here, as it is kept. `alt` is empty where the words beside it say it. */
export function Picture({
  photo,
  size,
  alt,
  eager = false,
  className,
}: {
  photo: { id: string; width: number; height: number };
  size: PhotoSize;
  alt: string;
  /** In sight as the page opens. */
  eager?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <Image
      src={paths.photo(photo.id, size)}
      width={photo.width}
      height={photo.height}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      // It has the sizes it is shown in already.
      unoptimized
      className={className}
    />
  );
}
