import { classNames } from "#web/components/class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-brand text-on-brand hover:bg-brand-strong",
  secondary: "border border-line bg-raised text-ink hover:border-edge",
  quiet: "text-ink hover:bg-sunk",
  danger: "border border-warn/50 bg-raised text-warn hover:border-warn hover:bg-warn-tint",
};

const SIZES: Record<ButtonSize, string> = {
  medium: "min-h-11 rounded-control px-[1.125rem] text-[0.9375rem]",
  small: "touch-target min-h-9 rounded-[0.625rem] px-3 text-sm",
};

/** How everything pressable looks, button or link. */
export function buttonStyle({
  variant = "secondary",
  size = "medium",
  wide = false,
}: {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  wide?: boolean | undefined;
}): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 font-semibold leading-tight select-none",
    "transition-[background-color,border-color,color,scale] duration-150 ease-settle active:scale-[0.985]",
    "data-disabled:pointer-events-none data-disabled:opacity-55 [&_svg]:size-[1.125em] [&_svg]:shrink-0",
    VARIANTS[variant],
    SIZES[size],
    wide && "w-full",
  );
}
