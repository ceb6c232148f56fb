import type { HTMLAttributes, ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

/** A raised sheet of paper. `as` chooses the element: an article in a list, a section of a page. */
export function Card({
  as: Element = "section",
  className,
  flush = false,
  ...rest
}: HTMLAttributes<HTMLElement> & {
  as?: "section" | "article" | "div" | "li" | "aside" | undefined;
  /** Without inner space: for pictures and tables that reach the edge. */
  flush?: boolean | undefined;
}) {
  return (
    <Element
      {...rest}
      className={classNames(
        "rounded-card border border-line bg-raised shadow-card",
        flush ? "overflow-clip" : "p-5 sm:p-6",
        className,
      )}
    />
  );
}

/** First line of a card: its heading, and on the other side what belongs to all of it. */
export function CardHeader({
  title,
  id,
  level: Heading = "h2",
  children,
}: {
  title: ReactNode;
  /** For `aria-labelledby` of the card. */
  id?: string | undefined;
  level?: "h2" | "h3" | undefined;
  children?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <Heading id={id} className="text-card">
        {title}
      </Heading>
      {children ? <div className="text-sm text-soft">{children}</div> : null}
    </header>
  );
}
