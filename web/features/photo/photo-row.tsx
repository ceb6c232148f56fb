"use client";

import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import type { FormPhoto } from "#web/features/photo/form-photo.ts";
import { Picture } from "#web/features/photo/picture.tsx";

const TOOL =
  "inline-flex size-11 items-center justify-center rounded-control text-soft hover:bg-sunk hover:text-ink disabled:pointer-events-none disabled:opacity-35 [&_svg]:size-5";

/** One photo of a form: what it looks like, what it shows, and its place among the others. */
export function PhotoRow({
  photo,
  position,
  count,
  onAlt,
  onMove,
  onRemove,
  drag,
}: {
  photo: FormPhoto;
  /** From 1. */
  position: number;
  count: number;
  onAlt: (alt: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  drag: { active: boolean; start: () => void; over: () => void; end: () => void };
}) {
  const t = useTranslations("photo");
  const tool = (label: string, onClick: () => void, disabled: boolean, icon: ReactNode) => (
    <button type="button" aria-label={label} onClick={onClick} disabled={disabled} className={TOOL}>
      {icon}
    </button>
  );
  return (
    <li
      onDragOver={(event) => {
        event.preventDefault();
        drag.over();
      }}
      className={classNames(
        "grid grid-cols-[6.5rem_1fr] items-start gap-x-4 gap-y-2 rounded-card border border-line bg-raised p-3 sm:grid-cols-[9rem_1fr_auto]",
        drag.active && "border-brand opacity-60",
      )}
    >
      <div
        draggable
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", photo.id);
          drag.start();
        }}
        onDragEnd={drag.end}
        className="relative cursor-grab overflow-hidden rounded-control active:cursor-grabbing"
      >
        <Picture
          photo={photo}
          size="card"
          alt={photo.alt}
          className="pointer-events-none aspect-4/3 w-full object-cover"
        />
        <span className="absolute inset-s-1.5 top-1.5 rounded-full bg-raised px-2 py-0.5 text-xs font-semibold text-ink">
          {position === 1 ? t("cover") : t("order", { position, count })}
        </span>
        <GripVertical
          aria-hidden="true"
          className="absolute inset-e-1.5 bottom-1.5 size-5 rounded bg-raised p-0.5 text-soft max-sm:hidden"
        />
      </div>
      <Field label={t("alt")} description={t("altHelp")}>
        <Input
          value={photo.alt}
          maxLength={PHOTO_LIMITS.altLongest}
          dir="auto"
          onChange={(event) => onAlt(event.target.value)}
        />
      </Field>
      <div className="flex justify-end gap-1 max-sm:col-span-2 sm:flex-col">
        {tool(t("earlier", { position }), () => onMove(-1), position === 1, <ArrowUp aria-hidden="true" />)}
        {tool(t("later", { position }), () => onMove(1), position === count, <ArrowDown aria-hidden="true" />)}
        {tool(t("remove", { position }), onRemove, false, <X aria-hidden="true" />)}
      </div>
    </li>
  );
}
