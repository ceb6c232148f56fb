"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

const ITEM_STYLE =
  "flex min-h-11 w-full cursor-default items-center gap-3 rounded-[0.625rem] px-3 text-[0.9375rem] outline-none select-none data-highlighted:bg-sunk data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0";

/** A list of acts or choices under the button given as `trigger`. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align="end" sideOffset={6} className="z-50 outline-none">
          <BaseMenu.Popup className="min-w-48 origin-(--transform-origin) rounded-card border border-line bg-raised p-1.5 text-ink shadow-float outline-none transition-[scale,opacity] duration-150 ease-settle data-ending-style:scale-[0.97] data-ending-style:opacity-0 data-starting-style:scale-[0.97] data-starting-style:opacity-0">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** An act. */
export function MenuItem({
  icon,
  tone,
  disabled = false,
  onClick,
  children,
}: {
  icon?: ReactNode;
  tone?: "warn" | undefined;
  disabled?: boolean | undefined;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <BaseMenu.Item
      disabled={disabled}
      onClick={onClick}
      className={classNames(ITEM_STYLE, tone === "warn" && "text-warn")}
    >
      {icon}
      {children}
    </BaseMenu.Item>
  );
}

/** A way to another page. */
export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <BaseMenu.LinkItem render={<Link href={href} />} closeOnClick className={ITEM_STYLE}>
      {icon}
      {children}
    </BaseMenu.LinkItem>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="mx-3 my-1.5 h-px bg-line" />;
}

/** Words above a part of the menu that are no choice: whose account this is. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-3 py-2 text-sm text-soft">{children}</div>;
}

/** One of several. */
export function MenuRadioGroup({
  value,
  onValueChange,
  children,
}: {
  value: string;
  onValueChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
      {children}
    </BaseMenu.RadioGroup>
  );
}

export function MenuRadioItem({ value, icon, children }: { value: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <BaseMenu.RadioItem value={value} closeOnClick className={ITEM_STYLE}>
      {icon}
      <span className="grow">{children}</span>
      <BaseMenu.RadioItemIndicator>
        <Check aria-hidden="true" className="text-brand" />
      </BaseMenu.RadioItemIndicator>
    </BaseMenu.RadioItem>
  );
}
